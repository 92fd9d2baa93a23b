import { resolve } from 'node:path';
import { counted, EvospiceError } from '@evospice/contracts';
import { fetchPublicData, findTasks, measuredCache, publicServer, publicTasks, type PublicTask } from '@evospice/device';
import { nearest } from '@evospice/kernel';
import { fold, textTable } from '@evospice/report';
import { outputFolder } from '../compose/output-folder.ts';
import { jsonOption, type Common } from '../options/common.ts';
import type { RegisterVerb } from '../options/services.ts';
import { runCommand, type CommandResult } from '../output/run-command.ts';

interface FetchOptions {
  /** Folder for the tasks. */
  readonly to?: string;
  /** Server, or folder with clones. */
  readonly from: string;
}

export const registerData: RegisterVerb = (program) => {
  const data = program.command('data').description('measured devices: where they are, and public ones to fetch');
  data
    .command('list', { isDefault: true })
    .description('list the measured tasks on this machine, and those that can be fetched')
    .addOption(jsonOption())
    .action((options: Common) => runCommand(options.json, dataList));
  data
    .command('fetch')
    .description('bring published measurements of devices, checked by their checksums, and make tasks of them')
    .argument('[tasks...]', 'tasks wanted; all when left out')
    .option('--to <folder>', `folder for the tasks; EVOSPICE_DATA, else ${measuredCache()}`)
    .option('--from <server or folder>', 'where the files come from: a server, or a folder with clones as <owner>/<name>', publicServer)
    .addOption(jsonOption())
    .action((tasks: readonly string[], options: Common & FetchOptions) => runCommand(options.json, (signal) => dataFetch(tasks, options, signal)));
};

/** `evospice data`: which measured tasks there are, and where public ones come from. */
async function dataList(): Promise<CommandResult> {
  const found = await findTasks();
  const published = publicTasks.map(({ id, title, repository: { name, commit, licence, by } }) => ({ id, title, repository: `https://github.com/${name}`, commit, licence, by }));
  return {
    document: { location: found.location, searched: found.searched, tasks: found.tasks, public: published },
    text: [
      found.location === null ? fold(`no measured tasks in ${found.searched.join(', ')}`, 2) : `measured tasks in ${found.location}`,
      ...(found.tasks.length === 0 ? [] : [textTable({ head: ['task', 'kind', 'title'], rows: found.tasks.map(({ id, kind, title }) => [id, kind, title]) })]),
      'to be fetched with `evospice data fetch`',
      textTable({ head: ['task', 'licence', 'repository', 'title'], rows: published.map(({ id, licence, repository, title }) => [id, licence, repository, title]) }),
    ].join('\n'),
  };
}

/** `evospice data fetch`: published files into task folders. */
async function dataFetch(names: readonly string[], { to, from }: FetchOptions, signal: AbortSignal): Promise<CommandResult> {
  if (/^[a-z]+:\/\//iu.test(from) ? !/^https?:/u.test(from) : /^[^/\\]+@[^/\\]+:/u.test(from)) {
    throw new EvospiceError('USAGE_DATA', `files cannot be brought from ${from}`, { received: from, expected: 'a server (https://…), or a folder with clones', remedy: 'clone the repository to <folder>/<owner>/<name> and give --from <folder>' });
  }
  const { EVOSPICE_DATA } = process.env;
  const folder = await outputFolder(to ?? (EVOSPICE_DATA === undefined || EVOSPICE_DATA === '' ? measuredCache() : EVOSPICE_DATA), { links: true });
  const tasks = await fetchPublicData({ tasks: names.length === 0 ? publicTasks : names.map(publicTask), to: folder, from: /^https?:/u.test(from) ? from : resolve(from), signal });
  return {
    document: { folder, from, tasks },
    text: [`measured tasks in ${folder}`, ...tasks.map(({ id, brought, present }) => `  ${id}: ${counted(brought, 'file')} brought${present === 0 ? '' : `, ${present} there already`}`)].join('\n'),
  };
}

/** @throws EvospiceError `USAGE_DATA` for a task that is not published */
function publicTask(name: string): PublicTask {
  const task = publicTasks.find(({ id }) => id === name);
  if (task !== undefined) return task;
  const names = publicTasks.map(({ id }) => id);
  const guess = nearest(name, names);
  throw new EvospiceError('USAGE_DATA', `there is no public task "${name}"`, {
    received: name, expected: `one of ${names.join(', ')}`, ...(guess === undefined ? {} : { remedy: `did you mean "${guess}"?` }),
  });
}
