import { Document, visit } from 'yaml';
import { plainNumber } from '../plain-number.ts';
import type { ProposedEntry, TaskProposal } from '../task-document.ts';

/** Longest line of a comment. */
const width = 130;

/** The proposal as a `task.yaml`, with what was assumed and why as comments. */
export function taskText(proposal: TaskProposal): string {
  const { device, model, instances, entries, tunables, assumptions } = proposal;
  return [
    ...comment(`Written by \`evospice import\` from ${proposal.files.join(', ')}. It is yours: correct what is wrong, then run \`evospice extract\` on this folder.`),
    ...(assumptions.length === 0 ? [] : ['#', ...comment('Taken for true without being told:'), ...assumptions.flatMap((text) => comment(text, '- '))]),
    'schema: 1',
    `id: ${scalar(proposal.id)}`,
    `title: ${scalar(proposal.title)}`,
    `device: ${flow(device)}`,
    ...comment(proposal.cardNote),
    `model: ${flow(model)}`,
    ...comment('What is on the element line of each device, SI units.'),
    'instances:',
    ...instances.map(({ id, params }) => `  - ${flow({ id, params })}`),
    ...comment(proposal.splitNote),
    'data:',
    ...entries.flatMap((entry) => entryLines(entry, proposal.floor.value)),
    ...comment(`Readings below the floor are not scored: ${proposal.floor.why}.`),
    `metric: ${flow({ floor: proposal.floor.value })}`,
    ...comment(`Parameters to move, with the usual bounds of ${model.family}; without \`init\` they start at the value on the card.`),
    ...[...tunables.leftOut].flatMap(([reason, names]) => comment(`Left out, ${reason}: ${names.join(', ')}.`)),
    tunables.tunables.length === 0 ? 'tunables: []' : 'tunables:',
    ...tunables.tunables.map(({ name, init, lower, upper, scale, role }) => {
      const text = `  - ${flow({ name, ...(init === undefined ? {} : { init }), lo: lower, hi: upper, scale })}`;
      return role === undefined ? text : `${text.padEnd(62)} # ${role}`;
    }),
    '',
  ].join('\n');
}

function entryLines(entry: ProposedEntry, floor: number): readonly string[] {
  const { files, format, instance, temperatureC, curve, sweep, block, frequency, network, bias, measure, keep, split, columns } = entry;
  const [only] = files;
  const file = files.length === 1 && only!.at === undefined ? only!.file : files.map(({ file: name, at }) => (at === undefined ? name : { file: name, at }));
  const measured = measure.map(({ floor: own, col, kind, node, hi, lo }) => ({
    col, ...(node === undefined ? {} : { node }), kind, ...(hi === undefined ? {} : { hi }), ...(lo === undefined ? {} : { lo }), ...(own.value === floor ? {} : { floor: own.value }),
  }));
  const why = measure.filter(({ floor: own }) => own.value !== floor).map(({ col, floor: own }) => `Floor of ${col}: ${own.why}.`);
  return [
    ...(typeof file === 'string' ? [`  - file: ${scalar(file)}`] : ['  - file:', ...file.map((each) => `      - ${typeof each === 'string' ? scalar(each) : flow(each)}`)]),
    `    format: ${flow(format)}`,
    `    instance: ${scalar(instance)}`,
    `    temp_c: ${temperatureC}`,
    `    curve: ${curve}`,
    `    sweep: ${scalar(sweep)}`,
    ...(block.length === 0 ? [] : [`    block: ${flow(block)}`]),
    ...(frequency === undefined ? [] : [`    freq: ${scalar(frequency)}`]),
    ...(network === undefined ? [] : [`    network: ${flow(network)}`]),
    `    bias: ${flow(bias)}`,
    `    measure: ${flow(measured)}`,
    ...why.flatMap((text) => comment(text).map((line) => `    ${line}`)),
    ...(keep === undefined ? [] : [`    keep: ${flow(keep)}`]),
    ...(Object.keys(columns).length === 0 ? [] : [`    columns: ${flow(columns)}`]),
    `    split: ${split}`,
  ];
}

function scalar(value: string | number): string {
  return flow(value);
}

/** A value on one line, small and large numbers with an exponent. */
function flow(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'number' && plainNumber(node.value).includes('e')) node.format = 'EXP';
    },
  });
  return document.toString({ collectionStyle: 'flow', lineWidth: 0 }).trim();
}

/** Text as comment lines, folded between words. */
function comment(text: string, bullet = ''): readonly string[] {
  const lines: string[] = [];
  let line = bullet;
  const rest = ' '.repeat(bullet.length);
  for (const word of text.replaceAll(/\s+/gu, ' ').trim().split(' ')) {
    if (line.trim() !== '' && line.trim() !== bullet.trim() && line.length + word.length + 1 > width) {
      lines.push(line);
      line = rest;
    }
    line += line === bullet || line === rest ? word : ` ${word}`;
  }
  return [...lines, line].map((each) => `# ${each}`);
}
