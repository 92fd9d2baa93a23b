import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { z } from 'zod';
import { NgspiceDialect } from './cards/ngspice-dialect.ts';

const noOptions = z.strictObject({});

/** The card dialect that comes with Evospice. */
export const devicePlugin = definePlugin({
  name: '@evospice/device',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({ point: 'CardDialect', name: 'ngspice', summary: 'Model cards of ngspice and SPICE3', options: noOptions, create: () => new NgspiceDialect() }),
  ],
});
