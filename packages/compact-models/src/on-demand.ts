import type { GeneratedCode } from './model.ts';

// Captured before a program runs in the same isolate; it gets nothing that comes from one.
const Compiler = Function;

const parts = ['card', 'geometry', 'ambient', 'prepared', 'nodes', 'prepare', 'prepareTangent', 'evaluate', 'store', 'respond'] as const satisfies readonly (keyof GeneratedCode)[];

/**
 * A family's derivatives, which stay text until one of their parts is first looked at: as code those of all families are several megabytes
 * that every process and every isolate would read, and most use one family or none.
 * @param text body of a function that returns the code
 */
export function onDemand(text: string): GeneratedCode {
  const code = {};
  const bring = (): GeneratedCode => {
    const found = new Compiler(text)() as GeneratedCode;
    for (const part of parts) Object.defineProperty(code, part, { value: found[part], enumerable: true });
    return found;
  };
  for (const part of parts) Object.defineProperty(code, part, { get: () => bring()[part], enumerable: true, configurable: true });
  return code as GeneratedCode;
}
