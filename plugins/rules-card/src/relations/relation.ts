import type { RuleSubject } from '@evospice/contracts';
import type { CardView, Found } from '@evospice/rules-kit';

/** Something that several values of one card must keep to together. */
export interface Relation {
  readonly name: string;
  readonly source: string;
  /** What is wrong; nothing where the card does not state enough to tell. */
  judge(view: CardView, subject: RuleSubject): readonly Omit<Found, 'source'>[];
}

/** Values of a card by name, where it states all of them and all are of a kind that other rules accept: finite. */
export function stated<const N extends readonly string[]>(view: CardView, names: N): { readonly [K in keyof N]: number } | undefined {
  const values = names.map((name) => view.value(name));
  return values.every((value) => value !== undefined && Number.isFinite(value)) ? (values as { readonly [K in keyof N]: number }) : undefined;
}
