import type { PhysicsFinding, Task } from '../../packages/contracts/src/index.ts';
import { cardTask, generatedFamilies, genericDevice, NgspiceDialect, type ModelFamily } from '../../packages/device/src/index.ts';
import { CardJudge } from '../../packages/extraction/src/index.ts';
import { createRandom, fromUnit } from '../../packages/toolbox/src/index.ts';
import { ruleNames, rules } from './rules.ts';

const covered: readonly ModelFamily[] = generatedFamilies.filter((family) => !['hisim2', 'hisimhv', 'bsimsoi4'].includes(family));

/** How many cards drawn between the physical bounds of our own devices each rule objects to, notes apart. */
export async function drawnTable(cards: number, seed: number): Promise<string> {
  const columns: { readonly title: string; readonly count: ReadonlyMap<string, number>; readonly clean: number }[] = [];
  for (const family of covered) {
    const polarities = genericDevice(family).complement === undefined ? (['n'] as const) : (['n', 'p'] as const);
    for (const polarity of polarities) columns.push(await judged(family, polarity, cards, seed));
  }
  const shown = ruleNames.filter((name) => columns.some(({ count }) => count.has(name)));
  return [
    `${cards} cards of each, seed ${seed}: how many have a violation or a warning of a rule.`, '',
    `| rule | ${columns.map(({ title }) => title).join(' | ')} |`, `|---|${columns.map(() => '---').join('|')}|`,
    ...shown.map((name) => `| \`${name}\` | ${columns.map(({ count }) => count.get(name) ?? '').join(' | ')} |`),
    `| none of all rules | ${columns.map(({ clean }) => clean).join(' | ')} |`, '',
  ].join('\n');
}

async function judged(family: ModelFamily, polarity: 'n' | 'p', cards: number, seed: number) {
  const { device, instances, card: text, model, tunables } = genericDevice(family, polarity);
  const generic = new NgspiceDialect().parse(text, { file: `${family}.mod`, model: model.name });
  const task: Task = { ...cardTask(generic), device, instances: instances.map(({ id, params }) => ({ id, params, info: {} })) };
  const judge = await CardJudge.of(rules, task);
  const random = createRandom(seed);
  const count = new Map<string, number>();
  let clean = 0;
  for (let k = 0; k < cards; k += 1) {
    const values = fromUnit(tunables.map((tunable) => ({ ...tunable, start: tunable.lower })), tunables.map(() => random.next()));
    const found = judge.findings({ card: generic.with(Object.fromEntries(tunables.map(({ name }, index) => [name, values[index]!]))) });
    const own = new Set(found.filter(({ severity }: PhysicsFinding) => severity !== 'note').map(({ rule }) => rule));
    for (const rule of own) count.set(rule, (count.get(rule) ?? 0) + 1);
    if (own.size === 0) clean += 1;
  }
  return { title: polarity === 'p' ? `${family} p` : family, count, clean };
}
