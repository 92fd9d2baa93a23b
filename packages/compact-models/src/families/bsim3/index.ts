import type { CardValues } from '@evospice/contracts';
import { completeCard } from '../../card.ts';
import type { CompleteCard, ModelFamily, ModelIdentity, UnsupportedOption } from '../../model.ts';
import { code } from './generated.ts';
import { geometry, parameters, withoutEffect } from './parameters.ts';

/** Version as a number whose order is the versions'; undefined where ngspice runs other equations (3.0 and 3.1) or none. */
function versionOf(text: string | undefined): number | undefined {
  const version = text ?? '3.3';
  if (version.startsWith('3.3')) return 3.3;
  for (const digit of ['4', '3', '2']) if (version === `3.2.${digit}` || version.startsWith(`3.2${digit}`)) return Number(`3.2${digit}`);
  return version.startsWith('3.2') ? 3.2 : undefined;
}

/** Values with which ngspice refuses the model (b3check.c). */
const positive = ['tox', 'toxm', 'nch', 'nsub', 'xj', 'pclm', 'vsat', 'u0'];
const notNegative = ['ngate', 'dvt1', 'dvt1w', 'dsub', 'delta', 'drout', 'ijth', 'clc'];

function* unsupported(values: CardValues, identity: ModelIdentity, version: number | undefined): Iterable<UnsupportedOption> {
  const { capmod, acm } = values;
  if (version === undefined) yield { parameter: 'version', value: identity.version ?? '', reason: 'the equations are those of versions 3.2 to 3.3' };
  for (const parameter of ['nqsmod', 'acnqsmod']) {
    const value = values[parameter];
    if (value !== undefined && value !== 0) yield { parameter, value, reason: 'only the quasi-static model is there; ngspice changes capacitances at every frequency' };
  }
  for (const parameter of positive) {
    const value = values[parameter];
    if (value !== undefined && value <= 0) yield { parameter, value, reason: 'ngspice wants it positive' };
  }
  for (const parameter of notNegative) {
    const value = values[parameter];
    if (value !== undefined && value < 0) yield { parameter, value, reason: 'ngspice wants it at least 0' };
  }
  if (capmod !== undefined && ![0, 1, 2, 3].includes(capmod)) yield { parameter: 'capmod', value: capmod, reason: 'the charge models are 0 to 3' };
  if (acm !== undefined && ![0, 1, 2, 3, 11, 12, 13].includes(acm)) {
    yield { parameter: 'acm', value: acm, reason: 'the area calculation methods are 0 to 3 and 11 to 13' };
  }
  for (const parameter of ['tcj', 'tcjsw', 'tcjswg']) {
    const value = values[parameter];
    if (version !== undefined && version < 3.23 && value !== undefined && value !== 0) {
      yield { parameter, value, reason: 'ngspice 39 applies it once more at every analysis in versions before 3.2.3' };
    }
  }
}

function complete(values: CardValues, identity: ModelIdentity): CompleteCard {
  const version = versionOf(identity.version);
  const fields = { sign: identity.type === 'pmos' ? -1 : 1, version: version ?? 3.3 };
  const { card, unsupported: unknown } = completeCard({ parameters, code, withoutEffect, fields }, values, identity);
  return { card, unsupported: [...unknown, ...unsupported(values, identity, version)] };
}

/** BSIM3v3 of ngspice 39, levels 8 and 49. */
export const bsim3: ModelFamily = {
  name: 'bsim3',
  terminals: ['d', 'g', 's', 'b'],
  internalNodes: [{ name: 'di', onto: 'd', present: 'gDrain' }, { name: 'si', onto: 's', present: 'gSource' }],
  parameters,
  geometry,
  accepts: (kind, { type, level }) => {
    if (kind !== 'mosfet' || (level !== 8 && level !== 49)) return undefined;
    return type === 'nmos' ? 1 : type === 'pmos' ? -1 : undefined;
  },
  complete,
  code,
};
