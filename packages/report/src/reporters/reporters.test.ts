import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Json, RunDescription, RunProgress, StoredEvent } from '@evospice/contracts';
import { MemoryLog, testReporter } from '@evospice/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evolveKind } from '../kinds/evolve.ts';
import { extractKind } from '../kinds/extract.ts';
import { evolutionEvents, sampleTasks } from '../testing/evolution-events.ts';
import { HtmlReporter } from './html.ts';
import { EVENTS_FILE, JsonlReporter } from './jsonl.ts';
import { progressBlock, progressLine, TerminalReporter, type TerminalStream } from './terminal.ts';

const events = evolutionEvents({ tasks: sampleTasks, programs: 20, baselines: ['levenberg-marquardt'], baselineSeeds: 2, budget: 20, fits: new Map() });

class Sink implements TerminalStream {
  text = '';
  readonly isTTY: boolean;
  readonly columns = 60;
  readonly rows = 24;

  constructor(isTTY: boolean) {
    this.isTTY = isTTY;
  }

  write(text: string): boolean {
    this.text += text;
    return true;
  }
}

testReporter('terminal, as lines', () => new TerminalReporter({ stream: new Sink(false) }), { events });
testReporter('terminal, live', () => new TerminalReporter({ stream: new Sink(true) }), { events });
testReporter('jsonl', () => new JsonlReporter(), { events });
testReporter('html', () => new HtmlReporter(() => evolveKind), { events });

let folder = '';
let log = new MemoryLog();
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evospice-report-'));
  log = new MemoryLog();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const idle: RunProgress = { done: 0, total: 20, unit: 'runs', figures: [], finished: false };
const run = (changes: Partial<RunDescription> = {}): RunDescription => ({ kind: 'evolve', title: 'A run', location: folder, log, progress: idle, ...changes });
const tick = (sequence: number, at = 0): StoredEvent => ({ sequence, at, type: 'tick', payload: null });

/** Everything that is written of a run of 20, a unit and a second per event. */
async function written(isTTY: boolean, lines: number, news: (done: number) => RunProgress['news'] = () => undefined): Promise<string> {
  const sink = new Sink(isTTY);
  const session = await new TerminalReporter({ stream: sink, lines, color: false }).open(run());
  for (let done = 1; done <= 20; done += 1) {
    const said = news(done);
    session.event(tick(done, 1000 * done), { ...idle, done, figures: [{ label: 'best', text: `0.${done}` }], ...(said === undefined ? {} : { news: said }) });
  }
  await session.close();
  return sink.text;
}

describe('terminal', () => {
  it('prints the same few plain lines for the same run, without control characters', async () => {
    const text = await written(false, 5);
    expect(await written(false, 5)).toBe(text);
    expect(text.split('\n')).toEqual(['A run', '4 of 20 runs, best 0.4, 16s left', '8 of 20 runs, best 0.8, 12s left', '12 of 20 runs, best 0.12, 8s left', '16 of 20 runs, best 0.16, 4s left', '20 of 20 runs, best 0.20', '']);
  });

  it('prints a line for news that stay, and shows the others on a live terminal only', async () => {
    const news = (done: number): RunProgress['news'] => (done === 3 ? { text: 'a champion', major: true } : done === 5 ? { text: 'rejected', major: false } : undefined);
    const text = await written(false, 5, news);
    expect(text).toContain('\na champion\n');
    expect(text).not.toContain('rejected');
    const live = await written(true, 5, news);
    expect(live).toContain('a champion');
    expect(live).toContain('rejected');
    expect(live).toContain('█');
  });

  it('prints no more lines than asked for, however small the steps are', async () => {
    const sink = new Sink(false);
    const session = await new TerminalReporter({ stream: sink, lines: 4 }).open(run({ progress: { ...idle, total: 1 } }));
    for (let step = 1; step <= 1000; step += 1) session.event(tick(step), { ...idle, total: 1, done: step / 1000 });
    await session.close();
    expect(sink.text.split('\n').filter((line) => line.includes('of 1 runs'))).toHaveLength(4);
  });

  it('draws a block that fits the terminal', () => {
    const progress = { ...idle, done: 7.5, figures: [{ label: 'a figure with a long name', text: 'and a long text' }, { label: 'another', text: 'one' }] };
    const lines = progressBlock('A run with a title that is a good deal longer than the terminal is wide', progress, { columns: 60, color: false, recent: ['x'.repeat(200)], remaining: 90_000 }).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(60);
    expect(lines.join('\n')).toContain('█');
    expect(progressLine(progress, 90_000)).toBe('7.5 of 20 runs, a figure with a long name and a long text, another one, 1m 30s left');
  });
});

describe('jsonl', () => {
  it('goes on after a kill: a line cut short is dropped, nothing comes twice', async () => {
    const first = await new JsonlReporter().open(run());
    for (const event of events.slice(0, 10)) first.event(event, idle);
    await first.close();
    appendFileSync(join(folder, EVENTS_FILE), '{"sequence":11,"at":0,"ty');
    const second = await new JsonlReporter().open(run());
    for (const event of events.slice(8)) second.event(event, idle);
    await second.close();
    const lines = readFileSync(join(folder, EVENTS_FILE), 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(events);
  });

  it('refuses a file that holds something else', async () => {
    appendFileSync(join(folder, EVENTS_FILE), 'notes of mine\n');
    await expect(new JsonlReporter().open(run())).rejects.toMatchObject({ code: 'REPORT_FILE' });
  });
});

describe('html', () => {
  it('is made from what the run has stored, whatever it was shown, with the configuration stored there', async () => {
    await log.setFact('configuration', { evaluations: 20, note: 'stored' });
    await Promise.all(events.map((event) => log.append(event.type, event.payload)));
    const session = await new HtmlReporter(() => evolveKind).open(run());
    for (const event of events.slice(-3)) session.event(event, idle);
    const [file] = await session.close();
    const page = readFileSync(file as string, 'utf8');
    const champion = (events.findLast((event) => event.type === 'champion-changed') as { payload: Json }).payload as { program: string };
    expect(page).toContain(`Source of program ${champion.program}`);
    expect(page).toContain('stored');
  });

  it('writes nothing for a run that has nothing to report yet', async () => {
    await log.append('evaluation', { spent: 1, error: 1, best: 1 });
    const session = await new HtmlReporter(() => extractKind).open(run({ kind: 'extract' }));
    expect(await session.close()).toEqual([]);
  });
});
