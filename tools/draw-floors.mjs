// Draws the floors of the house from tools/floors.mjs: `node tools/draw-floors.mjs` writes docs/images/floors.svg,
// `--check` fails when that picture is out of date.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { floors } from './floors.mjs';

const file = join(dirname(dirname(fileURLToPath(import.meta.url))), 'docs', 'images', 'floors.svg');
const [width, box, gap, label] = [960, 40, 12, 110];

/** One floor as a row of boxes, the lowest floor at the bottom. */
function row(names, y, kind, title) {
  const room = (width - label - gap * (names.length + 1)) / names.length;
  const boxes = names.map((name, index) => {
    const x = label + gap + index * (room + gap);
    return `<rect class="${kind}" x="${x.toFixed(1)}" y="${y}" width="${room.toFixed(1)}" height="${box}" rx="4"/>`
      + `<text x="${(x + room / 2).toFixed(1)}" y="${y + box / 2 + 5}" text-anchor="middle">${name}</text>`;
  });
  return `<text class="floor" x="8" y="${y + box / 2 + 5}">${title}</text>${boxes.join('')}`;
}

const rows = floors.map((names, floor) => ({ names, kind: 'package', title: `floor ${floor}` }));
const lowestDriver = rows.findIndex(({ names }) => names.includes('bench'));
rows.splice(lowestDriver, 0, { names: ['plugins: simulators, optimizers, proposers, archives, problems, stores, executors …'], kind: 'plugins', title: 'plugins' });
const height = rows.length * (box + gap) + gap;
const picture = [
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13" role="img" aria-label="Packages by floor">`,
  '<style>rect{stroke:#64748b}.package{fill:#e0f2fe}.plugins{fill:#fef3c7}text{fill:#0f172a}.floor{fill:#64748b}</style>',
  `<rect x="0" y="0" width="${width}" height="${height}" fill="#ffffff" stroke="none"/>`,
  ...rows.toReversed().map(({ names, kind, title }, index) => row(names, gap + index * (box + gap), kind, title)),
  '</svg>',
  '',
].join('\n');

if (!process.argv.includes('--check')) writeFileSync(file, picture);
else if (readFileSync(file, 'utf8') !== picture) {
  console.error('docs/images/floors.svg is out of date: run node tools/draw-floors.mjs');
  process.exit(1);
}
