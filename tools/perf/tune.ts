// Latency of the tuning page in a headless Chromium: from moving a slider to the lines of the answer on the screen.
// Options: --tasks a,b (ids or folders; p01, p02 and the example where nothing is named), --moves N, --simulator NAME.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { browserPath, openBrowser } from '../../test/support/browser.ts';

const root = join(import.meta.dirname, '..', '..');
const { values: options } = parseArgs({ options: { tasks: { type: 'string', default: 'examples/diode,p01-ihp-nmos-lv-w10-l013,p02-ihp-nmos-lv-scaling' }, moves: { type: 'string', default: '60' }, simulator: { type: 'string' } } });
if (browserPath === undefined) throw new Error('chromium is not on this machine: apt-get install chromium');

/** What one move took, in milliseconds: the simulation, the server's answer, and the lines on the screen. */
interface Move {
  readonly simulation: number;
  readonly answer: number;
  readonly screen: number;
}

/** Moves the second slider (the first of an oxide thickness moves little) through the middle of its range, one move after the other. */
const moving = (moves: number): string => `(async () => {
  const sliders = document.querySelectorAll('.slider');
  const slider = sliders[Math.min(1, sliders.length - 1)];
  const moves = [];
  for (let k = 0; k < ${moves}; k++) {
    performance.clearResourceTimings();
    const begun = performance.now();
    slider.value = String(0.4 + 0.2 * (k % 20) / 20);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((done) => new MutationObserver((_, watching) => {
      watching.disconnect();
      requestAnimationFrame(() => setTimeout(done));
    }).observe(document.querySelector('.curves'), { subtree: true, attributes: true, attributeFilter: ['d'] }));
    const screen = performance.now() - begun;
    const [answer] = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/api/move'));
    moves.push({ simulation: parseFloat(document.querySelector('.simulation').textContent), answer: answer.responseEnd - answer.startTime, screen });
    await new Promise((done) => setTimeout(done, 20));
  }
  return moves;
})()`;

const browser = await openBrowser();
const found: Record<string, unknown> = {};
try {
  for (const task of options.tasks.split(',')) found[task] = await latencyOf(task);
} finally {
  await browser.close();
}
console.log(JSON.stringify(found));

async function latencyOf(task: string): Promise<unknown> {
  const command = spawn(process.execPath, [join(root, 'packages', 'cli', 'bin', 'evospice.mjs'), 'tune', task, '--no-open', '--out', tmpdir(), ...(options.simulator === undefined ? [] : ['--simulator', options.simulator])], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    await page.goto(await addressOf(command.stderr!));
    await page.locator('.parameter').first().waitFor();
    // The rules have looked at the start card then, and do not take a core.
    await page.locator('.findings[aria-busy=false]').waitFor({ timeout: 120_000 });
    // The first moves compile what the others run.
    await page.evaluate(moving(10));
    const moves = await page.evaluate(moving(Number(options.moves))) as readonly Move[];
    const curves = await page.locator('path.now').count();
    const summary = Object.fromEntries((['simulation', 'answer', 'screen'] as const).map((part) => [part, quantiles(moves.map((move) => move[part]))]));
    console.log(`${task}: ${curves} curves; ${Object.entries(summary).map(([part, { median, p90 }]) => `${part} ${median} ms (90 % within ${p90})`).join(', ')}`);
    return { curves, ...summary };
  } finally {
    await context.close();
    command.kill('SIGINT');
    await once(command, 'close');
  }
}

function addressOf(stderr: NodeJS.ReadableStream): Promise<string> {
  let said = '';
  return new Promise((done, failed) => {
    stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = / is at (http:\S+)/u.exec(said)?.[1];
      if (address !== undefined) done(address);
    });
    stderr.once('end', () => failed(new Error(said)));
  });
}

function quantiles(values: readonly number[]): { readonly median: number; readonly p90: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]! * 10) / 10;
  return { median: at(0.5), p90: at(0.9) };
}
