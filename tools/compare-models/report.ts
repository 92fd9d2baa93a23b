import { readFileSync, writeFileSync } from 'node:fs';
import { betweenMarkers } from '../between-markers.ts';
import type { CaseReport, Missing } from './compare.ts';
import type { ComparedFamily } from './families/index.ts';
import type { FamilyPlan } from './families/plan.ts';
import type { Statistics } from './statistics.ts';

const number = (value: number): string => (Number.isFinite(value) ? value.toExponential(1) : 'no value');

/** The table of a family: one row per region, the most points first. */
export function regionTable(statistics: Statistics): string {
  const rows = [...statistics.regions].toSorted(([, one], [, two]) => two.values.length - one.values.length)
    .map(([region, differences]) => `| ${region} | ${differences.values.length} | ${number(differences.quantile(0.5))} | ${number(differences.quantile(0.99))} | ${number(differences.worst.difference)} | ${differences.worstOfLarge === undefined ? '' : number(differences.worstOfLarge.difference)} |`);
  return ['| region | points | median | 99 % below | worst | worst of large values |', '|---|---|---|---|---|---|', ...rows].join('\n');
}

/** What was compared, what was refused and what is missing, in lines. */
export function caseLines(cases: readonly CaseReport[]): readonly string[] {
  const simulated = cases.filter(({ refused }) => refused === undefined);
  const cards = simulated.reduce((sum, one) => sum + one.cards, 0);
  const missing = ({ name, cards: all, curves }: CaseReport, what: Missing, why: string): readonly string[] =>
    (what.curves === 0 ? [] : [`${what.curves} of ${all * curves} curves of ${name} ${why}, on ${what.cards} cards (first: ${what.first ?? ''}).`]);
  return [
    `${cards} cards: ${simulated.map(({ name, cards: count }) => `${name} ${count}`).join(', ')}.`,
    ...cases.flatMap(({ name, refused }) => (refused === undefined ? [] : [`Refused: ${name}: ${refused}.`])),
    ...cases.flatMap((one) => missing(one, one.unsimulated, 'are not simulated by ngspice')),
    ...cases.flatMap((one) => missing(one, one.lost, 'are simulated by ngspice and not here')),
  ];
}

/** Puts a family's table between its markers in the page. */
export function writeTable(page: string, family: ComparedFamily, plan: FamilyPlan, cases: readonly CaseReport[], statistics: Statistics): void {
  const floors = `Relative to the value, or to ${plan.floor.i} A, ${plan.floor.v} V and ${plan.floor.c} F where it is smaller. At ${plan.temperaturesC.join(', ')} °C.`;
  const body = [`### ${family}`, '', ...caseLines(cases), floors, '', regionTable(statistics), ''].join('\n');
  writeFileSync(page, betweenMarkers(readFileSync(page, 'utf8'), [`<!-- compare-models: ${family} -->`, `<!-- end of ${family} -->`], body));
}
