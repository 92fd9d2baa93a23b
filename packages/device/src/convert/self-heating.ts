import type { HookContext } from './dialect-map.ts';

/** VBIC of simulators that heat it only where `selft` is set; elsewhere it heats itself wherever `rth` is not 0. */
export interface SelfHeating {
  read(context: HookContext): void;
  write(context: HookContext): void;
}

/** @param simulator as warnings call it */
export function selfHeatingBySwitch(simulator: string): SelfHeating {
  return {
    read({ parameters, warn }) {
      const selft = parameters.get('selft') ?? 0;
      parameters.delete('selft');
      const rth = parameters.get('rth') ?? 0;
      if (selft !== 0 || rth === 0) return;
      parameters.set('rth', 0);
      warn({ code: 'HEATING_OFF', parameter: 'rth', message: `rth=${String(rth)} does nothing in ${simulator} without selft=1; it becomes 0` });
    },
    write({ parameters }) {
      parameters.set('selft', (parameters.get('rth') ?? 0) === 0 ? 0 : 1);
    },
  };
}
