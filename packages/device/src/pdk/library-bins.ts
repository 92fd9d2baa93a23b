import { binsOf, type ModelBin } from './choose-bin.ts';
import { modelsNamed, readBlock, type FixedValues } from './library-block.ts';
import { libraryLanguages } from './library-language.ts';
import { readLibrary, type LibrarySource } from './read-library.ts';

/** Bins of a model at the top of a library, in its order; none for a model without bins and for a subcircuit. @throws EvospiceError `PDK_*`. */
export function libraryBins(source: LibrarySource & { readonly name: string; readonly parameters?: FixedValues }): readonly ModelBin[] {
  const block = readBlock(readLibrary(source).statements, libraryLanguages[source.language ?? 'ngspice'], source.parameters ?? {});
  return block.subcircuits.has(source.name.toLowerCase()) ? [] : binsOf(modelsNamed(source.name, block), block.scope);
}
