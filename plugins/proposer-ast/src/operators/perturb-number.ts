import type { RandomSource } from '@evospice/contracts';
import { isWhole, type WrittenNumber } from '@evospice/program-text';

/** Another value for a number: scaled log-normally, or sometimes drawn from its whole range; undefined when none is found. */
export function perturbed({ value, text, range }: WrittenNumber, random: RandomSource): string | undefined {
  const whole = isWhole({ text, range });
  const [low, high] = range ?? [0, Number.POSITIVE_INFINITY];
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const anew = range !== undefined && low > 0 && random.next() < 0.2;
    const drawn = anew ? low * (high / low) ** random.next() : value * Math.exp(0.5 * random.normal());
    const rounded = whole ? wholeNear(drawn, value) : Number(drawn.toPrecision(3));
    const next = Math.min(high, Math.max(low, rounded));
    if (next !== value && Number.isFinite(next)) return String(next);
  }
  return undefined;
}

/** The nearest whole number, but never the old one: small counts would hardly ever move. */
function wholeNear(drawn: number, old: number): number {
  const rounded = Math.round(drawn);
  return rounded === old ? old + (drawn < old ? -1 : 1) : rounded;
}
