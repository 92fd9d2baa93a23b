// From here on the product is loaded from `dist/linked`: a few files instead of some 1,400 modules, which start ten times as fast.
// Without them, or where something was built since, and with EVOSPICE_DEBUG, whose stack traces are to name the modules, everything is
// loaded from where it was built. Child processes that inherit the options of Node do the same.
import { enableCompileCache, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { folder, linked, placeOf } from './linked.mjs';

const found = process.env.EVOSPICE_DEBUG === undefined ? linked() : undefined;
if (found !== undefined) {
  const files = new Map(Object.entries(found.modules).map(([path, file]) => [placeOf(path).href, new URL(file, folder).href]));
  registerHooks({
    // Plugins from elsewhere get the same instance of a package too.
    resolve(specifier, context, next) {
      const resolved = next(specifier, context);
      const url = files.get(resolved.url);
      return url === undefined ? resolved : { ...resolved, url };
    },
  });
  // What V8 has compiled once; it goes away with what it was compiled from.
  enableCompileCache(fileURLToPath(new URL('cache', folder)));
  process.execArgv.push(`--import=${import.meta.url}`);
}
