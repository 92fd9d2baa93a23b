import { readBlock } from './library-block.ts';
import { libraryLanguages } from './library-language.ts';
import { readLibrary, type LibrarySource } from './read-library.ts';

/** Names of the subcircuits and models that a library, or one section of it, has at its top; of bins the name in front of their numbers. @throws EvospiceError `PDK_*`. */
export function libraryNames(source: LibrarySource): readonly string[] {
  const { subcircuits, models } = readBlock(readLibrary(source).statements, libraryLanguages[source.language ?? 'ngspice'], {});
  return [...new Set([...[...subcircuits.values()].map(({ name }) => name), ...[...models.values()].map(({ name }) => name.replace(/\.\d+$/, ''))])];
}
