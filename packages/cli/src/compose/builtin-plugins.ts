import { devicePlugin } from '@evospice/device';
import { extractionPlugin } from '@evospice/extraction';
import type { Plugin } from '@evospice/contracts';
import archiveMapElites from '@evospice/plugin-archive-map-elites';
import selectorUniform from '@evospice/plugin-selector-uniform';
import dialectHspice from '@evospice/plugin-dialect-hspice';
import dialectSpectre from '@evospice/plugin-dialect-spectre';
import dialectXyce from '@evospice/plugin-dialect-xyce';
import dialectEldo from '@evospice/plugin-dialect-eldo';
import dialectSpiceopus from '@evospice/plugin-dialect-spiceopus';
import executorLocal from '@evospice/plugin-executor-local';
import llmOpenai from '@evospice/plugin-llm-openai';
import optimizerAnnealing from '@evospice/plugin-optimizer-annealing';
import optimizerBayesian from '@evospice/plugin-optimizer-bayesian';
import optimizerChain from '@evospice/plugin-optimizer-chain';
import optimizerCmaEs from '@evospice/plugin-optimizer-cma-es';
import optimizerDogleg from '@evospice/plugin-optimizer-dogleg';
import optimizerGenetic from '@evospice/plugin-optimizer-genetic';
import optimizerGradient from '@evospice/plugin-optimizer-gradient';
import optimizerMapElites from '@evospice/plugin-optimizer-map-elites';
import optimizerMonteCarlo from '@evospice/plugin-optimizer-monte-carlo';
import optimizerParticleSwarm from '@evospice/plugin-optimizer-particle-swarm';
import optimizerPatternSearch from '@evospice/plugin-optimizer-pattern-search';
import optimizerPowell from '@evospice/plugin-optimizer-powell';
import optimizerSimplex from '@evospice/plugin-optimizer-simplex';
import optimizerDifferentialEvolution from '@evospice/plugin-optimizer-differential-evolution';
import optimizerLevenbergMarquardt from '@evospice/plugin-optimizer-levenberg-marquardt';
import optimizerRandomSearch from '@evospice/plugin-optimizer-random-search';
import problemCommand from '@evospice/plugin-problem-command';
import problemModule from '@evospice/plugin-problem-module';
import proposerAst from '@evospice/plugin-proposer-ast';
import proposerLlm from '@evospice/plugin-proposer-llm';
import simulatorAnalytic from '@evospice/plugin-simulator-analytic';
import simulatorEldo from '@evospice/plugin-simulator-eldo';
import simulatorHspice from '@evospice/plugin-simulator-hspice';
import simulatorNgspice from '@evospice/plugin-simulator-ngspice';
import simulatorSpectre from '@evospice/plugin-simulator-spectre';
import simulatorSpiceopus from '@evospice/plugin-simulator-spiceopus';
import simulatorXyce from '@evospice/plugin-simulator-xyce';
import { reportPlugin } from '@evospice/report';
import { sandboxPlugin } from '@evospice/sandbox';
import { storePlugin } from '@evospice/store';

/** Everything that is there without being asked for. */
export const builtinPlugins: readonly Plugin[] = [
  devicePlugin, dialectEldo, dialectHspice, dialectSpectre, dialectSpiceopus, dialectXyce,
  simulatorNgspice, simulatorAnalytic, simulatorEldo, simulatorHspice, simulatorSpectre, simulatorSpiceopus, simulatorXyce,
  optimizerLevenbergMarquardt, optimizerDifferentialEvolution, optimizerRandomSearch,
  optimizerDogleg, optimizerGradient, optimizerPowell, optimizerPatternSearch, optimizerSimplex, optimizerMonteCarlo,
  optimizerGenetic, optimizerAnnealing, optimizerCmaEs, optimizerParticleSwarm, optimizerBayesian, optimizerMapElites, optimizerChain,
  extractionPlugin, sandboxPlugin,
  problemCommand, problemModule, proposerAst, proposerLlm, llmOpenai, archiveMapElites, selectorUniform, executorLocal,
  storePlugin, reportPlugin,
];
