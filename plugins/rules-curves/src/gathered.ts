import { counted } from '@evospice/contracts';
import type { Found } from '@evospice/rules-kit';

/** A finding that others like it may stand for. */
export interface Told extends Found {
  /** What it is about, apart from the curve it shows in. */
  readonly about: string;
  /** How bad it is, against others about the same. */
  readonly badness: number;
}

const rank: Readonly<Record<Found['severity'], number>> = { note: 0, warning: 1, violation: 2 };

/** The worst finding about each thing, which says in how many other curves the same shows: a fault of a card shows at every temperature and size. */
export function gathered(all: readonly Told[]): readonly Found[] {
  return [...Map.groupBy(all, ({ about }) => about).values()].map((own) => {
    const worst = own.reduce((best, each) => (rank[each.severity] > rank[best.severity] || (each.severity === best.severity && each.badness > best.badness) ? each : best));
    const { about: _, badness: __, ...found } = worst;
    const others = new Set(own.map(({ curve }) => curve)).size - 1;
    return others === 0 ? found : { ...found, message: `${found.message} (and in ${counted(others, 'other curve')})` };
  });
}
