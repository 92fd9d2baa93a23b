import { counted } from '@evospice/contracts';
import type { Estimate, Reckoned, RunForecast } from '@evospice/evolution';
import { fold, textTable } from '@evospice/report';

/** What a run will cost, as a table and how each figure was reckoned. */
export function forecastText(forecast: RunForecast): string {
  const { seeds, runs, programs, proposals, champions, cases, proposers, unknown, totals, stop, measured, hours } = forecast;
  const rows = [
    row('programs tried', programs), row('proposals', proposals), row('champions', champions),
    ...cases.map((one) => row(`case runs: ${one.stage}`, one)),
    ...(runs === 1 && cases.length < 2 ? [] : [row('case runs in all', totals.caseRuns)]),
    ...(totals.cost === null ? [] : [row('cost of the cases', totals.cost)]),
    ...proposers.flatMap(({ proposer, calls, inputTokens, outputTokens }) => [row(`${proposer}: calls`, calls), row(`${proposer}: tokens in`, inputTokens), row(`${proposer}: tokens out`, outputTokens)]),
    ...(runs === 1 && proposers.length < 2 ? [] : [row('calls in all', totals.calls)]),
    ...(proposers.length === 0 ? [] : [totals.money === null ? ['US dollars', 'unknown', 'unknown', 'unknown'] : row('US dollars', totals.money, money)]),
    hours === null ? ['hours', 'not measured', '', ''] : row('hours', hours, (value) => String(Number(value.toPrecision(3)))),
  ];
  const models = [...new Set(proposers.flatMap((one) => one.models))];
  return [
    `${counted(seeds, 'seed')}${runs === 1 ? '' : `; figures in all are of ${runs} runs, the evolution and its controls`}${models.length === 0 ? '' : `; asks ${models.join(', ')}`}`,
    textTable({ head: ['', 'at least', 'as planned', 'at most'], rows, right: [1, 2, 3] }),
    'As planned: every proposal is run, every answer can be used at once, no program fails.',
    ...[
      noteOf('programs', programs), noteOf('proposals', proposals), noteOf('champions', champions), ...cases.map((one) => noteOf(one.stage, one)),
      ...(totals.cost === null ? ['cost: the cases do not tell what they cost'] : ['cost: as the cases tell it, such as simulations of the whole suite in an extraction; a program may spend less']),
      ...proposers.flatMap(({ proposer, calls, inputTokens, outputTokens, money: dollars }) => [
        noteOf(`${proposer}, calls`, calls), noteOf(`${proposer}, tokens in`, inputTokens), noteOf(`${proposer}, tokens out`, outputTokens),
        dollars === null ? `${proposer}, US dollars: unknown, as no price is set for every model` : noteOf(`${proposer}, US dollars`, dollars),
      ]),
      ...unknown.map(({ proposer, reason }) => `${proposer}: not known what it costs: ${reason}`),
      hours === null ? 'hours: not measured; --measure runs the seeds once on the cheapest case' : noteOf('hours', hours),
      ...measured.map(({ seed, case: id, seconds, failure }) => `measured: seed ${seed} on ${id} took ${Number(seconds.toPrecision(3))} s${failure === null ? '' : ` and failed with ${failure}`}`),
      ...(Object.keys(stop).length === 0 ? [] : [`stop: may end it earlier: ${Object.entries(stop).map(([rule, limit]) => `${rule} ${String(limit)}`).join(', ')}`]),
      'not reckoned: cases repeated because something around them failed, and requests tried again',
    ].map((note) => fold(note, 2)),
  ].join('\n');
}

function noteOf(name: string, { how }: Reckoned): string {
  return `${name}: ${how}`;
}

function row(name: string, { least, planned, most }: Estimate, format = whole): readonly string[] {
  return [name, format(least), format(planned), format(most)];
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en-US').replaceAll(',', ' ');
}

function money(value: number): string {
  return value < 1 ? value.toFixed(4) : value.toFixed(2);
}
