import { expect, it } from 'vitest';
import { isForeign } from './foreign-failure.ts';

it.each(['SIMULATOR_CLOSED', 'SCHEDULER_NO_LICENCE', 'EXTRACTION_SIMULATOR', 'SANDBOX_MISSING', 'RUNNER_START'])('%s comes from around an optimizer', (code) => {
  expect(isForeign(code)).toBe(true);
});

it.each(['OPTIMIZER_ERROR', 'OPTIMIZER_UNSUPPORTED', 'PROGRAM_DEADLINE', 'PROGRAM_SIMULATOR', 'EXTRACTION_CANDIDATE', 'SIMULATORS', 'TOOLBOX_SHAPE'])('%s is its own', (code) => {
  expect(isForeign(code)).toBe(false);
});
