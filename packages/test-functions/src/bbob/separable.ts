import type { BbobDefinition } from './form.ts';
import { boundaryPenalty, conditioning, offset, oscillate, oscillated, rastriginSum, scaleBy, skew } from './transforms.ts';

const sphere: BbobDefinition = {
  title: 'Sphere',
  form(instance) {
    const optimum = instance.optimum();
    return {
      optimum,
      excess(x) {
        let sum = 0;
        for (let i = 0; i < optimum.length; i++) sum += (x[i]! - optimum[i]!) ** 2;
        return sum;
      },
    };
  },
};

const ellipsoid: BbobDefinition = {
  title: 'Ellipsoidal, separable',
  form(instance) {
    const optimum = instance.optimum();
    const z = new Float64Array(instance.dimension);
    const scales = conditioning(instance.dimension, 1e6);
    return {
      optimum,
      excess(x) {
        oscillate(offset(x, optimum, z));
        let sum = 0;
        for (let i = 0; i < z.length; i++) sum += (scales[i]! * z[i]!) ** 2;
        return sum;
      },
    };
  },
};

const rastrigin: BbobDefinition = {
  title: 'Rastrigin, separable',
  form(instance) {
    const optimum = instance.optimum();
    const z = new Float64Array(instance.dimension);
    const scales = conditioning(instance.dimension, 10);
    return { optimum, excess: (x) => rastriginSum(scaleBy(skew(oscillate(offset(x, optimum, z)), 0.2), scales)) };
  },
};

const buecheRastrigin: BbobDefinition = {
  title: 'Büche-Rastrigin',
  form(instance) {
    // Every other coordinate is positive: not in the report, but in its code and so in all published results.
    const optimum = instance.optimum().map((place, i) => (i % 2 === 0 ? Math.abs(place) : place));
    const z = new Float64Array(instance.dimension);
    const scales = conditioning(instance.dimension, 10);
    return {
      optimum,
      excess(x) {
        for (let i = 0; i < z.length; i++) {
          const value = oscillated(x[i]! - optimum[i]!);
          z[i] = (value > 0 && i % 2 === 0 ? 10 : 1) * scales[i]! * value;
        }
        return rastriginSum(z) + 100 * boundaryPenalty(x);
      },
    };
  },
};

const linearSlope: BbobDefinition = {
  title: 'Linear slope',
  form(instance) {
    const optimum = instance.optimum().map((place) => (place < 0 ? -5 : 5));
    const slopes = conditioning(instance.dimension, 100).map((slope, i) => Math.sign(optimum[i]!) * slope);
    return {
      optimum,
      excess(x) {
        let sum = 0;
        for (let i = 0; i < slopes.length; i++) {
          const z = x[i]! * optimum[i]! < 25 ? x[i]! : optimum[i]!;
          sum += 5 * Math.abs(slopes[i]!) - slopes[i]! * z;
        }
        return sum;
      },
    };
  },
};

/** f1 to f5 (RR-6829, section 1). */
export const separable = [sphere, ellipsoid, rastrigin, buecheRastrigin, linearSlope] as const;
