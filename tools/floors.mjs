// The floors of the house: a package imports packages of lower floors only. Plugins are on top of all
// packages but bench, evolution, report, tune and cli, and never import each other.
export const floors = [
  ['contracts'],
  ['kernel', 'llm-kit', 'runs', 'program-text', 'readers', 'toolbox', 'compact-models', 'waveforms', 'testbench', 'local-server'],
  ['device', 'store', 'resources', 'optimizer-kit', 'problem-kit', 'test-functions'],
  ['extraction', 'sandbox', 'external-simulator', 'rules-kit', 'task-import'],
  ['testkit', 'bench', 'evolution', 'local-cards'],
  ['extraction-problem'],
  ['report'],
  ['tune'],
  ['cli'],
];
