import type { BbobDefinition } from './form.ts';
import { conditioning, offset, oscillate } from './transforms.ts';

/** A function of T_osz(R (x - x_opt)) or of R (x - x_opt). */
export function rotated(title: string, oscillating: boolean, value: (z: Float64Array) => number): BbobDefinition {
  return {
    title,
    form(instance) {
      const optimum = instance.optimum();
      const [y, z] = [new Float64Array(instance.dimension), new Float64Array(instance.dimension)];
      const rotation = instance.rotationR();
      return {
        optimum,
        excess(x) {
          rotation.multiply(offset(x, optimum, y), z);
          return value(oscillating ? oscillate(z) : z);
        },
      };
    },
  };
}

/** A function of z = R Lambda^alpha Q (x - x_opt), and of x or x_opt where it has a penalty or takes sides. */
export function conditioned(title: string, alpha: number, value: (z: Float64Array, x: readonly number[], optimum: readonly number[]) => number): BbobDefinition {
  return {
    title,
    form(instance) {
      const { dimension } = instance;
      const optimum = instance.optimum();
      const [y, z] = [new Float64Array(dimension), new Float64Array(dimension)];
      const matrix = instance.rotationR().scaledProduct(conditioning(dimension, alpha), instance.rotationQ());
      return {
        optimum,
        excess(x) {
          matrix.multiply(offset(x, optimum, y), z);
          return value(z, x, optimum);
        },
      };
    },
  };
}

/** 100 (a^2 - b)^2 + (a - 1)^2 of two neighbours. */
export function rosenbrockTerm(a: number, b: number): number {
  return 100 * (a * a - b) ** 2 + (a - 1) ** 2;
}

/** Factor that keeps Rosenbrock's valley inside the box. */
export function rosenbrockFactor(dimension: number): number {
  return Math.max(1, Math.sqrt(dimension) / 8);
}

/** A function of z = factor Q x + 1/2 that is least where z is 1 throughout. */
export function rosenbrockRotated(title: string, value: (z: Float64Array) => number): BbobDefinition {
  return {
    title,
    form(instance) {
      const { dimension } = instance;
      const rotation = instance.rotationQ();
      const factor = rosenbrockFactor(dimension);
      const z = new Float64Array(dimension);
      return {
        optimum: rotation.columnSums().map((sum) => sum / (2 * factor)),
        excess(x) {
          rotation.multiply(x, z);
          for (let i = 0; i < dimension; i++) z[i] = factor * z[i]! + 0.5;
          return value(z);
        },
      };
    },
  };
}
