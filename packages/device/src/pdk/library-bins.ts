import { binsOf, type ModelBin } from './choose-bin.ts';
import { modelsNamed, readBlock, type FixedValues, type LibraryBlock, type LibrarySubcircuit } from './library-block.ts';
import { libraryLanguages } from './library-language.ts';
import { readLibrary, type LibrarySource, type ReadLibrary } from './read-library.ts';

/**
 * Bins of a model at the top of a library, in its order, or of the first such model that an element of a subcircuit names; none without.
 * @throws EvospiceError `PDK_*`.
 */
export function libraryBins(source: LibrarySource & { readonly name: string; readonly parameters?: FixedValues; readonly library?: ReadLibrary }): readonly ModelBin[] {
  const block = readBlock((source.library ?? readLibrary(source)).statements, libraryLanguages[source.language ?? 'ngspice'], source.parameters ?? {});
  const subcircuit = block.subcircuits.get(source.name.toLowerCase());
  const name = subcircuit === undefined ? source.name : binnedModelIn(subcircuit, block);
  return name === undefined ? [] : binsOf(modelsNamed(name, block), block.scope);
}

function binnedModelIn({ body }: LibrarySubcircuit, block: LibraryBlock): string | undefined {
  const elements = body.filter(({ text }) => /^[a-z]/iu.test(text));
  return elements.flatMap(({ text }) => text.split(/[\s()=]+/u)).find((word) => word !== '' && binsOf(modelsNamed(word, block), block.scope).length > 0);
}
