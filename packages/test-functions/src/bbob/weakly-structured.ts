import type { BbobDefinition } from './form.ts';
import { gallagher } from './gallagher.ts';
import { conditioned } from './mapped-forms.ts';
import { boundaryPenalty, conditioning } from './transforms.ts';

/** A hundredth of the place of the minimum of -z sin sqrt |z| as the suite's code has it, and the depth of that minimum. */
const schwefelPlace = 4.2096874637;
const schwefelDepth = 418.9828872724339;

const schwefel: BbobDefinition = {
  title: 'Schwefel x sin x',
  form(instance) {
    const { dimension } = instance;
    const signs = Array.from(instance.uniform(dimension), (u) => (u < 0.5 ? -1 : 1));
    const scales = conditioning(dimension, 10);
    const y = new Float64Array(dimension);
    return {
      optimum: signs.map((sign) => (sign * schwefelPlace) / 2),
      excess(x) {
        let sum = 0;
        let penalty = 0;
        for (let i = 0; i < dimension; i++) {
          y[i] = 2 * signs[i]! * x[i]!;
          const linked = i === 0 ? y[i]! : y[i]! + 0.25 * (y[i - 1]! - schwefelPlace);
          const z = 100 * (scales[i]! * (linked - schwefelPlace) + schwefelPlace);
          sum += z * Math.sin(Math.sqrt(Math.abs(z)));
          const beyond = Math.abs(z) - 500;
          if (beyond > 0) penalty += beyond * beyond;
        }
        return 0.01 * (penalty + schwefelDepth - sum / dimension);
      },
    };
  },
};

const katsuura = conditioned('Katsuura', 100, (z, x) => {
  const { length: dimension } = z;
  let product = 1;
  for (let i = 0; i < dimension; i++) {
    let sum = 0;
    for (let j = 1, power = 2; j <= 32; j++, power *= 2) {
      const value = power * z[i]!;
      sum += Math.abs(value - Math.floor(value + 0.5)) / power;
    }
    product *= 1 + (i + 1) * sum;
  }
  return (10 / dimension / dimension) * (product ** (10 / dimension ** 1.2) - 1) + boundaryPenalty(x);
});

const lunacek: BbobDefinition = {
  title: 'Lunacek bi-Rastrigin',
  form(instance) {
    const { dimension } = instance;
    const mu0 = 2.5;
    const s = 1 - 0.5 / (Math.sqrt(dimension + 20) - 4.1);
    const mu1 = -Math.sqrt((mu0 * mu0 - 1) / s);
    const signs = Array.from(instance.normal(dimension), (deviate) => (deviate < 0 ? -1 : 1));
    const [y, z] = [new Float64Array(dimension), new Float64Array(dimension)];
    const matrix = instance.rotationR().scaledProduct(conditioning(dimension, 100), instance.rotationQ());
    return {
      optimum: signs.map((sign) => (sign * mu0) / 2),
      excess(x) {
        let near = 0;
        let far = 0;
        for (let i = 0; i < dimension; i++) {
          const place = 2 * signs[i]! * x[i]!;
          near += (place - mu0) ** 2;
          far += (place - mu1) ** 2;
          y[i] = place - mu0;
        }
        matrix.multiply(y, z);
        let cosines = 0;
        for (let i = 0; i < dimension; i++) cosines += Math.cos(2 * Math.PI * z[i]!);
        return Math.min(near, dimension + s * far) + 10 * (dimension - cosines) + 1e4 * boundaryPenalty(x);
      },
    };
  },
};

/** f20 to f24 (RR-6829, section 5). */
export const weaklyStructured = [
  schwefel, gallagher("Gallagher's Gaussian 101 me peaks", 101), gallagher("Gallagher's Gaussian 21 hi peaks", 21), katsuura, lunacek,
] as const;
