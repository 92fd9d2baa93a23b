import type { FlatElement } from './flatten-subcircuit.ts';
import type { LibrarySubcircuit } from './library-block.ts';
import { pdkError } from './pdk-error.ts';

/** Elements whose models can be tuned. */
const kinds = 'dqjmn';

/**
 * The element of a subcircuit whose model is tuned: the one named, or the only transistor or diode, of a type where one is stated.
 * @throws EvospiceError `PDK_MODEL` where there is none, `PDK_AMBIGUOUS` where there are several
 */
export function tunedElement({ name, statement }: LibrarySubcircuit, elements: readonly FlatElement[], { device, type }: { readonly device?: string; readonly type?: string }): FlatElement {
  const all = elements.filter(({ kind, model }) => model !== undefined && kinds.includes(kind));
  const typed = type === undefined ? all : all.filter(({ model }) => model!.candidates.some((each) => firstWord(each.type) === firstWord(type)));
  const wanted = device?.toLowerCase();
  const meant = wanted === undefined ? (typed.length === 0 ? all : typed) : all.filter(({ path }) => `.${path.toLowerCase()}`.endsWith(`.${wanted}`));
  const [found] = meant;
  const described = all.map(({ path, model }) => `${path} (${model!.candidates[0]!.type} ${model!.candidates[0]!.name})`).join(', ');
  if (found === undefined) {
    throw pdkError('PDK_MODEL', `subcircuit ${name} has no device ${device ?? 'with a model'}`, statement, { received: described, expected: 'a transistor or diode with a model', remedy: device === undefined ? 'include the file or section that has the model' : 'name one of these devices' });
  }
  if (meant.length > 1) {
    throw pdkError('PDK_AMBIGUOUS', `subcircuit ${name} has several devices: ${described}`, statement, { received: meant.map(({ path }) => path).join(', '), expected: 'one device whose model is meant', remedy: `say which: model.device in task.yaml, or --device, such as ${found.path}` });
  }
  return found;
}

function firstWord(type: string): string {
  return type.toLowerCase().split(/[\s(]/, 1)[0]!;
}
