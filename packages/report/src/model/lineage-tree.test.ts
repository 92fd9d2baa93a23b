import { describe, expect, it } from 'vitest';
import { lineageChart } from '../charts/lineage-chart.ts';
import { lineageLayout } from '../charts/lineage-layout.ts';
import { parseHtml } from '../testing/parse-html.ts';
import { ancestorsOfElites, type LineageNode, type LineageTree } from './lineage-tree.ts';

const node = (id: string, parent: string | null, more: Partial<LineageNode> = {}): LineageNode => ({
  id, parent, others: [], proposer: 'ast', operator: 'swap', state: 'judged', score: 1, gain: null, elite: false, ...more,
});

const tree: LineageTree = {
  champion: ['d', 'b', 'a'],
  nodes: [
    node('a', null), node('z', null, { elite: true, score: 0.5 }), node('b', 'a', { score: 1.5 }), node('c', 'a', { score: 9, elite: true }), node('d', 'b', { score: 2, gain: 0.5, elite: true, others: ['z'] }),
    node('e', 'b', { state: 'rejected', score: null, code: 'PROGRAM_ERROR' }), node('f', 'b'), node('g', 'f'),
  ],
};

describe('the lineage of a run', () => {
  it('is cut down to what leads to elites and the champion', () => {
    expect(ancestorsOfElites(tree).nodes.map(({ id }) => id)).toEqual(['a', 'z', 'b', 'c', 'd']);
  });

  it('is laid out with the champion’s line on the first row and a row for every other branch', () => {
    const { places, rows, depth } = lineageLayout(ancestorsOfElites(tree));
    expect(Object.fromEntries(places.map((place) => [place.node.id, [place.depth, place.row]]))).toEqual({ a: [0, 0], b: [1, 0], d: [2, 0], c: [1, 1], z: [0, 2] });
    expect([rows, depth]).toEqual([3, 2]);
  });

  it('packs children that nobody came from', () => {
    const { places, rows } = lineageLayout({ ...tree, nodes: [...tree.nodes, node('h', 'b'), node('i', 'b')] }, { pack: 2 });
    const packed = places.filter((place) => place.packed !== undefined).map((place) => [place.node.id, place.row, place.packed]);
    expect(packed).toEqual([['e', 1, 0], ['h', 1, 1], ['i', 2, 0], ['g', 4, 0]]);
    expect(new Set(places.map(({ row, depth, packed: place }) => `${row} ${depth} ${place}`)).size).toBe(places.length);
    expect(rows).toBe(7);
  });

  it('is drawn with a title for every program, and holds a thousand in a chain', () => {
    const options = { colourOf: () => 'var(--s1)', labels: true } as const;
    const { text, elements } = parseHtml(`<!doctype html><html>${lineageChart(tree, options)}</html>`);
    expect(elements.filter(({ name }) => name === 'title')).toHaveLength(8);
    expect(text).toContain('d\nswap by ast\nfrom b, z\nscore 2.0000, gain +0.5');
    expect(text).toContain('turned away: PROGRAM_ERROR');
    const chain = Array.from({ length: 1000 }, (_, index) => node(`p${index}`, index === 0 ? null : `p${index - 1}`));
    const drawn = lineageChart({ nodes: chain, champion: chain.map(({ id }) => id).toReversed() }, { ...options, labels: false });
    expect(drawn).toMatch(/width="9\d{3}" height="26"/u);
  });
});
