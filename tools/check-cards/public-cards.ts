import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { countFindings, severities, type PhysicsFinding } from '../../packages/contracts/src/index.ts';
import { findTasks } from '../../packages/device/src/index.ts';

const command = resolve(import.meta.dirname, '../../packages/cli/bin/evospice.mjs');

interface Checked {
  readonly cards?: readonly { readonly name: string; readonly family: string | null; readonly findings: readonly PhysicsFinding[]; readonly probed: { readonly by: string; readonly points: number } }[];
  readonly error?: { readonly message: string };
}

interface Row {
  readonly card: string;
  readonly how: string;
  readonly family: string;
  readonly findings: readonly PhysicsFinding[];
  readonly probes: string;
}

/** Cards of the measured devices as a user would check them: by the command line. */
export async function publicTable(): Promise<string> {
  const rows: Row[] = [];
  for (const { id, folder } of await tasksWithFolders()) {
    for (const file of readdirSync(join(folder, 'card')).toSorted()) {
      if (file.endsWith('.lib')) continue;
      rows.push(...check(`${id.slice(0, 3)} ${file}`, 'alone', [join(folder, 'card', file)]));
    }
    rows.push(...check(`${id.slice(0, 3)} start.mod`, 'with its task', [id]));
  }
  const judged = rows.filter(({ family }) => family !== 'none');
  const sum = (severity: PhysicsFinding['severity']) => judged.reduce((total, { findings }) => total + countFindings(findings)[severity], 0);
  const lines = judged.map(({ card, how, family, findings, probes }) => `| ${card} | ${how} | ${family} | ${probes} | ${severities.toReversed().map((severity) => countFindings(findings)[severity] || '').join(' | ')} |`);
  const grave = judged.flatMap(({ card, how, findings }) => findings.filter(({ severity }) => severity !== 'note').map((finding) => `- ${card}, ${how}: ${finding.severity}: ${finding.message} [${finding.rule}]`));
  return [
    `${judged.length} checks of ${new Set(judged.map(({ card }) => card)).size} cards: ${sum('violation')} violations, ${sum('warning')} warnings, ${sum('note')} notes.`, '',
    '| card | how | family | points beyond measurement | violations | warnings | notes |', '|---|---|---|---|---|---|---|', ...lines, '',
    'Violations and warnings:', '', ...(grave.length === 0 ? ['none.'] : grave), '',
  ].join('\n');
}

async function tasksWithFolders(): Promise<readonly { readonly id: string; readonly folder: string }[]> {
  return (await findTasks()).tasks.filter(({ id }) => /^p\d\d-/u.test(id)).map(({ id, file }) => ({ id, folder: dirname(file) }));
}

function check(card: string, how: string, args: readonly string[]): readonly Row[] {
  const { stdout } = spawnSync(process.execPath, [command, 'check', ...args, '--json'], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  const { cards, error } = JSON.parse(stdout) as Checked;
  if (cards === undefined) throw new Error(`${card}: ${error?.message ?? 'no answer'}`);
  return cards.map(({ family, findings, probed }) => ({ card, how, family: family ?? 'none', findings, probes: probed.by === 'nothing' ? 'none' : String(probed.points) }));
}
