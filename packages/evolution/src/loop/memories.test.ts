import { EvospiceError, type Proposer } from '@evospice/contracts';
import { CellArchive, MemoryLog, toyProgram } from '@evospice/testkit';
import { describe, expect, it } from 'vitest';
import { testAxes, testRequest, testSettings } from '../testing/request.ts';
import { readRun } from '../view/run-fold.ts';
import { evolve } from './evolve.ts';

interface Learner extends Proposer {
  /** Everything that it heard and kept, in order. */
  readonly known: readonly string[];
}

/**
 * Keeps what it draws in two of three proposals, sometimes twice, and then gives up now and then. Its children depend on all that it knows,
 * so it cannot hide that it knows something else.
 */
function learner(): Learner {
  const known: string[] = [];
  return {
    name: 'learner',
    known,
    async propose({ parents, random }, { keep } = {}) {
      const drawn = random.integer(0, 999);
      for (let times = drawn % 3; times > 0; times -= 1) {
        const memory = { kind: 'number', data: drawn + times };
        known.push(JSON.stringify(memory));
        keep?.(memory);
        await Promise.resolve();
      }
      if (drawn % 5 === 1) throw new EvospiceError('PROPOSAL_FAILED', 'nothing came to mind');
      const sum = [...known.join()].reduce((total, character) => (31 * total + character.charCodeAt(0)) % 997, 0);
      return { ...toyProgram(sum / 997, drawn / 1000), operator: 'learn', parents: [parents[0]?.program.id ?? ''], details: { knows: known.length } };
    },
    outcome: ({ program: { id }, parent, judged, rejection }) => void known.push(`${id} of ${parent?.id}: ${judged?.gain ?? rejection?.code}`),
    remember: (memory) => void known.push(JSON.stringify(memory)),
  };
}

describe('memories of proposers', () => {
  const settings = testSettings({ programs: 14 });
  const run = async (log: MemoryLog): Promise<Learner> => {
    const proposer = learner();
    await evolve(testRequest(log, { settings, archive: new CellArchive(testAxes), proposers: [{ proposer, weight: 1 }] }));
    return proposer;
  };
  const story = ({ stored }: MemoryLog): unknown[] => stored.map(({ type, payload }) => ({ type, payload }));

  it('are stored with the proposal that they come from', async () => {
    const log = new MemoryLog();
    const { known } = await run(log);
    const { memories, programs, rejections } = await readRun(log);
    expect(memories.length).toBeGreaterThan(5);
    expect(memories.map(({ memory }) => JSON.stringify(memory))).toEqual(known.filter((one) => one.startsWith('{')));
    const proposals = new Set([...programs.values(), ...rejections].map(({ ordinal }) => ordinal));
    expect(memories.every(({ ordinal, proposer }) => proposals.has(ordinal) && proposer === 'learner')).toBe(true);
    expect(rejections.some(({ ordinal, program }) => program === null && memories.some((one) => one.ordinal === ordinal))).toBe(true);
  });

  it('are what they would be without it after every interruption, in their place among the outcomes', async () => {
    const whole = new MemoryLog();
    const { known } = await run(whole);
    const { stored } = whole;
    expect(stored.some(({ type }, index) => type === 'memory-kept' && stored[index + 1]?.type === 'memory-kept')).toBe(true);
    for (let cut = 1; cut < stored.length; cut += 1) {
      const log = whole.cutAfter(cut);
      expect((await run(log)).known).toEqual(known);
      // What a proposal had kept when it was cut off is stored twice; only the second time counts.
      const { memories } = await readRun(log);
      expect(memories).toEqual((await readRun(whole)).memories);
      const resumedAt = log.stored.findIndex(({ type }) => type === 'run-resumed');
      expect(story(log).slice(resumedAt + 1)).toEqual(story(whole).slice(-(log.stored.length - resumedAt - 1)));
      // Cut off a second time in the very proposal that is made again.
      const again = log.cutAfter(Math.min(resumedAt + 2, log.stored.length - 1));
      expect((await run(again)).known).toEqual(known);
    }
  });
});
