import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { measuredData, root, temporaryFolder, withoutData } from './support/cli.ts';

const page = readFileSync(join(root, 'docs', 'first-extraction.md'), 'utf8');
/** Every command of the page, in order; a trailing backslash continues a line. */
const commands = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) => block.replaceAll(/\\\n\s*/g, ' ').split('\n').filter((line) => line !== ''));

test.skipIf(measuredData === undefined)(`the commands of docs/first-extraction.md lead from raw files to a signed card, with the figures that it states${withoutData}`, () => {
  const folder = temporaryFolder('first-extraction');
  const device = join(measuredData!, 'p01-ihp-nmos-lv-w10-l013');
  cpSync(join(device, 'raw'), join(folder, 'raw'), { recursive: true });
  mkdirSync(join(folder, 'kit'));
  cpSync(join(device, 'card', 'original.spice'), join(folder, 'kit', 'nfet_01v8.spice'));
  const said = commands.map((command) => {
    const { status, stdout, stderr } = spawnSync('bash', ['-ec', command], { cwd: folder, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', PATH: `${join(root, 'node_modules', '.bin')}:${process.env['PATH'] ?? ''}` } });
    expect(status, `${command}\n${stdout}\n${stderr}`).toBe(0);
    return stdout;
  });
  expect(said[1]).toContain('31 curves, 7 of them held out');
  expect(said[2]).toContain('0 violations, 0 warnings');
  // Errors to the digits that the page states, which other processors may round otherwise in the last one.
  const [, training = '', heldOut = ''] = /\| training \|.*\| ([\d.]+) %.*\n\| held out \|.*\| ([\d.]+) %/u.exec(page) ?? [];
  const errors = [...said[4]!.matchAll(/^ {2}(?:train|validate) .*-> +([\d.]+) % relative/gmu)].map(([, error]) => Number(error));
  expect(errors[0]! / Number(training)).toBeCloseTo(1, 1);
  expect(errors[1]! / Number(heldOut)).toBeCloseTo(1, 1);
  expect(said[5]).toContain('0 violations');
  const card = readFileSync(join(folder, 'my_nmos.hsp'), 'utf8');
  for (const text of ['* signed      A. Engineer', '* converted   from ngspice to hspice', '* held out    relative RMS', '.model']) expect(card).toContain(text);
  expect(existsSync(join(folder, 'runs', 'my-nmos', 'report.html'))).toBe(true);
});
