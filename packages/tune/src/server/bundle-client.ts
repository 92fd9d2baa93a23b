import { fileURLToPath } from 'node:url';
import { EvospiceError } from '@evospice/contracts';
import { build } from 'esbuild';

const fromSource = import.meta.url.endsWith('.ts');

/**
 * The page's script: `client/main` with what it imports, as one text that needs nothing else. Made at the start of each page, in some tens of
 * milliseconds, so that it is never older than the server.
 * @throws EvospiceError `SERVER_BUNDLE`
 */
export async function bundleClient(): Promise<string> {
  try {
    const { outputFiles } = await build({
      entryPoints: [fileURLToPath(new URL(`../client/main.${fromSource ? 'ts' : 'js'}`, import.meta.url))],
      bundle: true, write: false, format: 'esm', platform: 'browser', target: 'es2022', minify: true, legalComments: 'none', logLevel: 'silent', tsconfigRaw: {},
    });
    return outputFiles[0]!.text;
  } catch (cause) {
    throw new EvospiceError('SERVER_BUNDLE', 'the script of the page could not be bundled', { expected: 'a built or source checkout', remedy: 'run the build', cause });
  }
}
