import type { PhysicsRule } from '../../packages/contracts/src/index.ts';
import cardPlugin from '../../plugins/rules-card/src/index.ts';
import curvePlugin from '../../plugins/rules-curves/src/index.ts';
import { registryOf } from '../../packages/testkit/src/index.ts';

/** Every rule that comes with the product, with its defaults. */
export const rules: readonly PhysicsRule[] = [registryOf(cardPlugin).create('PhysicsRule', 'card'), registryOf(curvePlugin).create('PhysicsRule', 'curve')];

/** Names of single rules. */
export const ruleNames: readonly string[] = [cardPlugin, curvePlugin].flatMap(({ contributions }) => contributions.map(({ name }) => name)).filter((name) => name.includes('-'));
