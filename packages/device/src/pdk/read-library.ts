import { looksLikeSpectre, spectreRemedy } from '../cards/looks-like-spectre.ts';
import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, normalize } from 'node:path';
import { nearest } from '@evospice/kernel';
import { decodeText } from '@evospice/readers';
import { libraryLanguages, type LibraryLanguageName } from './library-language.ts';
import { libraryStatements, type LibraryStatement } from './library-lines.ts';
import { pdkError, type Place } from './pdk-error.ts';
import { spectreStatements } from './spectre-statements.ts';

export interface LibrarySource {
  readonly file: string;
  /** Section of a library to start with. */
  readonly section?: string;
  /** Whose rules it follows; ngspice when left out. */
  readonly language?: LibraryLanguageName;
  /** Reads a file as text; the file system when left out. */
  readonly readFile?: (file: string) => string;
}

export interface ReadLibrary {
  /** Statements in order, with files and sections put in place. */
  readonly statements: readonly LibraryStatement[];
  /** Files read, in order, each once. */
  readonly files: readonly string[];
}

const includes = /^\.(?:include|inc|incl)\s+(.+)$/i;
const library = /^\.lib\s+(\S+|"[^"]*"|'[^']*')(?:\s+(\S+))?\s*$/i;

/**
 * Reads a library and everything it includes: `.include file`, `.lib file section`, and the sections `.lib name` … `.endl` of a library. Paths
 * count from the file that names them.
 * @throws EvospiceError `PDK_FILE`, `PDK_SECTION`, `PDK_RECURSION`, `PDK_SYNTAX`.
 */
export function readLibrary({ file, section, language = 'ngspice', readFile = (path) => decodeText(readFileSync(path), path).text }: LibrarySource): ReadLibrary {
  const cache = new Map<string, LibraryStatement[]>();
  const statements: LibraryStatement[] = [];

  function load(path: string, from: Place): LibraryStatement[] {
    const known = cache.get(path);
    if (known !== undefined) return known;
    let text: string;
    try {
      text = readFile(path);
    } catch (cause) {
      throw pdkError('PDK_FILE', `cannot read ${path}`, from, { received: path, expected: 'a file of the library', remedy: 'check the path', cause });
    }
    const read = language === 'spectre' ? spectreStatements(text, path) : libraryStatements(text, path, libraryLanguages[language].comments);
    cache.set(path, read);
    return read;
  }

  function visit(path: string, wanted: string | undefined, from: Place, chain: readonly string[]): void {
    const key = wanted === undefined ? path : `${path} ${wanted.toLowerCase()}`;
    if (chain.includes(key)) throw pdkError('PDK_RECURSION', `${path}${wanted === undefined ? '' : ` section ${wanted}`} includes itself`, from, { received: [...chain, key].join(' -> '), expected: 'files that do not include each other in a circle', remedy: 'break the circle' });
    const inside = [...chain, key];
    const all = load(path, from);
    const own = wanted === undefined ? outsideSections(all) : sectionOf(all, wanted, path, from);
    for (const statement of own) {
      const include = includes.exec(statement.text);
      const lib = library.exec(statement.text);
      if (include !== null) visit(pathOf(include[1]!, path), undefined, statement, inside);
      else if (lib !== null && lib[2] !== undefined) visit(pathOf(lib[1]!, path), unquoted(lib[2]), statement, inside);
      else if (!/^\.endl\b/i.test(statement.text)) statements.push(statement);
    }
  }

  visit(file, section, { file, line: 1 }, []);
  return { statements, files: [...cache.keys()] };
}

function unquoted(text: string): string {
  return text.trim().replace(/^(['"])(.*)\1$/, '$2');
}

function pathOf(text: string, from: string): string {
  const path = unquoted(text);
  return isAbsolute(path) ? path : normalize(join(dirname(from), path));
}

/** Name of the section that starts at a statement; undefined for any other statement. */
function startOfSection(statement: LibraryStatement): string | undefined {
  const match = library.exec(statement.text);
  return match === null || match[2] !== undefined ? undefined : unquoted(match[1]!);
}

function outsideSections(all: readonly LibraryStatement[]): LibraryStatement[] {
  let open: LibraryStatement | undefined;
  const own: LibraryStatement[] = [];
  for (const statement of all) {
    if (open === undefined && startOfSection(statement) !== undefined) open = statement;
    else if (/^\.endl\b/i.test(statement.text)) open = undefined;
    else if (open === undefined) own.push(statement);
  }
  if (open !== undefined) throw unclosed(open);
  return own;
}

function sectionOf(all: readonly LibraryStatement[], wanted: string, path: string, from: Place): LibraryStatement[] {
  const start = all.findIndex((statement) => startOfSection(statement)?.toLowerCase() === wanted.toLowerCase());
  if (start < 0) {
    const names = all.flatMap((statement) => startOfSection(statement) ?? []);
    const guess = nearest(wanted, names);
    throw pdkError('PDK_SECTION', `${path} has no section ${wanted}`, from, { received: wanted, expected: names.length === 0 ? 'a library with sections' : `one of ${names.join(', ')}`, remedy: guess === undefined ? missing(all, names) : `did you mean "${guess}"?` });
  }
  const length = all.slice(start + 1).findIndex((statement) => /^\.endl\b/i.test(statement.text));
  if (length < 0) throw unclosed(all[start]!);
  return all.slice(start + 1, start + 1 + length);
}

function missing(all: readonly LibraryStatement[], names: readonly string[]): string {
  return names.length === 0 && looksLikeSpectre(all.map(({ text }) => text).join('\n')) ? spectreRemedy : 'check the section and the file';
}

function unclosed(start: LibraryStatement): Error {
  return pdkError('PDK_SECTION', 'a section is not closed', start, { received: start.text, expected: '.endl before the end of the file', remedy: 'the file may be cut short' });
}
