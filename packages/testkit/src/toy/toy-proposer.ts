import { EvospiceError, type Proposer } from '@evospice/contracts';
import { evolveBlocks, replaceBlock } from '@evospice/program-text';

/** Moves one of the numbers of its first parent by a normally distributed step; all chance comes from the request. */
export function toyProposer(name = 'toy'): Proposer {
  return {
    name,
    propose({ parents, random }, { signal } = {}) {
      if (signal?.aborted === true) return Promise.reject(new EvospiceError('PROPOSAL_FAILED', 'cancelled'));
      const parent = parents[0]?.program;
      const block = parent === undefined ? undefined : evolveBlocks(parent)[0];
      if (parent === undefined || block === undefined) return Promise.reject(new EvospiceError('PROPOSAL_FAILED', 'there is no parent with an evolve block'));
      const which = random.next() < 0.5 ? 'x' : 'y';
      const step = 0.1 * random.normal();
      const text = block.text.replace(new RegExp(`(${which} = )([\\d.e+-]+)`, 'u'), (_, head: string, value: string) => head + String(Math.min(1, Math.max(0, Number(value) + step))));
      const { entry, files } = replaceBlock(parent, block, text);
      return Promise.resolve({ entry, files, operator: 'move', parents: [parent.id], details: { number: which, step } });
    },
  };
}
