import type { TunableParameter } from '@evospice/contracts';
import type { ModelFamily } from '../knowledge/model-family.ts';
import { parameterFacts } from '../knowledge/parameter-facts.ts';
import type { StartingModel } from './starting-model.ts';
import type { TaskDocument } from './task-document.ts';

/**
 * The parameters an optimizer may move. The start value is `init`; without it the card's own value; where the card has none
 * either, the middle of the bounds (geometric for `log`), which is then noted.
 * @throws EvospiceError `TASK_TUNABLE` for bounds that are not an interval, a log scale that reaches zero, or a start outside the bounds
 */
export function buildTunables(document: TaskDocument, { card, parameter }: Pick<StartingModel, 'card' | 'parameter'>, family: ModelFamily | undefined): { tunables: TunableParameter[]; notes: string[] } {
  const notes: string[] = [];
  const tunables = document.task.tunables.map((tunable, index): TunableParameter => {
    const { name, lo: lower, hi: upper, scale, increment } = tunable;
    const fail = (message: string, key: string, received: unknown, expected: string, remedy: string): never => {
      throw document.error('TASK_TUNABLE', message, ['tunables', index, key], { received, expected, remedy });
    };
    if (lower >= upper) fail(`the lower bound of the tunable "${name}" is not below its upper bound`, 'lo', [lower, upper], 'lo < hi', 'correct lo or hi');
    if (scale === 'log' && lower <= 0) fail(`${name} has a log scale but a lower bound of ${lower}`, 'lo', lower, 'a lower bound above zero', 'raise the lower bound, or use scale: lin');
    if (increment !== undefined && increment > upper - lower) fail(`the increment of ${name} leaves it one value`, 'increment', increment, `at most ${upper - lower}`, 'lower the increment or widen the bounds');
    const of = ownerOf(document, index, { card, parameter });
    const onCard = of === undefined ? card.value(name) : parameter(of, name);
    if (tunable.init === undefined && onCard === undefined && of === undefined && card.text(name) !== undefined) {
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
      ...(increment === undefined ? {} : { increment }), ...(of === undefined ? {} : { of }),
      ...(unit === undefined ? {} : { unit }), ...(role === undefined ? {} : { role }), ...(group === undefined ? {} : { group }),
    };
  });
  return { tunables, notes };
}

/**
 * What a tunable is a parameter of; undefined for the model card.
 * @throws EvospiceError `TASK_TUNABLE` for one that could be either, or is none of what it says
 */
function ownerOf(document: TaskDocument, index: number, { card, parameter }: Pick<StartingModel, 'card' | 'parameter'>): TunableParameter['of'] {
  const { name, of } = document.task.tunables[index]!;
  if (of === 'model') return undefined;
  const onHead = parameter('wrapper', name) !== undefined;
  if (of === undefined) {
    if (!onHead) return undefined;
    if (card.text(name) === undefined) return 'wrapper';
    throw document.error('TASK_TUNABLE', `${name} is a parameter of the model and of the subcircuit around it`, ['tunables', index, 'name'], { received: name, expected: 'of: model or of: wrapper', remedy: 'say which is meant with of' });
  }
  if (of === 'wrapper' ? onHead : parameter('library', name) !== undefined) {
    const given = document.task.instances.findIndex(({ params }) => of === 'wrapper' && Object.keys(params).some((key) => key.toLowerCase() === name));
    if (given < 0) return of;
    throw document.error('TASK_TUNABLE', `${name} is tuned, and instance ${document.task.instances[given]!.id} states it`, ['instances', given, 'params'], { received: name, expected: 'one or the other', remedy: `take ${name} off the instance` });
  }
  throw document.error('TASK_TUNABLE', `${name} is not a parameter of the ${of === 'wrapper' ? 'subcircuit' : 'library'}`, ['tunables', index, 'of'], { received: name, expected: of === 'wrapper' ? 'a parameter on the head of the subcircuit that model.name names' : 'a .param of the library', remedy: 'correct the name, or what it is a parameter of' });
}
