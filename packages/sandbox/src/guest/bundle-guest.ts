import { fileURLToPath } from 'node:url';
import { EvospiceError } from '@evospice/contracts';
import { build } from 'esbuild';

let bundle: Promise<string> | undefined;

/**
 * The guest's runtime with the toolbox as one script that binds `evospiceGuest`. Made once a process.
 * @throws EvospiceError `SANDBOX_BUNDLE`.
 */
export function bundleGuest(): Promise<string> {
  bundle ??= makeBundle();
  return bundle;
}

async function makeBundle(): Promise<string> {
  const fromSource = import.meta.url.endsWith('.ts');
  try {
    const result = await build({
      entryPoints: [fileURLToPath(new URL(fromSource ? './guest-entry.ts' : './guest-entry.js', import.meta.url))],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'evospiceGuest',
      // The isolate has neither Node's modules nor a browser's.
      platform: 'neutral',
      mainFields: ['module', 'main'],
      conditions: fromSource ? ['@evospice/source', 'module'] : ['module'],
      target: 'es2024',
      minifyWhitespace: true,
      // Strict code hands no function and no `this` to whoever inspects the stack.
      banner: { js: '"use strict";' },
      legalComments: 'none',
      logLevel: 'silent',
      tsconfigRaw: {},
    });
    return result.outputFiles[0]!.text;
  } catch (error) {
    throw new EvospiceError('SANDBOX_BUNDLE', 'the toolbox could not be bundled for the sandbox', {
      expected: 'a built or source checkout of @evospice/toolbox without Node dependencies', remedy: 'run the build', cause: error,
    });
  }
}
