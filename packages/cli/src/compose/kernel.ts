import { type Logger } from '@evospice/contracts';
import { createKernel, type Kernel } from '@evospice/kernel';
import { visible } from '../output/visible.ts';
import { builtinPlugins } from './builtin-plugins.ts';

/** Logger for a terminal: warnings always, the rest with `verbose`; all on standard error. */
function standardErrorLogger(verbose: boolean): Logger {
  const write = (level: string) => (message: string, fields?: Readonly<Record<string, unknown>>) => {
    const tail = fields === undefined || Object.keys(fields).length === 0 ? '' : ` ${JSON.stringify(fields)}`;
    process.stderr.write(visible(`${level}${message}${tail}\n`));
  };
  const silent = () => undefined;
  return { debug: verbose ? write('debug: ') : silent, info: verbose ? write('') : silent, warn: write('warning: ') };
}

/** A kernel with the built-in plugins and those asked for, looked up from the folder or file `from`. */
export async function cliKernel(options: { readonly verbose?: boolean; readonly plugins?: readonly string[]; readonly from?: string } = {}): Promise<Kernel> {
  const kernel = createKernel({
    clock: { now: () => new Date().getTime() },
    logger: standardErrorLogger(options.verbose ?? false),
    plugins: builtinPlugins.map((plugin) => ({ plugin, location: 'built in' })),
  });
  await kernel.load(options.plugins ?? [], options.from ?? process.cwd());
  return kernel;
}
