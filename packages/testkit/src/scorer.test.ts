import { createEvospiceScorer, descriptors } from '@evospice/extraction';
import { testDescriptor } from './descriptor.ts';
import { testScorer } from './scorer.ts';

testScorer('evospice', () => createEvospiceScorer());
testScorer('evospice with a reference', () => createEvospiceScorer({ alpha: 0.5, reference: { name: 'half', optimizer: { name: 'half', optimize: () => Promise.resolve() } } }));

for (const descriptor of descriptors) testDescriptor(descriptor.name, () => descriptor);
