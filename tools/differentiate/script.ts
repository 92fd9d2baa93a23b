// The derivatives of a family as text: the body of a function that returns them, for the sandbox, which compiles it when a program first asks for it.
import { build } from 'esbuild';

/** A module that exports the text as `text`. @param file generated.ts of the family */
export async function textModule(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file], bundle: true, write: false, format: 'iife', globalName: 'equations', platform: 'neutral', target: 'es2024', minifyWhitespace: true,
    minifyIdentifiers: true, legalComments: 'none', logLevel: 'silent', tsconfigRaw: {}, banner: { js: '"use strict";' }, footer: { js: 'return equations.code;' },
  });
  return `// Written by tools/differentiate. Not to be edited.\nexport const text: string = ${JSON.stringify(outputFiles[0]!.text)};\n`;
}
