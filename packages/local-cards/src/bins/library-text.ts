import type { ModelCard } from '@evospice/contracts';
import type { Bin } from './bins.ts';

/**
 * A library of bins as ngspice and HSPICE read it: a model for each, `name.1`, `name.2`, …, with its edges.
 * An edge that a grid of one length or width does not have is left out: the bin takes every device in that direction.
 * @param comment lines in front of everything, without their asterisks
 */
export function libraryText(bins: readonly Bin[], cards: readonly ModelCard[], comment: readonly string[]): string {
  const head = comment.map((line) => `* ${line}\n`).join('');
  return head + bins.map(({ lmin, lmax, wmin, wmax }, index) => {
    const edges = Object.fromEntries([...(lmin === lmax ? [] : [['lmin', lmin], ['lmax', lmax]] as const), ...(wmin === wmax ? [] : [['wmin', wmin], ['wmax', wmax]] as const)]);
    const card = cards[index]!.with(edges);
    const values = [...Object.keys(edges), ...card.names().filter((parameter) => !Object.hasOwn(edges, parameter))].map((parameter) => `+ ${parameter} = ${card.text(parameter) ?? ''}\n`);
    return `\n.model ${card.name}.${index + 1} ${card.type}\n${values.join('')}`;
  }).join('');
}
