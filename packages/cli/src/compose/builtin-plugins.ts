// Written by tools/generate-lists.mjs.
import type { Plugin } from '@evospice/contracts';
import { devicePlugin } from '@evospice/device';
import { extractionPlugin } from '@evospice/extraction';
import { readersPlugin } from '@evospice/readers';
import { reportPlugin } from '@evospice/report';
import { sandboxPlugin } from '@evospice/sandbox';
import { storePlugin } from '@evospice/store';
import archives from '@evospice/plugin-archives';
import embeddingOpenai from '@evospice/plugin-embedding-openai';
import executorLocal from '@evospice/plugin-executor-local';
import llmAnthropic from '@evospice/plugin-llm-anthropic';
import llmManual from '@evospice/plugin-llm-manual';
import llmOpenai from '@evospice/plugin-llm-openai';
import llmScripted from '@evospice/plugin-llm-scripted';
import optimizerChain from '@evospice/plugin-optimizer-chain';
import optimizerChampion from '@evospice/plugin-optimizer-champion';
import optimizerFlow from '@evospice/plugin-optimizer-flow';
import optimizerMapElites from '@evospice/plugin-optimizer-map-elites';
import optimizerSpaceMapping from '@evospice/plugin-optimizer-space-mapping';
import optimizersDirect from '@evospice/plugin-optimizers-direct';
import optimizersGradient from '@evospice/plugin-optimizers-gradient';
import optimizersLeastSquares from '@evospice/plugin-optimizers-least-squares';
import optimizersModel from '@evospice/plugin-optimizers-model';
import optimizersStochastic from '@evospice/plugin-optimizers-stochastic';
import problemCommand from '@evospice/plugin-problem-command';
import problemModule from '@evospice/plugin-problem-module';
import proposerAst from '@evospice/plugin-proposer-ast';
import proposerCommand from '@evospice/plugin-proposer-command';
import proposerConstants from '@evospice/plugin-proposer-constants';
import proposerLlm from '@evospice/plugin-proposer-llm';
import readerColumnar from '@evospice/plugin-reader-columnar';
import readerKeysight from '@evospice/plugin-reader-keysight';
import readerSpreadsheets from '@evospice/plugin-reader-spreadsheets';
import readerTouchstone from '@evospice/plugin-reader-touchstone';
import rulesCard from '@evospice/plugin-rules-card';
import rulesCurves from '@evospice/plugin-rules-curves';
import selectors from '@evospice/plugin-selectors';
import simulatorAnalytic from '@evospice/plugin-simulator-analytic';
import simulatorCompact from '@evospice/plugin-simulator-compact';
import simulatorEldo from '@evospice/plugin-simulator-eldo';
import simulatorHspice from '@evospice/plugin-simulator-hspice';
import simulatorNgspice from '@evospice/plugin-simulator-ngspice';
import simulatorSpectre from '@evospice/plugin-simulator-spectre';
import simulatorSpiceopus from '@evospice/plugin-simulator-spiceopus';
import simulatorXyce from '@evospice/plugin-simulator-xyce';

/** Everything that is there without being asked for. */
export const builtinPlugins: readonly Plugin[] = [
  devicePlugin,
  extractionPlugin,
  readersPlugin,
  reportPlugin,
  sandboxPlugin,
  storePlugin,
  archives,
  embeddingOpenai,
  executorLocal,
  llmAnthropic,
  llmManual,
  llmOpenai,
  llmScripted,
  optimizerChain,
  optimizerChampion,
  optimizerFlow,
  optimizerMapElites,
  optimizerSpaceMapping,
  optimizersDirect,
  optimizersGradient,
  optimizersLeastSquares,
  optimizersModel,
  optimizersStochastic,
  problemCommand,
  problemModule,
  proposerAst,
  proposerCommand,
  proposerConstants,
  proposerLlm,
  readerColumnar,
  readerKeysight,
  readerSpreadsheets,
  readerTouchstone,
  rulesCard,
  rulesCurves,
  selectors,
  simulatorAnalytic,
  simulatorCompact,
  simulatorEldo,
  simulatorHspice,
  simulatorNgspice,
  simulatorSpectre,
  simulatorSpiceopus,
  simulatorXyce,
];
