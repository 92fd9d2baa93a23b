import { gravestFirst, type PhysicsFinding } from '@evospice/contracts';
import type { SplitErrors } from '@evospice/extraction';
import { decades, percent } from '@evospice/report';
import { toUnit } from '@evospice/toolbox';
import type { Errors, FigureFacts, FindingFacts, FitFacts, Notice, PageFacts, Picture, ScaleChoice, Total } from '../protocol.ts';
import { valueText } from '../session/values.ts';
import type { FitState, TuneSession } from '../session/tune-session.ts';
import { Figures } from './figures.ts';

export interface ViewOptions {
  /** What a fit is made with unless something else is chosen. */
  readonly optimizer: string;
  readonly budget: number;
  /** Folder where cards go, for the eye. */
  readonly folder: string;
  readonly rules: readonly string[];
}

/** What of a session a page shows, as data. */
export class View {
  readonly #session: TuneSession;
  readonly #options: ViewOptions;
  readonly #figures = new Map<ScaleChoice, Promise<Figures>>();

  constructor(session: TuneSession, options: ViewOptions) {
    this.#session = session;
    this.#options = options;
  }

  facts(): PageFacts {
    const { task, registry, engine } = this.#session;
    const { optimizer, budget, folder, rules } = this.#options;
    const { tunables } = task;
    const places = toUnit(tunables, tunables.map(({ start }) => start));
    return {
      task: { id: task.id, title: task.title, family: task.model.family },
      simulator: engine,
      parameters: tunables.map(({ name, role = '', group = '', unit = '', lower, upper, start, scale }, index) => ({
        name, role, group, unit, lower: valueText(lower), upper: valueText(upper), start: valueText(start), startPlace: places[index]!, scale: scale === 'log' ? 'log' as const : 'linear' as const,
      })),
      optimizers: registry.list('Optimizer').map(({ contribution: { name, summary } }) => ({ name, summary })).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      optimizer, budget,
      dialects: registry.list('CardDialect').map(({ contribution: { name } }) => name),
      dialect: task.model.card.dialect,
      file: `${task.id.replaceAll(/[^\w-]+/gu, '-')}.tuned.mod`,
      folder, rules,
    };
  }

  async figures(choice: ScaleChoice): Promise<readonly FigureFacts[]> {
    return (await this.#drawn(choice)).facts;
  }

  /** Where everything is now. */
  async picture(choice: ScaleChoice): Promise<Picture> {
    const { revision, task: { tunables } } = this.#session;
    const [now, start, figures] = [await this.#session.now(), await this.#session.start(), await this.#drawn(choice)];
    const places = toUnit(tunables, now.values);
    return {
      revision,
      values: now.values.map((value, index) => ({ text: valueText(value), place: places[index]! })),
      train: totalOf(now.train, start.train), validate: totalOf(now.validate, start.validate),
      curves: Object.fromEntries([...now.curveErrors].map(([id, errors]) => [id, errorsOf(errors)])),
      lines: figures.lines(now.curves),
      failure: now.failure, milliseconds: now.milliseconds,
      ...this.#session.ways,
    };
  }

  notice(): Notice {
    const { revision, fit } = this.#session;
    return { revision, fit: fit === null ? null : fitFacts(fit) };
  }

  async findings(): Promise<readonly FindingFacts[]> {
    return gravestFirst(await this.#session.findings()).map(findingOf);
  }

  /** Drawn when first asked for, and kept. */
  #drawn(choice: ScaleChoice): Promise<Figures> {
    const known = this.#figures.get(choice);
    if (known !== undefined) return known;
    const drawn = this.#session.start().then(({ curves }) => new Figures(this.#session.task, curves, choice));
    this.#figures.set(choice, drawn);
    drawn.catch(() => this.#figures.delete(choice));
    return drawn;
  }
}

const missing = '–';

function errorsOf({ relativeRms, logRms }: SplitErrors): Errors {
  return { relative: relativeRms === null ? missing : percent(relativeRms), log: logRms === null ? missing : decades(logRms) };
}

function totalOf(now: SplitErrors, start: SplitErrors): Total {
  const ratio = now.relativeRms === null || start.relativeRms === null || start.relativeRms === 0 ? null : now.relativeRms / start.relativeRms;
  return { ...errorsOf(now), start: errorsOf(start), ratio };
}

function fitFacts({ running, optimizer, metric, budget, spent, start, best, end, message }: FitState): FitFacts {
  const text = (error: number | null): string => (error === null ? missing : metric === 'log' ? decades(error) : percent(error));
  return { running, optimizer, budget, spent, start: text(start), best: text(best), end, message };
}

function findingOf({ severity, message, rule, source = '', parameter, curve, instance }: PhysicsFinding): FindingFacts {
  const about = [instance, curve, parameter].filter((each) => each !== undefined && !message.startsWith(each)).join(', ');
  return { severity, about, message, rule, source };
}
