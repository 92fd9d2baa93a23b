import type { Objective, Sample } from '@evospice/optimizer-kit';
import { addScaled, distinctIndices, lineRange, parabolaMinimum } from '@evospice/toolbox';

/** Halvings of a step that leaves the cube before it is given up. */
const halvings = 10;

/** A line through a member, and what is known along it. */
interface Line {
  readonly from: Sample;
  readonly direction: readonly number[];
  near?: Tried;
  far?: Tried;
}

interface Tried {
  readonly place: number;
  readonly sample: Sample;
}

/**
 * Local steps of PSADE (Olenšek et al. 2011), one for each member named: a step along the difference of two members,
 * another one beyond it or on the other side, and the minimum of the parabola through the three where it has one.
 * Each of the three stages is one batch.
 * @returns for each member the best point found, or undefined where it is no better than the member.
 */
export async function localSteps(objective: Objective, members: readonly Sample[], indices: readonly number[]): Promise<(Sample | undefined)[]> {
  const { random } = objective;
  const lines = indices.map((index): Line => {
    const [a, b] = distinctIndices(2, members.length, random) as [number, number];
    return { from: members[index]!, direction: members[a]!.unit.map((place, axis) => place - members[b]!.unit[axis]!) };
  });

  await tryAlong(objective, lines, (line) => insideStep(line, random.next()), (line, tried) => { line.near = tried; });
  await tryAlong(objective, lines, ({ from, direction, near }) => {
    if (near === undefined) return undefined;
    // Beyond the first step, up to twice as far, or as far on the other side at most.
    const further = near.place * (1 + random.next());
    return insideStep({ from, direction }, near.sample.cost < from.cost ? further : -random.next() * near.place);
  }, (line, tried) => { line.far = tried; });

  let best = lines.map(({ from, near, far }) => [near, far].reduce((least, tried) => (tried !== undefined && tried.sample.cost < least.cost ? tried.sample : least), from));
  await tryAlong(objective, lines, (line) => vertex(line), (line, tried) => {
    const index = lines.indexOf(line);
    if (tried.sample.cost < best[index]!.cost) best = best.with(index, tried.sample);
  });
  return best.map((sample, index) => (sample === lines[index]!.from ? undefined : sample));
}

/** Simulates the place that each line asks for, all together. */
async function tryAlong(objective: Objective, lines: readonly Line[], placeOn: (line: Line) => number | undefined, keep: (line: Line, tried: Tried) => void): Promise<void> {
  const asked = lines.flatMap((line) => {
    const place = placeOn(line);
    return place === undefined ? [] : [{ line, place }];
  });
  const samples = await objective.evaluate(asked.map(({ line, place }) => pointOn(line, place)));
  for (const [index, { line, place }] of asked.entries()) keep(line, { place, sample: samples[index]! });
}

/** Minimum of the parabola through the three points, pulled back into the cube. */
function vertex(line: Line): number | undefined {
  const { from, near, far } = line;
  if (near === undefined || far === undefined || near.place === far.place) return undefined;
  const place = parabolaMinimum([[0, from.cost], [near.place, near.sample.cost], [far.place, far.sample.cost]]);
  if (place === undefined) return undefined;
  const { lower, upper } = lineRange(line.from.unit, line.direction);
  return Math.min(upper, Math.max(lower, place));
}

/** The step, halved until it ends inside the cube. */
function insideStep({ from, direction }: Line, step: number): number | undefined {
  const { lower, upper } = lineRange(from.unit, direction);
  for (let tries = 0, place = step; tries <= halvings; tries++, place /= 2) if (place !== 0 && place >= lower && place <= upper) return place;
  return undefined;
}

function pointOn({ from, direction }: Line, place: number): number[] {
  return addScaled(from.unit, direction, place);
}
