import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { z } from 'zod';
import { Agilent4155Reader } from './agilent4155-reader.ts';
import { EasyExpertReader } from './easyexpert-reader.ts';

const options = z.strictObject({});

export default definePlugin({
  name: '@evospice/plugin-reader-keysight',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({ point: 'DatasetReader', name: 'easyexpert', summary: 'CSV exports of EasyEXPERT (B1500, B1505)', options, create: () => new EasyExpertReader() }),
    contribute({ point: 'DatasetReader', name: 'agilent4155', summary: 'Spreadsheet files of the analysers 4155 and 4156', options, create: () => new Agilent4155Reader() }),
  ],
});
