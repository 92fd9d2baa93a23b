import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock, Json, RunDescription } from '@evospice/contracts';
import { SqliteRunStore } from '@evospice/store';
import { testReporter } from '@evospice/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evolutionEvents, sampleTasks } from '../testing/evolution-events.ts';
import { HtmlReporter } from './html.ts';
import { EVENTS_FILE, JsonlReporter } from './jsonl.ts';
import { progressBlock } from './terminal.ts';
import { ProgressState } from './progress-state.ts';
import { TerminalReporter, type TerminalStream } from './terminal.ts';

const clock: Clock = { now: () => 1.7e12 };
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
testReporter('html', () => new HtmlReporter(clock), { events });

let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'evospice-report-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const run = (): RunDescription => ({ kind: 'evolve', title: 'A run', location: folder, total: 20 });

describe('terminal', () => {
  it('prints the same few plain lines for the same run, without control characters', async () => {
    const texts: string[] = [];
    for (let round = 0; round < 2; round++) {
      const sink = new Sink(false);
      const session = await new TerminalReporter({ stream: sink, lines: 5 }).open(run());
      for (const event of events) session.event(event);
      await session.close();
      texts.push(sink.text);
    }
    expect(texts[1]).toBe(texts[0]);
    expect(texts[0]).not.toContain('\u001b');
    const progress = texts[0]?.split('\n').filter((line) => /^\d+ of 20 programs/u.test(line)) ?? [];
    expect(progress.length).toBeGreaterThanOrEqual(3);
    expect(progress.length).toBeLessThanOrEqual(5);
    expect(texts[0]).toMatch(/is the champion: score \d\.\d{4}, error [\d.]+ % of the start's/u);
  });

  it('draws a block that fits the terminal', () => {
    const state = new ProgressState(run());
    for (const event of events) state.apply(event);
    const lines = progressBlock('A run with a title that is a good deal longer than the terminal is wide', state, { columns: 60, color: false }).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(60);
    expect(lines.join('\n')).toContain('█');
    expect(state.done).toBe(events.filter((event) => event.type === 'program-judged' || (event.type === 'program-rejected' && (event.payload as { stage: string }).stage === 'trial')).length);
  });

  it('goes on counting where a run was taken up again', () => {
    const state = new ProgressState(run());
    state.apply({ sequence: 90, at: 0, type: 'run-resumed', payload: { programs: 12 } });
    for (const event of events.slice(-1)) state.apply(event);
    expect(state.done).toBe(12);
  });

  it('counts extractions where nothing is evolved', () => {
    const state = new ProgressState({ ...run(), kind: 'bench' });
    for (const event of events.filter((one) => one.type === 'case-finished').slice(0, 7)) state.apply(event);
    expect(state).toMatchObject({ done: 7, unit: 'extractions' });
  });
});

describe('jsonl', () => {
  it('goes on after a kill: a line cut short is dropped, nothing comes twice', async () => {
    const first = await new JsonlReporter().open(run());
    for (const event of events.slice(0, 10)) first.event(event);
    await first.close();
    appendFileSync(join(folder, EVENTS_FILE), '{"sequence":11,"at":0,"ty');
    const second = await new JsonlReporter().open(run());
    for (const event of events.slice(8)) second.event(event);
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
  it('is made from the store where a run was taken up again, with the configuration stored there', async () => {
    const log = await new SqliteRunStore(clock).open(folder, 'create');
    await log.setFact('configuration', { evaluations: 20, note: 'stored' });
    await Promise.all(events.map((event) => log.append(event.type, event.payload)));
    const session = await new HtmlReporter(clock).open(run());
    for (const event of events.slice(-3)) session.event(event);
    const [file] = await session.close();
    await log.close();
    const page = readFileSync(file as string, 'utf8');
    const champion = (events.findLast((event) => event.type === 'champion-changed') as { payload: Json }).payload as { program: string };
    expect(page).toContain(`Source of program ${champion.program}`);
    expect(page).toContain('stored');
  });

  it('does not make half a report', async () => {
    const session = await new HtmlReporter(clock).open(run());
    session.event({ sequence: 40, at: 0, type: 'run-resumed', payload: { programs: 3 } });
    await expect(session.close()).rejects.toMatchObject({ code: 'REPORT_EVENTS' });
  });

  it('writes nothing for a run that evolves nothing', async () => {
    const session = await new HtmlReporter(clock).open({ ...run(), kind: 'extract' });
    session.event({ sequence: 1, at: 0, type: 'evaluation', payload: { spent: 1 } as Json });
    expect(await session.close()).toEqual([]);
  });
});
