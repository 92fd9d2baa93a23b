import { NgspiceDialect, genericDevices } from '@evospice/device';
import { testCardDialect } from './card-dialect.ts';

testCardDialect('ngspice', () => new NgspiceDialect(), [
  ...Object.values(genericDevices).map(({ family, card, model, tunables }) => ({
    name: `generic ${family}`,
    text: card,
    model: model.name,
    type: model.type,
    values: Object.fromEntries(tunables.map(({ name }) => [name, new NgspiceDialect().parse(card, { file: family }).value(name)!])),
  })),
  {
    name: 'parentheses, suffixes, comments and other models around it',
    model: 'D2',
    type: 'd',
    text: [
      '* title', '.param knob = 2', '.model d1 d is=1e-14 n=1', '.MODEL D2 d(IS = 2fA, N=1.1 ; emission', '* a comment between', '+ RS=1.5meg $ large', '', '+ cj0 = 3X bv=2mil',
      "+ expr = '2*(knob + 1)'  more={knob*2} )", '.model d3 d (is=3e-14)', 'R1 1 0 1k', '',
    ].join('\r\n'),
    values: { is: 2e-15, n: 1.1, rs: 1.5e6, cj0: 3, bv: 50.8e-6 },
  },
  { name: 'pairs without equals signs, no newline at the end', type: 'npn', text: '.model q1 npn is 1e-15 bf 100\n+vaf 50', values: { is: 1e-15, bf: 100, vaf: 50 } },
]);
