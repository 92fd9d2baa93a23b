import type { BbobDefinition } from './form.ts';
import { conditioned, rotated } from './mapped-forms.ts';
import { offset, skew } from './transforms.ts';

const ellipsoid = rotated('Ellipsoidal, rotated', true, (z) => {
  let sum = 0;
  for (let i = 0; i < z.length; i++) sum += 10 ** ((6 * i) / (z.length - 1)) * z[i]! * z[i]!;
  return sum;
});

const discus = rotated('Discus', true, (z) => {
  let sum = 1e6 * z[0]! * z[0]!;
  for (let i = 1; i < z.length; i++) sum += z[i]! * z[i]!;
  return sum;
});

const differentPowers = rotated('Different powers', false, (z) => {
  let sum = 0;
  for (let i = 0; i < z.length; i++) sum += Math.abs(z[i]!) ** (2 + (4 * i) / (z.length - 1));
  return Math.sqrt(sum);
});

const bentCigar: BbobDefinition = {
  title: 'Bent cigar',
  form(instance) {
    // Drawn from the seed of the rotation, in the suite's code and so in all published results.
    const optimum = instance.optimum(instance.seed + 1_000_000);
    const [y, z] = [new Float64Array(instance.dimension), new Float64Array(instance.dimension)];
    const rotation = instance.rotationR();
    return {
      optimum,
      excess(x) {
        rotation.multiply(skew(rotation.multiply(offset(x, optimum, y), z), 0.5), y);
        let sum = 0;
        for (let i = 1; i < y.length; i++) sum += y[i]! * y[i]!;
        return y[0]! * y[0]! + 1e6 * sum;
      },
    };
  },
};

const sharpRidge = conditioned('Sharp ridge', 10, (z) => {
  let sum = 0;
  for (let i = 1; i < z.length; i++) sum += z[i]! * z[i]!;
  return z[0]! * z[0]! + 100 * Math.sqrt(sum);
});

/** f10 to f14 (RR-6829, section 3). */
export const illConditioned = [ellipsoid, discus, bentCigar, sharpRidge, differentPowers] as const;
