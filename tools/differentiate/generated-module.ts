// The file generated.ts of a family: its derivatives as text, which onDemand of the package compiles when one of them is first asked for.
import { transform } from 'esbuild';

const heading = '// Written by tools/differentiate from equations.ts beside it: npm run differentiate. Not to be edited; --print shows it to read.';

/** @param derivatives body of a function that returns the family's code */
export async function generatedModule(derivatives: string): Promise<string> {
  // A declaration, since a bare return is not a script.
  const { code } = await transform(`function bring() { "use strict"; ${derivatives} }`, { minifyWhitespace: true, minifyIdentifiers: true, legalComments: 'none', target: 'es2024' });
  return `${heading}\nimport { onDemand } from '../../on-demand.ts';\n\nexport const code = onDemand(${JSON.stringify(`${code.trim().replace(/;$/u, '')};return bring();`)});\n`;
}
