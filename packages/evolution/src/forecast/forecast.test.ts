import { MemoryLog, plainSelector, CellArchive, toyProblem, toyProgram, toyProposer } from '@evospice/testkit';
import { EvospiceError, type Proposer } from '@evospice/contracts';
import { describe, expect, it } from 'vitest';
import { evolve } from '../loop/evolve.ts';
import { testAxes, testRequest, testSettings } from '../testing/request.ts';
import { forecastRun, type ForecastParts, type RunForecast } from './forecast-run.ts';

/** Asks a model, again if the answer is not good, and then moves one number. */
function asking(answers: 'good' | 'bad', name = 'asking'): Proposer {
  const toy = toyProposer();
  return {
    name,
    async propose(request, options = {}) {
      const ask = (content: string): void => options.exchanged?.({ model: 'large', messages: [{ role: 'user', content }], answer: { text: answers, model: 'large' } });
      ask('one two three four');
      if (answers === 'good') return toy.propose(request, options);
      ask('one two three four five');
      ask('one two three four five six');
      throw new EvospiceError('PROPOSAL_FAILED', 'the answer cannot be used');
    },
  };
}

const problem = () => toyProblem({
  references: [{ name: 'centre', cases: [{ id: 'near', seed: 1, cost: 2 }] }], validation: [{ id: 'new', seed: 9, cost: 4 }], cases: [{ id: 'near', seed: 1, cost: 2 }, { id: 'far', seed: 2, cost: 3 }],
});

function parts(changes: Partial<ForecastParts> = {}, settings: Parameters<typeof testSettings>[0] = {}): ForecastParts {
  return {
    request: testRequest(new MemoryLog(), { problem: problem(), settings: testSettings(settings), proposers: [{ proposer: toyProposer(), weight: 1 }, { proposer: asking('good'), weight: 2 }] }),
    rehearsal: (index, answers) => ({ proposer: { proposer: index === 0 ? toyProposer() : asking(answers), weight: 1 }, archive: new CellArchive(testAxes), selector: plainSelector }),
    factsOf: () => ({ maxTokens: 100, price: { input: 1e6, output: 2e6 } }),
    tokensOf: (messages) => Promise.resolve(messages.reduce((sum, { content }) => sum + content.split(' ').length, 0)),
    ...changes,
  };
}

describe('what a run will cost', () => {
  it('is reckoned from its settings, exactly where nothing is left to chance', async () => {
    const forecast = await forecastRun(parts({}, { programs: 3, controls: ['best-of-n'] }));
    expect(forecast).toMatchObject({ seeds: 2, runs: 2, programs: { least: 2, planned: 3, most: 3 }, proposals: { least: 3, planned: 3, most: 30 }, champions: { least: 1, most: 3 } });
    expect(forecast.champions.planned).toBeCloseTo(1 + 1 / 2 + 1 / 3, 12);
    expect(forecast.cases.map(({ stage, least, planned, most }) => [stage, least, Math.round(planned), most])).toEqual([['reference centre', 1, 1, 1], ['trial', 2, 3, 3], ['evaluation', 2, 6, 6], ['validation', 1, 2, 3]]);
    // The trial does not tell what it costs.
    expect(forecast.totals.cost).toBeNull();
    expect(forecast.cases.find(({ stage }) => stage === 'evaluation')?.cost).toMatchObject({ least: 0, planned: 15, most: 15 });
    expect(forecast.totals.caseRuns).toMatchObject({ least: 12, most: 26 });
  });

  it('takes calls from rehearsals, tokens from their prompts and answers from maxTokens, and money from prices', async () => {
    const { proposers, totals } = await forecastRun(parts({}, { programs: 12, proposals: 20 }));
    expect(proposers).toHaveLength(1);
    const [{ calls, inputTokens, outputTokens, money, models, proposals }] = proposers as [NonNullable<RunForecast['proposers'][number]>];
    expect([models, calls.least, calls.planned, calls.most]).toEqual([['large'], proposals.least, proposals.planned, 3 * proposals.most]);
    // Four words, a fifth fewer; six words, a fifth more and half as much again, and two answers of a hundred tokens before.
    expect([inputTokens.least, inputTokens.most]).toEqual([3 * calls.least, (11 + 200) * calls.most]);
    expect([outputTokens.least, outputTokens.planned, outputTokens.most]).toEqual([100 * calls.least, 100 * calls.planned, 100 * calls.most]);
    expect([money?.least, money?.most]).toEqual([(3 + 200) * calls.least, (211 + 200) * calls.most]);
    expect(totals.money?.most).toBe(money?.most);
  });

  it('says what it does not know: prices, answers of any length, proposers that must not be rehearsed', async () => {
    const { proposers, totals, hours } = await forecastRun(parts({ factsOf: () => ({}) }));
    expect(proposers[0]?.money).toBeNull();
    expect(proposers[0]?.outputTokens.how).toContain('assumed');
    expect([totals.money, hours]).toEqual([null, null]);
    expect((await forecastRun(parts({ rehearsal: () => null }))).unknown.map(({ proposer }) => proposer)).toEqual(['toy', 'asking']);
  });

  it('measures the seeds on the cheapest case when it is given a clock', async () => {
    let time = 0;
    const { measured, hours } = await forecastRun(parts({ now: () => (time += 500) }, { workers: 2 }));
    expect(measured).toEqual([1, 2].map((seed) => ({ seed, stage: 'evaluation', case: 'near', seconds: 0.5, cost: 2, failure: null })));
    expect(hours?.planned).toBeGreaterThan(0);
    expect(hours?.how).toContain('/ 2 at a time');
  });

  it('holds what the run then uses, whoever is drawn to propose', async () => {
    const { request, ...others } = parts({}, { programs: 14, confirm: 0 });
    const forecast = await forecastRun({ request, ...others });
    const log = new MemoryLog();
    const { view } = await evolve({ ...testRequest(log, { problem: problem(), settings: request.settings, proposers: [{ proposer: toyProposer(), weight: 1 }, { proposer: asking('good'), weight: 2 }] }) });
    const trialRuns = view.tried;
    const holds = ({ least, most }: { readonly least: number; readonly most: number }, truth: number): boolean => truth >= least && truth <= most;
    expect(view.champions.length).toBeGreaterThan(1);
    expect({
      programs: holds(forecast.programs, view.tried), proposals: holds(forecast.proposals, view.proposals), champions: holds(forecast.champions, view.champions.length),
      cases: holds(forecast.totals.caseRuns, view.cases.finished + trialRuns), calls: holds(forecast.totals.calls, view.exchanges),
      asked: holds(forecast.proposers[0]!.proposals, view.proposers.find(({ name }) => name === 'asking')?.programs ?? -1),
    }).toEqual({ programs: true, proposals: true, champions: true, cases: true, calls: true, asked: true });
  });

  it('rehearses with the programs that a run begins with', async () => {
    const seen: string[] = [];
    const listening: Proposer = { name: 'listening', propose: (request, options) => { seen.push(...request.parents.map(({ program }) => program.files['program.ts'] ?? '')); return toyProposer().propose(request, options); } };
    await forecastRun(parts({ rehearsal: () => ({ proposer: { proposer: listening, weight: 1 }, archive: new CellArchive(testAxes), selector: plainSelector }) }));
    expect(seen).toContain(toyProgram(0.5, 0.5).files['program.ts']);
  });
});
