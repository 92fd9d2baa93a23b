// Learns how curves of generated devices react to their parameters, by family, kind of curve and bias region, and writes
// packages/toolbox/src/prior-jacobian/learned-sensitivities.ts: `npm run learn-priors -- [OPTIONS]`. No measured device is among them.
// Families that a compact model covers give exact derivatives, the others differences of ngspice's library.
// Options: --devices N (of each family, 40), --seed N (of the first device), --families A,B (prints, writes nothing).
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compactCurves } from '../../packages/compact-models/src/index.ts';
import { generatedFamilies, generateTask, genericDevice, type ModelFamily } from '../../packages/device/src/index.ts';
import { createProblem } from '../../packages/extraction/src/index.ts';
import { CompactSimulator } from '../../plugins/simulator-compact/src/index.ts';
import { LibrarySimulator } from '../../plugins/simulator-ngspice/src/index.ts';
import { CountingSimulator } from './counting-simulator.ts';
import { learnedFamily, type Sample } from './aggregate.ts';
import { exactSample, measuredSample } from './samples.ts';
import { learnedText } from './write.ts';

const { values: options } = parseArgs({
  options: { devices: { type: 'string', default: '40' }, seed: { type: 'string', default: '7000001' }, families: { type: 'string' } },
});
const count = Number(options.devices);
const families = (options.families?.split(',') ?? generatedFamilies) as readonly ModelFamily[];
const reference = new LibrarySimulator({ library: 'auto', search: 'bounded', deadlineSeconds: 60, simulationsALife: 20_000, deathsInARow: 20 });
const noNoise = { relative: 0, additive: 0 };

const begin = performance.now();
const cost = { devices: 0, simulations: 0, modelEvaluations: 0 };
const learned = [];
for (const family of families) {
  const polarities = genericDevice(family).complement === undefined ? ['n'] as const : ['n', 'p'] as const;
  const samples: Sample[] = [];
  for (let device = 0; device < count; device += 1) {
    const polarity = polarities[device % polarities.length]!;
    const spec = { family, polarity, seed: Number(options.seed) + device, noise: noNoise };
    const compact = new CountingSimulator(new CompactSimulator());
    const simulated = new CountingSimulator(reference);
    // A family without equations refuses its card at once.
    const hasModel = await generateTask(spec, compact).then((task) => compactCurves(createProblem(task)) !== undefined, () => false);
    const task = await generateTask(spec, hasModel ? compact : simulated);
    samples.push(hasModel ? exactSample(task, family, polarity) : await measuredSample(task, family, polarity, simulated));
    cost.devices += 1;
    cost.modelEvaluations += hasModel ? compact.candidates + 1 : 0;
    cost.simulations += simulated.candidates;
  }
  learned.push(learnedFamily(family, samples));
  console.log(`${family}: ${samples.length} devices, ${Object.keys(learned.at(-1)!.regions).length} regions, ${learned.at(-1)!.parameters.length} parameters`);
}
const text = learnedText({ ...cost, seconds: Math.round((performance.now() - begin) / 1000) }, learned);
console.log(`${cost.devices} devices, ${cost.simulations} simulations, ${cost.modelEvaluations} evaluations of compact models; ${Math.round(text.length / 1024)} KB`);
if (options.families === undefined) writeFileSync(resolve(import.meta.dirname, '../../packages/toolbox/src/prior-jacobian/learned-sensitivities.ts'), text);
process.exit(0);
