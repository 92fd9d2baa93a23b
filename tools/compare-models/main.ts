// How far the compact models are from ngspice, by family and region of operation: `npm run compare-models -- [FAMILY …] [OPTIONS]`.
// Every public card that is there (EVOSPICE_DATA, or beside the workspace) with its own curves, and random cards over the family's bounds.
// Options: --cards N (200 random cards per family), --seed N, --public (public cards only), --worst (where each region's worst point is),
// --write (puts the tables into docs/compact-models.md; always done when nothing but families is given).
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createRegistry } from '../../packages/kernel/src/index.ts';
import { readersPlugin } from '../../packages/readers/src/index.ts';
import { devicePlugin, loadTask, modelFamily, testbenchOf } from '../../packages/device/src/index.ts';
import { CompactSimulator } from '../../plugins/simulator-compact/src/index.ts';
import { LibrarySimulator } from '../../plugins/simulator-ngspice/src/index.ts';
import { publicCandidates, randomCases, type Case } from './cases.ts';
import { compareCase, type CaseReport } from './compare.ts';
import { familyPlans, type ComparedFamily } from './families/index.ts';
import { caseLines, regionTable, writeTable } from './report.ts';
import { Statistics } from './statistics.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cards: { type: 'string' }, seed: { type: 'string', default: '1' }, public: { type: 'boolean', default: false }, worst: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const known = Object.keys(familyPlans) as readonly ComparedFamily[];
const unknown = positionals.find((name) => !known.includes(name as ComparedFamily));
if (unknown !== undefined) {
  console.error(`there is no family "${unknown}"; families: ${known.join(', ')}`);
  process.exit(2);
}
const families = positionals.length === 0 ? known : positionals as readonly ComparedFamily[];
const cards = Number(options.cards ?? 200);
const seed = Number(options.seed);
const isWhole = options.cards === undefined && !options.public;
/** Draws of the tuned parameters of each public card beside its start. */
const publicDraws = 10;

const data = process.env['EVOSPICE_DATA'] ?? resolve(import.meta.dirname, '../../../shared/data/devices');
const page = resolve(import.meta.dirname, '../../docs/compact-models.md');
const registry = createRegistry([devicePlugin, readersPlugin]);
const own = new CompactSimulator();
const reference = new LibrarySimulator({ library: 'auto', search: 'bounded', deadlineSeconds: 60, simulationsALife: 20_000, deathsInARow: 20 });

async function publicCases(family: ComparedFamily): Promise<readonly Case[]> {
  const folders = existsSync(data) ? readdirSync(data).filter((name) => existsSync(join(data, name, 'task.yaml'))).toSorted() : [];
  const tasks = await Promise.all(folders.map(async (folder) => loadTask(join(data, folder), registry)));
  return tasks.filter(({ device, model }) => modelFamily(device.kind, { level: model.level ?? model.card.value('level'), type: model.card.type }) === family)
    .map((task) => ({ name: task.id.slice(0, 3), testbench: testbenchOf(task), candidates: publicCandidates(task.tunables, publicDraws, seed) }));
}

for (const family of families) {
  const plan = familyPlans[family];
  const statistics = new Statistics(plan);
  const reports: CaseReport[] = [];
  for (const one of [...await publicCases(family), ...(options.public ? [] : randomCases(family, plan, cards, seed))]) {
    reports.push(await compareCase(one, own, reference, statistics));
  }
  console.log([`\n${family}`, ...caseLines(reports), '', regionTable(statistics)].join('\n'));
  if (options.worst) {
    for (const [region, { worst, worstOfLarge }] of statistics.regions) {
      console.log(`${region}: ${worst.difference.toExponential(2)} at ${worst.place}`);
      if (worstOfLarge !== undefined && worstOfLarge.place !== worst.place) console.log(`${region}, large values: ${worstOfLarge.difference.toExponential(2)} at ${worstOfLarge.place}`);
    }
  }
  if (options.write || isWhole) writeTable(page, family, plan, reports, statistics);
}
