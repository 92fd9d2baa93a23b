import { CONTRACT_VERSION, definePlugin } from '@evospice/kernel';

export default definePlugin({
  name: '@evospice/plugin-simulator-analytic',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [],
});
