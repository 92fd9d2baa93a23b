import type { BbobDefinition } from './form.ts';
import { conditioned, rosenbrockFactor, rosenbrockRotated, rosenbrockTerm } from './mapped-forms.ts';
import { boundaryPenalty, conditioning, offset, oscillated } from './transforms.ts';

const attractiveSector = conditioned('Attractive sector', 10, (z, _, optimum) => {
  let sum = 0;
  for (let i = 0; i < z.length; i++) sum += ((z[i]! * optimum[i]! > 0 ? 100 : 1) * z[i]!) ** 2;
  return oscillated(sum) ** 0.9;
});

/** Nearest integer, halves upwards, as the suite's code rounds. */
const rounded = (value: number): number => Math.floor(value + 0.5);

const stepEllipsoid: BbobDefinition = {
  title: 'Step ellipsoidal',
  form(instance) {
    const { dimension } = instance;
    const optimum = instance.optimum();
    const [y, z] = [new Float64Array(dimension), new Float64Array(dimension)];
    const [inner, outer] = [instance.rotationQ(), instance.rotationR()];
    const scales = conditioning(dimension, 10);
    return {
      optimum,
      excess(x) {
        inner.multiply(offset(x, optimum, y), z);
        const first = Math.abs(z[0]! * scales[0]!);
        for (let i = 0; i < dimension; i++) {
          const value = z[i]! * scales[i]!;
          y[i] = Math.abs(value) > 0.5 ? rounded(value) : rounded(10 * value) / 10;
        }
        outer.multiply(y, z);
        let sum = 0;
        for (let i = 0; i < dimension; i++) sum += 100 ** (i / (dimension - 1)) * z[i]! * z[i]!;
        return 0.1 * Math.max(first * 1e-4, sum) + boundaryPenalty(x);
      },
    };
  },
};

function rosenbrockSum(z: Float64Array): number {
  let sum = 0;
  for (let i = 0; i + 1 < z.length; i++) sum += rosenbrockTerm(z[i]!, z[i + 1]!);
  return sum;
}

const rosenbrock: BbobDefinition = {
  title: 'Rosenbrock, original',
  form(instance) {
    const { dimension } = instance;
    // Three quarters of the way out, so that the valley stays inside the box.
    const optimum = instance.optimum().map((place) => 0.75 * place);
    const factor = rosenbrockFactor(dimension);
    const z = new Float64Array(dimension);
    return {
      optimum,
      excess(x) {
        for (let i = 0; i < dimension; i++) z[i] = factor * (x[i]! - optimum[i]!) + 1;
        return rosenbrockSum(z);
      },
    };
  },
};

const rotatedRosenbrock = rosenbrockRotated('Rosenbrock, rotated', rosenbrockSum);

/** f6 to f9 (RR-6829, section 2). */
export const moderate = [attractiveSector, stepEllipsoid, rosenbrock, rotatedRosenbrock] as const;
