import type { FileColumn } from '../columns/inventory.ts';
import { importedKinds, namesOf, terminalOf, type ImportedKind } from '../kinds.ts';
import type { Assumptions } from '../assumptions.ts';
import type { Ask } from '../question.ts';

/** Words that mean one kind of device and no other. */
const telling: readonly { readonly kind: ImportedKind; readonly needs: readonly (readonly string[])[] }[] = [
  { kind: 'bjt', needs: [['c', 'collector', 'coll'], ['b', 'base', 'e', 'emitter']] },
  { kind: 'mosfet', needs: [['d', 'drain', 'g', 'gate'], ['g', 'gate', 's', 'source'], ['b', 'bulk', 'body', 'well']] },
  { kind: 'diode', needs: [['a', 'anode', 'k', 'cathode']] },
  { kind: 'diode', needs: [['p'], ['n']] },
];

/** The device that the columns are named for; asked for where three terminals d, g and s may belong to several. */
export async function kindOfColumns(columns: readonly FileColumn[], { ask, assumptions }: { readonly ask: Ask; readonly assumptions: Assumptions }): Promise<ImportedKind> {
  const words = new Set(columns.flatMap(({ reading }) => reading?.words ?? []));
  const found = telling.find(({ needs }) => needs.every((any) => any.some((word) => words.has(word))));
  if (found !== undefined) {
    const terminals = [...new Set([...words].flatMap((word) => terminalOf(found.kind, word) ?? []))];
    assumptions.add(`the device is a ${namesOf(found.kind).label}, since columns are named for ${terminals.length === 1 ? 'terminal' : 'terminals'} ${terminals.join(', ')}`);
    return found.kind;
  }
  return (await ask({
    option: '--device', text: 'which kind of device was measured', example: 'mosfet',
    choices: importedKinds.map((kind) => ({ value: kind, label: namesOf(kind).label })),
  })) as ImportedKind;
}
