import { defined, type ModelCard, type PhysicsFinding, type PhysicsRule, type ProbedCurve, type Sensitivity, type SimulatedCurve, type Task } from '@evospice/contracts';
import { Prober, type CompactCurvesOf } from './prober.ts';
import { compactSensitivity } from './sensitivity.ts';

/** Cards that physics rules judge, with what was simulated with them. */
export interface JudgedCards {
  readonly card: ModelCard;
  /** Cards of their own by instance, where a library deck's bins make them. */
  readonly cards?: Readonly<Record<string, ModelCard>>;
  /** Left out where nothing was simulated. */
  readonly curves?: readonly SimulatedCurve[];
  /** Of the training curves by the tunables. */
  readonly sensitivity?: Sensitivity;
  /** Answers to the probes of `CardJudge.probesFor`, by a simulator; the compact model's when left out. */
  readonly probes?: readonly ProbedCurve[];
}

/** The instances of a task that share a card. */
interface Part {
  readonly task: Task;
  readonly prober: Prober;
  /** Where an instance has a card of its own. */
  readonly instance?: string;
}

/** What rules find in cards of one task. Their probes are computed by the device's compact model where there is one: exactly, and at no cost of the budget. */
export class CardJudge {
  readonly #rules: readonly PhysicsRule[];
  readonly #task: Task;
  readonly #compact: CompactCurvesOf | undefined;
  readonly #parts = new Map<string, readonly Part[]>();

  private constructor(rules: readonly PhysicsRule[], task: Task, compact: CompactCurvesOf | undefined) {
    this.#rules = rules;
    this.#task = task;
    this.#compact = compact;
  }

  /** Reads the equations of the compact models only where a rule has probes. */
  static async of(rules: readonly PhysicsRule[], task: Task): Promise<CardJudge> {
    const probing = rules.some(({ probes }) => probes !== undefined);
    return new CardJudge(rules, task, probing ? (await import('@evospice/compact-models')).compactCurves : undefined);
  }

  /** Findings on every card, each with the curves of its instances; a finding names the instance of a card of its own. */
  findings({ card, cards = {}, curves, sensitivity, probes }: JudgedCards): readonly PhysicsFinding[] {
    return this.#partsWith(cards).flatMap(({ task, prober, instance }) => {
      const own = instance === undefined ? card : cards[instance]!;
      const ids = new Set(task.curves.map(({ id }) => id));
      const answered = probes?.filter(({ curve }) => prober.plan.some(({ id }) => id === curve.id)) ?? prober.answer(own);
      const subject = {
        task, card: own,
        ...defined({ curves: curves?.filter(({ curve }) => ids.has(curve)), probes: answered, sensitivity: instance === undefined ? sensitivity : undefined }),
      };
      const found = this.#rules.flatMap((rule) => rule.check(subject));
      return instance === undefined ? found : found.map((finding) => ({ ...finding, instance }));
    });
  }

  /** The same of a result, which is worth a derivative of every training curve where a compact model has them and a rule asks for it. */
  async resultFindings(judged: JudgedCards): Promise<readonly PhysicsFinding[]> {
    const wanted = this.#rules.some(({ sensitivity }) => sensitivity === true) && Object.keys(judged.cards ?? {}).length === 0;
    return this.findings({ ...judged, ...defined({ sensitivity: wanted ? await compactSensitivity(this.#task, judged.card) : undefined }) });
  }

  /** Curves that the rules ask for besides the task's, and why no compact model answers them, if none does. */
  probesFor({ card, cards = {} }: Pick<JudgedCards, 'card' | 'cards'>): { readonly curves: readonly ProbedCurve['curve'][]; readonly points: number; readonly unanswered?: string } {
    const parts = this.#partsWith(cards);
    const curves = parts.flatMap(({ prober }) => prober.plan);
    const unanswered = parts.map(({ prober, instance }) => prober.refusal(instance === undefined ? card : cards[instance]!)).find((reason) => reason !== undefined);
    return { curves, points: curves.reduce((sum, { x }) => sum + x.length, 0), ...defined({ unanswered: curves.length === 0 ? undefined : unanswered }) };
  }

  /** The same for the same instances with a card of their own, so that equations are prepared once. */
  #partsWith(cards: Readonly<Record<string, ModelCard>>): readonly Part[] {
    const own = Object.keys(cards);
    const key = own.join(' ');
    const known = this.#parts.get(key);
    if (known !== undefined) return known;
    const part = (task: Task, instance?: string): Part => ({ task, prober: new Prober(task, this.#rules, this.#compact), ...defined({ instance }) });
    const shared = own.length === 0 ? this.#task : narrowed(this.#task, (id) => !own.includes(id));
    const parts = [...(own.length > 0 && shared.instances.length === 0 ? [] : [part(shared)]), ...own.map((instance) => part(narrowed(this.#task, (id) => id === instance), instance))];
    this.#parts.set(key, parts);
    return parts;
  }
}

function narrowed(task: Task, keeps: (instance: string) => boolean): Task {
  return { ...task, instances: task.instances.filter(({ id }) => keeps(id)), curves: task.curves.filter(({ instance }) => keeps(instance)) };
}
