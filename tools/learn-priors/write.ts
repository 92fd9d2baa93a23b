import type { LearnedCost, LearnedFamily } from '../../packages/toolbox/src/prior-jacobian/learned.ts';

/** The module that holds what was learned. */
export function learnedText(cost: LearnedCost, families: readonly LearnedFamily[]): string {
  const parts = families.map(({ family, kind, levels, devices, parameters, regions }) => [
    '  {',
    `    family: '${family}', kind: '${kind}', levels: [${levels.join(', ')}], devices: ${devices},`,
    '    parameters: [',
    ...parameters.map((one) => `      { ${Object.entries(one).map(([key, value]) => `${key}: ${typeof value === 'string' ? `'${value}'` : value}`).join(', ')} },`),
    '    ],',
    '    regions: {',
    ...Object.entries(regions).map(([key, text]) => `      '${key}': '${text}',`),
    '    },',
    '  },',
  ].join('\n'));
  return `// Written by \`npm run learn-priors\`.
import type { LearnedCost, LearnedFamily } from './learned.ts';

export const learnedCost: LearnedCost = { ${Object.entries(cost).map(([key, value]) => `${key}: ${value}`).join(', ')} };

export const learnedFamilies: readonly LearnedFamily[] = [
${parts.join('\n')}
];
`;
}
