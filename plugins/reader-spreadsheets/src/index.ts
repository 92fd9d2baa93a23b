import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { z } from 'zod';
import { Keithley4200Reader } from './keithley4200-reader.ts';
import { SpreadsheetReader } from './spreadsheet-reader.ts';

const options = z.strictObject({ sheet: z.string().optional().describe('name of the sheet that holds the table; the only one with a table when left out') });

export default definePlugin({
  name: '@evospice/plugin-reader-spreadsheets',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({ point: 'DatasetReader', name: 'xlsx', summary: 'Excel workbooks (.xlsx)', options, create: ({ sheet }) => new SpreadsheetReader('xlsx', sheet) }),
    contribute({ point: 'DatasetReader', name: 'xls', summary: 'Excel workbooks of 97 to 2003 (.xls)', options, create: ({ sheet }) => new SpreadsheetReader('xls', sheet) }),
    contribute({ point: 'DatasetReader', name: 'keithley4200', summary: 'Keithley 4200: .xls, and .csv of Clarius', options, create: ({ sheet }) => new Keithley4200Reader(sheet) }),
  ],
});
