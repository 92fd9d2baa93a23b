import { EvospiceError, type Command, type CommandInput, type CommandResult } from '@evospice/contracts';
import { parse } from 'yaml';
import { readyFlowNames, readyFlowText } from './ready-flows.ts';

/** `evospice flows list`, `evospice flows show NAME`. */
export const flowsCommand: Command = {
  name: 'flows',
  description: 'list the ready flows of extraction stages (list), or print one to copy and change (show NAME)',
  register(line) {
    line.argument('[what]', 'list or show (default: list)').argument('[name]', 'the flow that is shown');
  },
  async run({ arguments: [what = 'list', name] }: CommandInput): Promise<CommandResult> {
    if (what === 'list') return listed();
    if (what === 'show' && name !== undefined) return { document: { name, ...headOf(name), text: readyFlowText(name) }, text: readyFlowText(name).trimEnd() };
    throw new EvospiceError('USAGE_FLOWS', what === 'show' ? 'no flow is named' : `flows cannot "${what}"`, {
      received: what, expected: what === 'show' ? `one of ${readyFlowNames().join(', ')}` : 'list, or show NAME', remedy: '`evospice flows show bsim` shows one',
    });
  },
};

interface Head {
  readonly summary: string;
  readonly families: readonly string[];
  readonly stages: number;
}

function headOf(name: string): Head {
  const { summary = '', families = [], stages = [] } = parse(readyFlowText(name)) as { summary?: string; families?: readonly string[]; stages?: readonly unknown[] };
  return { summary, families, stages: stages.length };
}

function listed(): CommandResult {
  const flows = readyFlowNames().map((name) => ({ name, ...headOf(name) }));
  const width = Math.max(...flows.map(({ name }) => name.length));
  return { document: { flows }, text: flows.map(({ name, summary, families }) => `${name.padEnd(width)}  ${families.join(', ')}: ${summary}`).join('\n') };
}
