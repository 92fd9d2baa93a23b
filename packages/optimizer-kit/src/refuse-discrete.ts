import { EvospiceError, type ExtractionProblem } from '@evospice/contracts';

/**
 * For optimizers that difference: a parameter that moves in steps has no derivative.
 * @throws EvospiceError `OPTIMIZER_UNSUPPORTED` for a problem with a discrete parameter, before anything is simulated.
 */
export function refuseDiscrete(optimizer: string, problem: ExtractionProblem): void {
  const discrete = problem.parameters.filter(({ increment }) => increment !== undefined).map(({ name }) => name);
  if (discrete.length === 0) return;
  throw new EvospiceError('OPTIMIZER_UNSUPPORTED', `${optimizer} cannot move discrete parameters`, {
    received: discrete,
    expected: 'continuous parameters only, since it takes derivatives',
    remedy: 'choose an optimizer without derivatives, such as psade, hooke-jeeves or genetic, or leave out the increments',
  });
}
