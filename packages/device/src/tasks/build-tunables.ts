import type { ModelCard, ProblemParameter } from '@evospice/contracts';
import type { ModelFamily } from '../knowledge/model-family.ts';
import { parameterFacts } from '../knowledge/parameter-facts.ts';
import type { TaskDocument } from './task-document.ts';

/**
 * The parameters an optimizer may move. The start value is `init`; without it the card's own value; where the card has none
 * either, the middle of the bounds (geometric for `log`), which is then noted.
 * @throws EvospiceError `TASK_TUNABLE` for bounds that are not an interval, a log scale that reaches zero, or a start outside the bounds
 */
export function buildTunables(document: TaskDocument, card: ModelCard, family: ModelFamily | undefined): { tunables: ProblemParameter[]; notes: string[] } {
  const notes: string[] = [];
  const tunables = document.task.tunables.map((tunable, index): ProblemParameter => {
    const { name, lo: lower, hi: upper, scale, increment } = tunable;
    const fail = (message: string, key: string, received: unknown, expected: string, remedy: string): never => {
      throw document.error('TASK_TUNABLE', message, ['tunables', index, key], { received, expected, remedy });
    };
    if (lower >= upper) fail(`the bounds of ${name} are not an interval`, 'lo', [lower, upper], 'lo < hi', 'correct the bounds');
    if (scale === 'log' && lower <= 0) fail(`${name} has a log scale but a lower bound of ${lower}`, 'lo', lower, 'a lower bound above zero', 'raise the lower bound, or use scale: lin');
    if (increment !== undefined && increment > upper - lower) fail(`the increment of ${name} leaves it one value`, 'increment', increment, `at most ${upper - lower}`, 'lower the increment or widen the bounds');
    const onCard = card.value(name);
    if (tunable.init === undefined && onCard === undefined && card.text(name) !== undefined) {
      fail(`${name} has no start value: on the card it is ${card.text(name)}, which is not a number`, 'name', card.text(name), '`init`', 'give the tunable an init');
    }
    const middle = scale === 'log' ? Math.sqrt(lower) * Math.sqrt(upper) : lower + (upper - lower) / 2;
    const start = tunable.init ?? onCard ?? middle;
    if (tunable.init === undefined && onCard === undefined) notes.push(`${name} is not on the starting card: it starts at ${start}, the middle of its bounds`);
    if (start < lower || start > upper) {
      fail(`${name} starts at ${start}${tunable.init === undefined ? ' (its value on the card)' : ''}, outside its bounds`, tunable.init === undefined ? 'name' : 'init', start, `a value from ${lower} to ${upper}`, 'correct init or widen the bounds');
    }
    const facts = parameterFacts(family, name);
    const unit = tunable.unit ?? facts?.unit;
    const role = tunable.role ?? facts?.role;
    const group = tunable.group ?? facts?.group;
    return {
      name, lower, upper, start: start === 0 ? 0 : start, scale,
      ...(increment === undefined ? {} : { increment }),
      ...(unit === undefined ? {} : { unit }), ...(role === undefined ? {} : { role }), ...(group === undefined ? {} : { group }),
    };
  });
  return { tunables, notes };
}
