import { counted } from '@evospice/contracts';
import { plainNumber } from '../format/engineering.ts';
import type { LineageNode, LineageTree } from '../model/lineage-tree.ts';
import { escapeMarkup } from './escape.ts';
import { lineageLayout, type LineagePlace } from './lineage-layout.ts';

export interface LineageChartOptions {
  /** Colour of a proposer, as a CSS value. */
  readonly colourOf: (proposer: string) => string;
  /** Names and scores beside elites; without them everything is small and children without children are packed. */
  readonly labels: boolean;
}

interface Geometry {
  readonly rowHeight: number;
  readonly step: number;
  readonly left: number;
  readonly top: number;
}

/** Widest drawing of generations, in pixels; more of them stand closer. */
const WIDEST = 900;
/** Programs side by side in a pack, and their distance. */
const PACK = 40;
const PACKED = 7;

/**
 * The tree of first parents as SVG in its natural size, to be scrolled: generations from left to right, the champion's line along the top. Written by
 * hand because the tree of ECharts can neither keep a line on its row nor pack children.
 */
export function lineageChart(tree: LineageTree, { colourOf, labels }: LineageChartOptions): string {
  const { places, rows, depth } = lineageLayout(tree, labels ? {} : { pack: PACK });
  const geometry: Geometry = { rowHeight: labels ? 21 : 9, step: Math.max(9, Math.min(labels ? 58 : 34, WIDEST / Math.max(1, depth))), left: 10, top: 12 };
  const byId = new Map(places.map((place) => [place.node.id, place]));
  const line = new Set(tree.champion);
  const width = geometry.left + depth * geometry.step + (labels ? 130 : 24 + PACKED * packWidth(places));
  const height = geometry.top + (rows - 1) * geometry.rowHeight + 14;
  const links = linkPaths(places, { byId, line, geometry });
  // A name has room where its row ends.
  const ends = new Map<number, LineagePlace>();
  if (labels) for (const place of places) if ((ends.get(place.row)?.depth ?? -1) < place.depth) ends.set(place.row, place);
  return [
    `<svg role="img" aria-label="${escapeMarkup(labelOf(tree))}" width="${Math.ceil(width)}" height="${Math.ceil(height)}" xmlns="http://www.w3.org/2000/svg">`,
    `<g fill="none"><path d="${links.other}" stroke="var(--axis)" stroke-width="${labels ? 1.3 : 0.8}" stroke-opacity=".7"/>`,
    links.further === '' || !labels ? '' : `<path d="${links.further}" stroke="var(--axis)" stroke-width="1" stroke-opacity=".55" stroke-dasharray="2 4"/>`,
    `<path d="${links.champion}" stroke="var(--s0)" stroke-width="3.2"/></g>`,
    ...places.map((place) => nodeMarkup(place, { isChampion: place.node.id === tree.champion[0], onLine: line.has(place.node.id), named: ends.get(place.row) === place, geometry, colourOf, labels })),
    '</svg>',
  ].filter((part) => part !== '').join('\n');
}

function packWidth(places: readonly LineagePlace[]): number {
  return Math.max(0, ...places.map(({ packed = -1 }) => packed + 1));
}

function labelOf({ nodes, champion }: LineageTree): string {
  return `Lineage of ${counted(nodes.length, 'program')}${champion.length === 0 ? '' : `; the champion’s line: ${champion.toReversed().join(', ')}`}`;
}

function pointOf({ depth, row, packed }: LineagePlace, { left, top, step, rowHeight }: Geometry): readonly [number, number] {
  return [round(left + (packed === undefined ? depth * step : (depth - 1) * step + 12 + packed * PACKED)), round(top + row * rowHeight)];
}

interface Linking {
  readonly byId: ReadonlyMap<string, LineagePlace>;
  readonly line: ReadonlySet<string>;
  readonly geometry: Geometry;
}

/** From each child to its first parent, down and then right, and to its further parents. Of a pack only the first of each row is linked. */
function linkPaths(places: readonly LineagePlace[], { byId, line, geometry }: Linking): { readonly champion: string; readonly other: string; readonly further: string } {
  const paths = { champion: '', other: '', further: '' };
  for (const place of places) {
    if (place.packed !== undefined && place.packed > 0) continue;
    const { node: { id, parent, others } } = place;
    const [x, y] = pointOf(place, geometry);
    const from = parent === null ? undefined : byId.get(parent);
    if (from !== undefined) {
      const [parentX, parentY] = pointOf(from, geometry);
      const path = y === parentY ? `M${parentX} ${parentY}H${x}` : `M${parentX} ${parentY}V${y - 4}q0 4 4 4H${x}`;
      if (line.has(id)) paths.champion += path;
      else paths.other += path;
    }
    if (place.packed !== undefined) continue;
    for (const other of others) {
      const mate = byId.get(other);
      if (mate === undefined || mate.packed !== undefined) continue;
      const [mateX, mateY] = pointOf(mate, geometry);
      paths.further += `M${mateX} ${mateY}L${x} ${y}`;
    }
  }
  return paths;
}

interface Drawing {
  readonly isChampion: boolean;
  readonly onLine: boolean;
  readonly named: boolean;
  readonly geometry: Geometry;
  readonly colourOf: LineageChartOptions['colourOf'];
  readonly labels: boolean;
}

function nodeMarkup(place: LineagePlace, { isChampion, onLine, named, geometry, colourOf, labels }: Drawing): string {
  const { node } = place;
  const [x, y] = pointOf(place, geometry);
  const colour = node.state === 'judged' ? colourOf(node.proposer) : 'var(--axis)';
  const radius = (node.elite ? 5 : 3.4) * (labels ? 1 : 0.68);
  const fill = node.state === 'judged' ? (node.elite || !labels ? colour : 'var(--panel)') : 'none';
  const ring = isChampion ? `<circle cx="${x}" cy="${y}" r="${radius + 3}" fill="none" stroke="var(--mark)" stroke-width="2"/>` : '';
  const name = named
    ? `<text x="${x + 11}" y="${y + 4}" fill="var(--ink)"${onLine ? ' font-weight="600"' : ''}>${escapeMarkup(node.id)} <tspan fill="var(--muted)">${node.score === null ? '' : plainNumber(node.score, 4)}</tspan></text>` : '';
  return `<g>${ring}<circle cx="${x}" cy="${y}" r="${round(radius)}" fill="${fill}" stroke="${colour}" stroke-width="${labels ? 1.8 : 0.9}"/>${name}<title>${escapeMarkup(titleOf(node))}</title></g>`;
}

function titleOf({ id, proposer, operator, model, parent, others, state, code, score, gain }: LineageNode): string {
  const by = operator === proposer ? proposer : `${operator} by ${proposer}`;
  const worth = score === null ? (state === 'rejected' ? `turned away: ${code ?? ''}` : 'not judged yet') : `score ${score.toFixed(4)}${gain === null ? '' : `, gain ${gain < 0 ? '' : '+'}${plainNumber(gain, 3)}`}`;
  const from = parent === null ? 'a seed' : `from ${[parent, ...others].join(', ')}`;
  return [id, `${by}${model === undefined ? '' : ` (${model})`}`, from, worth].join('\n');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
