import { createRequire } from 'node:module';

type Charts = typeof import('echarts/core');

const require = createRequire(import.meta.url);
let loaded: Charts | undefined;

/**
 * ECharts with the parts that reports use, loaded at the first picture: it takes longer to load than the rest of the
 * command line together, and most commands draw nothing. Loaded with `require` so that drawing stays synchronous.
 */
export function loadEcharts(): Charts {
  if (loaded !== undefined) return loaded;
  const core = require('echarts/core') as Charts;
  const { CustomChart, LineChart, ScatterChart } = require('echarts/charts') as typeof import('echarts/charts');
  const { GridComponent } = require('echarts/components') as typeof import('echarts/components');
  const { SVGRenderer } = require('echarts/renderers') as typeof import('echarts/renderers');
  core.use([CustomChart, LineChart, ScatterChart, GridComponent, SVGRenderer]);
  loaded = core;
  return core;
}
