import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { siblingModule } from '@evospice/contracts';

const require = createRequire(import.meta.url);

/**
 * ECharts, loaded at the first picture: it takes longer to load than the rest of the command line together, and most commands draw
 * nothing. Loaded with `require` so that drawing stays synchronous.
 */
export function loadEcharts(): typeof import('echarts/core') {
  const { echarts } = require(fileURLToPath(siblingModule('./echarts', import.meta.url))) as typeof import('./echarts.ts');
  return echarts;
}
