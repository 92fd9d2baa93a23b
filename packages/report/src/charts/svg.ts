import type { EChartsCoreOption } from 'echarts/core';
import { escapeMarkup } from './escape.ts';
import { curveClass, hitMarkup, type Hit } from './hits.ts';
import { loadEcharts } from './load-echarts.ts';

export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

export interface ChartText {
  /** What the picture shows, for those who do not see it. */
  readonly label: string;
  /** Hover titles by `series:data` index. */
  readonly titles?: ReadonlyMap<string, string>;
  /** Curve that a series draws, by the index of the series: what its legend switches off. */
  readonly curves?: ReadonlyMap<number, number>;
  /** Places that tell their values; called after the picture was drawn. */
  readonly hits?: () => readonly Hit[];
  /** Unique in the page, for references inside the picture. */
  readonly id: string;
}

/**
 * Draws a chart as inline SVG. Colours may be CSS variables, so that the page's theme decides. What ECharts adds for
 * scripts that are not there (classes, indices, inline styles) is taken out: it would be half of the file.
 */
export function renderChart(option: EChartsCoreOption, size: ChartSize, text: ChartText): string {
  const chart = loadEcharts().init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    chart.setOption({ animation: false, backgroundColor: 'transparent', ...option });
    return tidy(chart.renderToSVGString(), size, text);
  } finally {
    // An undisposed chart keeps a timer, and with it the process, alive.
    chart.dispose();
  }
}

function tidy(svg: string, { width, height }: ChartSize, { label, titles, curves, hits, id }: ChartText): string {
  const tidied = svg
    .replace(/<svg[^>]*>/u, `<svg class="chart" role="img" aria-label="${escapeMarkup(label)}" viewBox="0 0 ${width} ${height}" xmlns="http://www.w3.org/2000/svg">`)
    .replace(/<style[\s\S]*?<\/style>/gu, '')
    .replace(/<rect width="\d+" height="\d+" x="0" y="0" fill="(?:none|transparent)"[^>]*><\/rect>\n?/u, '')
    .replaceAll(/<(path|circle|rect)([^>]*?) ecmeta_series_index="(\d+)" ecmeta_data_index="(\d+)"([^>]*)><\/\1>/gu, (_whole, tag: string, before: string, series: string, data: string, after: string) => {
      const title = titles?.get(`${series}:${data}`);
      const curve = curves?.get(Number(series));
      return `<${tag}${curve === undefined ? '' : ` data-curve="${curveClass(curve)}"`}${before}${after}>${title === undefined ? '' : `<title>${escapeMarkup(title)}</title>`}</${tag}>`;
    })
    .replaceAll(/ (?:class="zr|pointer-events="|ecmeta_[a-z_]+="|xml:space="|style=")[^"]*"/gu, '')
    .replaceAll(' data-curve="', ' class="')
    .replaceAll(/zr\d+-/gu, `${id}-`)
    // A dot is a line of no length with round ends; the renderer leaves such lines out, so dots reach here as bare moves.
    .replaceAll(/(M-?[\d.]+ -?[\d.]+)(?=[M"])/gu, '$1h0')
    .replaceAll(/(<(?:path|rect|circle)[^>]*)><\/(?:path|rect|circle)>/gu, '$1/>')
    .replaceAll(/\n+/gu, '\n')
    .trim();
  const places = hitMarkup(hits?.() ?? []);
  return places === '' ? tidied : tidied.replace(/<\/svg>$/u, `${places}</svg>`);
}
