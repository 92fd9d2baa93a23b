import { CONTRACT_VERSION, definePlugin } from '@evospice/kernel';

export default definePlugin({
  name: '@evospice/plugin-optimizer-map-elites',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [],
});
