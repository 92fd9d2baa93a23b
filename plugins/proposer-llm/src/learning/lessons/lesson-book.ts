import type { ChildVerdict } from '@evospice/contracts';
import type { NamedText } from '../text-id.ts';
import { RecordTally, type LessonRecord } from './record.ts';

/** Before the name of a lesson that a prompt withheld. */
const WITHOUT = 'without-';

/** Whether a prompt showed a lesson, as details of a child say it. */
export function shownAs({ id }: NamedText, isShown: boolean): string {
  return isShown ? id : `${WITHOUT}${id}`;
}

/** The lessons that hold at present, and what children came to with and without each that there ever was. */
export class LessonBook {
  readonly #detail: string;
  readonly #records = new Map<string, RecordTally>();
  lessons: readonly NamedText[] = [];

  /** @param detail of a child: which lessons its prompt showed and withheld, as {@link shownAs} writes them, with spaces between */
  constructor(detail: string) {
    this.#detail = detail;
  }

  recordOf(lesson: NamedText, isShown: boolean): LessonRecord {
    return (this.#records.get(shownAs(lesson, isShown)) ?? new RecordTally()).record;
  }

  outcome(verdict: ChildVerdict): void {
    const told = verdict.details[this.#detail];
    for (const name of typeof told === 'string' ? told.split(' ') : []) {
      const tally = this.#records.get(name) ?? new RecordTally();
      this.#records.set(name, tally);
      tally.add(verdict);
    }
  }
}
