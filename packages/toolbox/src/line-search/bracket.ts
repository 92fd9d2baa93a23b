import { checkLine } from './check-line.ts';
import { withinWalls, type Line, type LineBracket, type LineCosts, type LinePoint } from './line.ts';

/**
 * Brackets a minimum along a line by steps that grow (Davies, Swann & Campey in Box, Davies & Swann 1969, Non-linear
 * Optimization Techniques, ch. 2): from place 0 one step to the side of `step`, to the other side if that does not help,
 * and on, each step `growth` times as long as the last, until the cost no longer falls or a wall is met. A failed place
 * (Infinity) ends the growth as a dearer one does. One place an evaluation: each says where the next is.
 * @returns the bracket. On a line that only leads one way (a wall at 0) whose first step does not help, `best` is its lower or upper end.
 * @throws EvospiceError `TOOLBOX_RANGE` for a line that cannot be searched.
 */
export async function bracketMinimum(costs: LineCosts, line: Line): Promise<LineBracket> {
  checkLine(line);
  let evaluations = 0;
  const at = async (place: number): Promise<LinePoint> => {
    evaluations++;
    const [cost = Infinity] = await costs([place]);
    return { place, cost };
  };
  const result = (a: LinePoint, best: LinePoint, b: LinePoint): LineBracket =>
    a.place <= b.place ? { lower: a, best, upper: b, evaluations } : { lower: b, best, upper: a, evaluations };

  const origin: LinePoint = { place: 0, cost: line.cost };
  const sides = [line.step, -line.step].map((step) => withinWalls(line, step)).filter((place) => place !== 0);
  let far: LinePoint | undefined;
  for (const place of sides) {
    if (evaluations >= line.iterations) break;
    let previous = origin;
    let present = await at(place);
    if (!(present.cost < origin.cost)) {
      if (far !== undefined) return result(far, origin, present);
      far = present;
      continue;
    }
    for (let step = place; ;) {
      step *= line.growth;
      const next = withinWalls(line, present.place + step);
      if (next === present.place || evaluations >= line.iterations) return result(previous, present, present);
      const found = await at(next);
      if (!(found.cost < present.cost)) return result(previous, present, found);
      previous = present;
      present = found;
    }
  }
  return result(origin, origin, far ?? origin);
}
