import { createRegistry } from '@evospice/kernel';
import { describe, expect, it } from 'vitest';
import { builtinPlugins } from '../builtin-plugins.ts';
import { evolutionConfigurationSchema } from '../evolution-configuration.ts';
import { armNames, planArms } from './arms.ts';

const registry = createRegistry(builtinPlugins);
const configured = (changes: object) => evolutionConfigurationSchema(registry).parse({ problem: { name: 'module', options: { module: './problem.mjs', seeds: ['./seed.ts'] } }, ...changes });
const llm = { name: 'llm', weight: 2, options: { languageModel: { name: 'scripted', options: { script: 'a.json' } }, repairs: 2, maxInspirations: 0 } };
const armed = (changes: object, wanted?: readonly string[]) => planArms(configured(changes), registry, wanted);
const named = (arms: readonly { readonly arm: string }[]): readonly string[] => arms.map(({ arm }) => arm);

describe('arms of an ablation', () => {
  it('are those that lack something; for the others it is said why', () => {
    const { arms, idle } = armed({ selector: 'uniform' });
    expect(named(arms)).toEqual(['whole', 'no-evolution', 'no-archive']);
    expect(idle.find(({ arm }) => arm === 'no-model')?.why).toBe('no proposer asks a language model');
    expect(named([...arms, ...idle])).toEqual(expect.arrayContaining([...armNames]));
  });

  it('each lack one mechanism and nothing else', () => {
    const changes = {
      proposers: [llm, { name: 'ast', options: { choose: 'adaptive' } }, 'constants'], race: {}, novelty: { similarity: 0.9 }, warmStart: [{ run: 'a' }], selector: 'tournament', archive: { name: 'top-k', options: { size: 9 } },
    };
    const whole = configured(changes);
    const { arms } = armed(changes);
    const of = Object.fromEntries(arms.map(({ arm, configuration }) => [arm, configuration]));
    const differing = (arm: string): readonly string[] => Object.keys(whole).filter((key) => JSON.stringify(whole[key as keyof typeof whole]) !== JSON.stringify(of[arm]?.[key as keyof typeof whole]));
    expect(Object.fromEntries(arms.map(({ arm }) => [arm, differing(arm)]))).toMatchObject({
      whole: [], 'no-evolution': [], 'no-model': ['proposers'], 'no-archive': ['archive'], 'no-selection': ['selector'], 'no-constants': ['proposers'], 'no-repairs': ['proposers'], 'no-rejections': ['proposers'],
      'no-adaptive-choice': ['proposers'], 'no-race': ['race'], 'no-novelty': ['novelty'], 'no-warm-start': ['warmStart'],
    });
    expect(arms.map(({ arm }) => arm)).not.toContain('no-inspirations');
    expect(of['no-model']?.proposers.map(({ name }) => name)).toEqual(['ast', 'constants']);
    expect(of['no-archive']?.archive).toMatchObject({ name: 'top-k', options: { size: 1 } });
    expect(of['no-repairs']?.proposers[0]).toMatchObject({ weight: 2, options: { repairs: 0, maxInspirations: 0 } });
    expect(of['no-adaptive-choice']?.proposers[1]).toMatchObject({ options: { choose: 'fixed' } });
    for (const { configuration } of arms) expect(evolutionConfigurationSchema(registry).safeParse(JSON.parse(JSON.stringify(configuration))).success).toBe(true);
  });

  it('without a model a run of models alone goes on with ast; without constants a run of constants alone cannot', () => {
    expect(armed({ proposers: [llm] }, ['no-model']).arms[1]?.configuration.proposers).toMatchObject([{ name: 'ast', weight: 1 }]);
    expect(armed({ proposers: ['constants'] }, ['no-constants']).idle).toMatchObject([{ arm: 'no-constants', why: 'there is no other proposer' }]);
  });

  it('that there are not are refused with the nearest name', () => {
    expect(() => armed({}, ['no-archiv'])).toThrow(expect.objectContaining({ code: 'USAGE_ARMS', remedy: 'did you mean "no-archive"?' }));
  });
});
