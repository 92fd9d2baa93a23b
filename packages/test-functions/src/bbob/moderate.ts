import type { BbobDefinition } from './form.ts';
import { boundaryPenalty, conditioning, offset, oscillated } from './transforms.ts';

const attractiveSector: BbobDefinition = {
  title: 'Attractive sector',
  form(instance) {
    const { dimension } = instance;
    const optimum = instance.optimum();
    const [y, z] = [new Float64Array(dimension), new Float64Array(dimension)];
    const matrix = instance.rotationR().scaledProduct(conditioning(dimension, 10), instance.rotationQ());
    return {
      optimum,
      excess(x) {
        matrix.multiply(offset(x, optimum, y), z);
        let sum = 0;
        for (let i = 0; i < dimension; i++) sum += ((z[i]! * optimum[i]! > 0 ? 100 : 1) * z[i]!) ** 2;
        return oscillated(sum) ** 0.9;
      },
    };
  },
};

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

/** Sum over 100 (z_i^2 - z_(i+1))^2 + (z_i - 1)^2. */
function rosenbrockSum(z: Float64Array): number {
  let sum = 0;
  for (let i = 0; i + 1 < z.length; i++) sum += 100 * (z[i]! * z[i]! - z[i + 1]!) ** 2 + (z[i]! - 1) ** 2;
  return sum;
}

const rosenbrock: BbobDefinition = {
  title: 'Rosenbrock, original',
  form(instance) {
    const { dimension } = instance;
    // Three quarters of the way out, so that the valley stays inside the box.
    const optimum = instance.optimum().map((place) => 0.75 * place);
    const factor = Math.max(1, Math.sqrt(dimension) / 8);
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

const rotatedRosenbrock: BbobDefinition = {
  title: 'Rosenbrock, rotated',
  form(instance) {
    const { dimension } = instance;
    const rotation = instance.rotationQ();
    const factor = Math.max(1, Math.sqrt(dimension) / 8);
    const z = new Float64Array(dimension);
    return {
      // The place where factor * R x + 1/2 is 1 throughout.
      optimum: rotation.columnSums().map((sum) => sum / (2 * factor)),
      excess(x) {
        rotation.multiply(x, z);
        for (let i = 0; i < dimension; i++) z[i] = factor * z[i]! + 0.5;
        return rosenbrockSum(z);
      },
    };
  },
};

/** f6 to f9 (RR-6829, section 2). */
export const moderate = [attractiveSector, stepEllipsoid, rosenbrock, rotatedRosenbrock] as const;
