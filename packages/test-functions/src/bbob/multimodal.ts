import type { BbobDefinition } from './form.ts';
import { rosenbrockRotated, rosenbrockTerm } from './mapped-forms.ts';
import { boundaryPenalty, conditioning, offset, oscillate, rastriginSum, scaleBy, skew } from './transforms.ts';

const rastrigin: BbobDefinition = {
  title: 'Rastrigin, rotated',
  form(instance) {
    const { dimension } = instance;
    const optimum = instance.optimum();
    const [y, z] = [new Float64Array(dimension), new Float64Array(dimension)];
    const rotation = instance.rotationR();
    const matrix = rotation.scaledProduct(conditioning(dimension, 10), instance.rotationQ());
    return {
      optimum,
      excess: (x) => rastriginSum(matrix.multiply(skew(oscillate(rotation.multiply(offset(x, optimum, y), z)), 0.2), y)),
    };
  },
};

/** Amplitudes and frequencies of the twelve terms that the suite takes of Weierstrass's series. */
const weierstrassTerms = Array.from({ length: 12 }, (_, k) => ({ amplitude: 0.5 ** k, frequency: 3 ** k }));
const weierstrassLeast = weierstrassTerms.reduce((sum, { amplitude, frequency }) => sum + amplitude * Math.cos(Math.PI * frequency), 0);

const weierstrass: BbobDefinition = {
  title: 'Weierstrass',
  form(instance) {
    const { dimension } = instance;
    const optimum = instance.optimum();
    const [y, z] = [new Float64Array(dimension), new Float64Array(dimension)];
    const rotation = instance.rotationR();
    const matrix = rotation.scaledProduct(conditioning(dimension, 0.01), instance.rotationQ());
    return {
      optimum,
      excess(x) {
        matrix.multiply(oscillate(rotation.multiply(offset(x, optimum, y), z)), y);
        let sum = 0;
        for (let i = 0; i < dimension; i++) {
          for (const { amplitude, frequency } of weierstrassTerms) sum += amplitude * Math.cos(2 * Math.PI * (y[i]! + 0.5) * frequency);
        }
        return 10 * (sum / dimension - weierstrassLeast) ** 3 + (10 / dimension) * boundaryPenalty(x);
      },
    };
  },
};

function schaffers(title: string, condition: number): BbobDefinition {
  return {
    title,
    form(instance) {
      const { dimension } = instance;
      const optimum = instance.optimum();
      const [y, z] = [new Float64Array(dimension), new Float64Array(dimension)];
      const [inner, outer] = [instance.rotationR(), instance.rotationQ()];
      const scales = conditioning(dimension, condition);
      return {
        optimum,
        excess(x) {
          scaleBy(outer.multiply(skew(inner.multiply(offset(x, optimum, y), z), 0.5), y), scales);
          let sum = 0;
          for (let i = 0; i + 1 < dimension; i++) {
            const square = y[i]! * y[i]! + y[i + 1]! * y[i + 1]!;
            sum += square ** 0.25 * (1 + Math.sin(50 * square ** 0.1) ** 2);
          }
          return (sum / (dimension - 1)) ** 2 + 10 * boundaryPenalty(x);
        },
      };
    },
  };
}

const griewankRosenbrock = rosenbrockRotated('Composite Griewank-Rosenbrock', (z) => {
  let sum = 0;
  for (let i = 0; i + 1 < z.length; i++) {
    const s = rosenbrockTerm(z[i]!, z[i + 1]!);
    sum += s / 4000 - Math.cos(s);
  }
  return (10 * sum) / (z.length - 1) + 10;
});

/** f15 to f19 (RR-6829, section 4). */
export const multimodal = [
  rastrigin, weierstrass, schaffers("Schaffer's F7", 10), schaffers("Schaffer's F7, moderately ill-conditioned", 1000), griewankRosenbrock,
] as const;
