import type { Change, FigureFacts, FindingFacts, FitFacts, Notice, PageFacts, Picture, Saved, ScaleChoice } from '../protocol.ts';
import { get, post, Refused } from './api.ts';

/** What a fit is made with. */
export interface FitChoice {
  readonly optimizer: string;
  readonly budget: number;
  readonly metric: 'relative' | 'log';
  readonly seed: number;
}

/** Everything that is shown. */
export interface State {
  readonly facts: PageFacts;
  readonly figures: readonly FigureFacts[];
  readonly picture: Picture;
  readonly fit: FitFacts | null;
  readonly scale: ScaleChoice;
  /** Parameters and curves that a fit moves and counts. */
  readonly chosen: { readonly parameters: ReadonlySet<string>; readonly curves: ReadonlySet<string> };
  readonly choice: FitChoice;
  /** Place of the slider that is being moved. */
  readonly dragged: { readonly name: string; readonly place: number } | null;
  /** Null until they are known; those of other values until they are known again. */
  readonly findings: readonly FindingFacts[] | null;
  readonly findingsOf: number;
  readonly saved: readonly Saved[];
  /** What the server refused, by parameter; under the empty name what is about none. */
  readonly refusals: Readonly<Record<string, string>>;
  /** From moving a slider to lines on the screen, ms. */
  readonly latency: number | null;
  readonly ended: boolean;
}

interface Move {
  readonly name: string;
  readonly change: Change;
  readonly commit: boolean;
  readonly at: number;
}

/** Values must have been at rest for so long before the rules are asked, ms. */
const restMs = 400;

/** Holds the state, changes it by asking the server, and tells who shows it. */
export class Store {
  state: State;
  readonly #show: () => void;
  #moves: readonly Move[] = [];
  #moving = false;
  #judging = false;
  #events: EventSource | undefined;
  #resting: ReturnType<typeof setTimeout> | undefined;

  private constructor(state: State, show: () => void) {
    this.state = state;
    this.#show = show;
  }

  static async open(show: () => void): Promise<Store> {
    const scale: ScaleChoice = 'auto';
    const [facts, figures, picture] = await Promise.all([get<PageFacts>('/api/facts'), get<readonly FigureFacts[]>(`/api/figures?scale=${scale}`), get<Picture>(`/api/picture?scale=${scale}`)]);
    const train = figures.flatMap(({ curves }) => curves).filter(({ split }) => split === 'train').map(({ id }) => id);
    const store = new Store({
      facts, figures, picture, scale, fit: null,
      chosen: { parameters: new Set(facts.parameters.map(({ name }) => name)), curves: new Set(train) },
      choice: { optimizer: facts.optimizer, budget: facts.budget, metric: 'relative', seed: 1 },
      dragged: null, findings: null, findingsOf: -1, saved: [], refusals: {}, latency: null, ended: false,
    }, show);
    store.#listen();
    store.#rest();
    return store;
  }

  /** Moves a parameter; moves of the same slider that wait are replaced by the last. */
  move(name: string, change: Change, commit: boolean): void {
    const last = this.#moves.at(-1);
    const waiting = last !== undefined && last.name === name && !last.commit ? this.#moves.slice(0, -1) : this.#moves;
    this.#moves = [...waiting, { name, change, commit, at: performance.now() }];
    this.#set({ dragged: 'place' in change && !commit ? { name, place: change.place } : null });
    void this.#send();
  }

  undo = (): Promise<void> => this.#step('/api/undo');
  redo = (): Promise<void> => this.#step('/api/redo');
  reset = (name?: string): Promise<void> => this.#step('/api/reset', name === undefined ? {} : { name });

  async showAs(scale: ScaleChoice): Promise<void> {
    await this.#asking('', async () => {
      const [figures, picture] = await Promise.all([get<readonly FigureFacts[]>(`/api/figures?scale=${scale}`), get<Picture>(`/api/picture?scale=${scale}`)]);
      this.#set({ scale, figures, picture });
    });
  }

  choose(change: Partial<FitChoice>): void {
    this.#set({ choice: { ...this.state.choice, ...change } });
  }

  /** Puts names among those of a fit, or takes them out. */
  tick(kind: 'parameters' | 'curves', names: readonly string[], on: boolean): void {
    const { chosen } = this.state;
    const next = new Set(chosen[kind]);
    for (const name of names) {
      if (on) next.add(name);
      else next.delete(name);
    }
    this.#set({ chosen: { ...chosen, [kind]: next } });
  }

  async startFit(): Promise<void> {
    const { chosen, choice } = this.state;
    await this.#asking('', async () => this.#notice(await post<Notice>('/api/fit', { ...choice, parameters: [...chosen.parameters], curves: [...chosen.curves] })));
  }

  async stopFit(): Promise<void> {
    await this.#asking('', async () => this.#notice(await post<Notice>('/api/stop')));
  }

  async save(file: string, dialect: string): Promise<void> {
    await this.#asking('save', async () => {
      const saved = await post<Saved>('/api/save', { file, dialect });
      this.#set({ saved: [...this.state.saved, saved] });
    });
  }

  async end(): Promise<void> {
    await this.#asking('', async () => {
      this.#events?.close();
      await post('/api/end');
      this.#set({ ended: true });
    });
  }

  /** One request at a time: the server answers each with all there is to see. */
  async #send(): Promise<void> {
    if (this.#moving) return;
    this.#moving = true;
    for (let [next] = this.#moves; next !== undefined; [next] = this.#moves) {
      const { name, change, commit, at } = next;
      this.#moves = this.#moves.slice(1);
      await this.#asking(name, async () => {
        this.#shown(await post<Picture>('/api/move', { changes: { [name]: change }, commit, scale: this.state.scale }));
        requestAnimationFrame(() => setTimeout(() => this.#set({ latency: performance.now() - at })));
      });
    }
    this.#moving = false;
  }

  async #step(path: string, body: object = {}): Promise<void> {
    await this.#asking('', async () => this.#shown(await post<Picture>(path, { ...body, scale: this.state.scale })));
  }

  #shown(picture: Picture): void {
    this.#set({ picture });
    this.#rest();
  }

  #listen(): void {
    const events = new EventSource('/api/events');
    this.#events = events;
    events.addEventListener('message', ({ data }) => {
      const notice = JSON.parse(data as string) as Notice;
      this.#notice(notice);
      // Own changes have been answered with their picture; others are a fit's or another page's.
      if (notice.revision > this.state.picture.revision && !this.#moving) void this.#fetchPicture();
    });
    // It connects again by itself where there is something to connect to.
    events.addEventListener('error', async () => {
      try {
        await get('/api/facts');
      } catch {
        events.close();
        this.#set({ ended: true });
      }
    });
  }

  #fetching = false;
  async #fetchPicture(): Promise<void> {
    if (this.#fetching) return;
    this.#fetching = true;
    await this.#asking('', async () => this.#shown(await get<Picture>(`/api/picture?scale=${this.state.scale}`)));
    this.#fetching = false;
  }

  #notice({ fit }: Notice): void {
    this.#set({ fit });
    if (fit?.running === false) this.#rest();
  }

  /** Asks the rules once the values are at rest. */
  #rest(): void {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      const { fit, picture: { revision }, findingsOf, ended } = this.state;
      if (ended || fit?.running === true || revision === findingsOf || this.#moving || this.#judging) return;
      void this.#judge(revision);
    }, restMs);
  }

  /** One question at a time: on a large task an answer takes seconds, and nobody wants to know any more what is asked by then. */
  async #judge(revision: number): Promise<void> {
    this.#judging = true;
    await this.#asking('', async () => this.#set({ findings: await get<readonly FindingFacts[]>('/api/findings'), findingsOf: revision }));
    this.#judging = false;
    // What could not be answered is not asked again and again.
    if (this.state.findingsOf !== revision) this.#set({ findingsOf: revision });
    this.#rest();
  }

  async #asking(about: string, ask: () => Promise<void>): Promise<void> {
    try {
      await ask();
      if (this.state.refusals[about] !== undefined) this.#set({ refusals: Object.fromEntries(Object.entries(this.state.refusals).filter(([name]) => name !== about)) });
    } catch (error) {
      const gone = !(error instanceof Refused);
      this.#set({ refusals: { ...this.state.refusals, [gone ? '' : about]: gone ? 'The command that this page belongs to does not answer.' : error.message } });
    }
  }

  #set(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
    this.#show();
  }
}
