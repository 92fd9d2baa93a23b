import { dirname } from 'node:path';
import type { Plugin } from 'esbuild';

/** The derivatives of a family of compact models, in a checkout or built. */
const generated = /[\\/]compact-models[\\/](?:src|dist)[\\/]families[\\/][^\\/]+[\\/]generated\.([jt]s)$/;

/**
 * Keeps the derivatives of each family as text until a program first uses them: as code they would be eight times of everything else, and
 * each isolate would read them when it is made. The compiler is captured before a program runs, and gets nothing that comes from one.
 */
export const equationsOnDemand: Plugin = {
  name: 'equations-on-demand',
  setup({ onLoad }) {
    onLoad({ filter: generated }, ({ path }) => ({
      loader: 'js', resolveDir: dirname(path), contents: `import { text } from './generated-text.${generated.exec(path)![1]}';\n${onDemand}\nexport const code = onDemand(text);`,
    }));
  },
};

/** The parts of `GeneratedCode`, each of which brings all of them when it is first looked at. */
const onDemand = `
const { defineProperty } = Object;
const Compiler = Function;
const parts = ['card', 'geometry', 'ambient', 'prepared', 'nodes', 'prepare', 'prepareTangent', 'evaluate', 'store', 'respond'];
function onDemand(text) {
  const code = {};
  const bring = () => {
    const found = new Compiler(text)();
    for (const part of parts) defineProperty(code, part, { value: found[part], enumerable: true });
    return code;
  };
  for (const part of parts) defineProperty(code, part, { get: () => bring()[part], enumerable: true, configurable: true });
  return code;
}`;
