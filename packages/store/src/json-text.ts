import { EvospiceError, type Json } from '@evospice/contracts';

/**
 * JSON text of a value to be stored.
 *
 * @throws EvospiceError `STORE_PAYLOAD` for NaN or an infinity, which JSON would turn into null without a word,
 *   and for what JSON cannot carry at all.
 */
export function toJsonText(value: Json, what: string): string {
  const text = JSON.stringify(value, function refuse(this: unknown, key: string, item: unknown) {
    if (typeof item === 'number' && !Number.isFinite(item)) throw refusal(what, key, String(item));
    if (typeof item === 'bigint' || typeof item === 'function' || typeof item === 'symbol') throw refusal(what, key, typeof item);
    return item;
  });
  if (text === undefined) throw refusal(what, '', 'undefined');
  return text;
}

function refusal(what: string, key: string, received: string): EvospiceError {
  return new EvospiceError('STORE_PAYLOAD', `${what}${key === '' ? '' : `, at "${key}"`}: ${received} cannot be stored`, {
    received, expected: 'a finite number, a string, a boolean, null, or lists and objects of them', remedy: 'use null where there is no number',
  });
}
