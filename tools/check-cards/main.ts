// What physics rules find where nothing should be found, and how often in cards drawn at random: `npm run check-cards -- [OPTIONS]`.
// The first table is of the public design kits' cards of the measured devices, each by itself and with the sizes and biases of its task; what rules find in
// them is listed, as a false alarm or not. The second is of cards drawn evenly between the physical bounds of our own devices, as a search tries them.
// Options: --cards N (drawn for each family and polarity, 50), --seed N, --write (puts the tables into docs/rules.md).
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { betweenMarkers } from '../between-markers.ts';
import { drawnTable } from './drawn-cards.ts';
import { publicTable } from './public-cards.ts';

const { values: options } = parseArgs({ options: { cards: { type: 'string', default: '50' }, seed: { type: 'string', default: '1' }, write: { type: 'boolean', default: false } } });
const page = resolve(import.meta.dirname, '../../docs/rules.md');

const tables = { public: await publicTable(), drawn: await drawnTable(Number(options.cards), Number(options.seed)) };
for (const text of Object.values(tables)) console.log(text);
if (options.write) {
  let text = readFileSync(page, 'utf8');
  for (const [name, table] of Object.entries(tables)) text = betweenMarkers(text, [`<!-- check-cards: ${name} -->`, `<!-- end of ${name} -->`], table);
  writeFileSync(page, text);
}
