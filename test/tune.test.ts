import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { browserPath, openBrowser, withoutBrowser } from './support/browser.ts';
import { bin, documentOf, evospice, root, temporaryFolder } from './support/cli.ts';

const diode = join(root, 'examples', 'diode');

interface Tuning {
  /** Address with the token. */
  readonly entry: string;
  readonly folder: string;
  /** How it ended. */
  readonly done: Promise<{ readonly status: number | null; readonly stdout: string; readonly stderr: string }>;
  interrupt(): void;
}

interface Ending {
  readonly url: string;
  readonly endedBy: string;
  readonly simulator: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly errors: Readonly<Record<'start' | 'final', Readonly<Record<'train' | 'validate', { readonly relativeRms: number }>>>>;
  readonly saved: readonly { readonly files: readonly string[]; readonly dialect: string }[];
}

/** Starts the command that a user types, and waits for its address. */
async function tune(task: string, ...args: readonly string[]): Promise<Tuning> {
  const folder = temporaryFolder('tune');
  const child = spawn(process.execPath, [bin, 'tune', task, '--no-open', '--json', '--out', folder, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NO_COLOR: '1' } });
  onTestFinished(() => void child.kill('SIGKILL'));
  let stderr = '';
  const entry = new Promise<string>((found, failed) => {
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
      const address = / is at (http:\S+)/u.exec(stderr)?.[1];
      if (address !== undefined) found(address);
    });
    child.once('close', () => failed(new Error(`the command ended: ${stderr}`)));
  });
  const done = Promise.all([text(child.stdout), once(child, 'close')]).then(([stdout, [status]]) => ({ status: status as number | null, stdout, stderr }));
  return { entry: await entry, folder, done, interrupt: () => void child.kill('SIGINT') };
}

describe.skipIf(browserPath === undefined)(`tune in a browser${withoutBrowser}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  /** The page, and what went wrong in it. */
  async function visit(entry: string): Promise<{ readonly page: Page; readonly troubles: string[] }> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on('pageerror', ({ message }) => troubles.push(message));
    page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
    page.on('dialog', (dialog) => {
      troubles.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(entry);
    await page.locator('.parameter').first().waitFor();
    return { page, troubles };
  }

  const trainOf = (page: Page) => page.locator('.total.train .relative').textContent();
  const linesOf = (page: Page): Promise<readonly (string | null)[]> => page.locator('path.now').evaluateAll((paths) => paths.map((path) => path.getAttribute('d')));

  test('a slider moves curves and errors, a fit is made, taken back, made again and saved, and the card has the errors shown', async () => {
    // As its documentation has it.
    const typed = /^npx evospice tune (\S+)$/mu.exec(readFileSync(join(root, 'docs', 'tune.md'), 'utf8'))![1]!;
    const { entry, folder, done } = await tune(typed);
    const { page, troubles } = await visit(entry);
    expect(new URL(page.url()).search).toBe('');
    const start = await trainOf(page);
    const startLines = await linesOf(page);
    expect(startLines.length).toBe(8);
    expect(startLines.every((line) => line !== null && line.length > 20)).toBe(true);

    // By hand: a drag with the mouse, and a number in the field.
    const row = page.locator('[data-parameter="is"]');
    await row.scrollIntoViewIfNeeded();
    const box = (await row.locator('.slider').boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.6, box.y + box.height / 2, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => trainOf(page)).not.toBe(start);
    const moved = await linesOf(page);
    expect(moved.filter((line, index) => line !== startLines[index]).length).toBeGreaterThan(3);
    const value = row.locator('.value');
    await value.fill('1e-30');
    await value.press('Enter');
    await page.locator('.refusal').getByText('outside the bounds').waitFor();
    await value.fill('2.5e-3f');
    await value.press('Enter');
    await expect.poll(() => value.inputValue()).toBe('2.5e-18');
    await expect.poll(() => page.locator('.refusal').count()).toBe(0);

    // At a click, and back.
    await page.locator('.budget').fill('60');
    await page.locator('.fit .start').click();
    await page.locator('.fit .progress').getByText(/ended by itself|the budget is spent/u).waitFor({ timeout: 60_000 });
    await expect.poll(async () => Number.parseFloat((await trainOf(page))!)).toBeLessThan(2);
    const fitted = await trainOf(page);
    await page.locator('.undo').click();
    await expect.poll(() => value.inputValue()).toBe('2.5e-18');
    expect(await trainOf(page)).not.toBe(fitted);
    await page.locator('.redo').click();
    await expect.poll(() => trainOf(page)).toBe(fitted);

    // The rules have looked at it at rest.
    await expect.poll(() => page.locator('.findings').getAttribute('aria-busy')).toBe('false');

    await page.locator('.save .file').fill('mine.mod');
    await page.locator('.save button').click();
    await page.locator('.saved').getByText('mine.mod').waitFor();
    await page.locator('.save .dialect').selectOption('spectre');
    await page.locator('.save .file').fill('mine.scs');
    await page.locator('.save button').click();
    await page.locator('.saved').getByText('mine.scs').waitFor();
    const shown = [fitted, await page.locator('.total.validate .relative').textContent()];
    await page.locator('.end').click();
    const { status, stdout, stderr } = await done;
    // A browser logs every refusal; there was one on purpose.
    expect([status, troubles], stderr).toEqual([0, ['Failed to load resource: the server responded with a status of 400 (Bad Request)']]);
    const ending = JSON.parse(stdout) as Ending;
    expect(ending).toMatchObject({ endedBy: 'page', simulator: 'compact', saved: [{ files: [join(folder, 'mine.mod')] }, { files: [join(folder, 'mine.scs')], dialect: 'spectre' }] });
    expect(ending.url).not.toContain('token');

    const again = evospice(['simulate', diode, '--card', join(folder, 'mine.mod'), '--simulator', 'compact', '--json']);
    const { errors } = documentOf<{ readonly errors: Readonly<Record<'train' | 'validate', { readonly relativeRms: number }>> }>(again);
    expect([errors.train, errors.validate].map(({ relativeRms }) => `${(relativeRms * 100).toFixed(2)} %`)).toEqual(shown);
    // Cards hold the digits that they are written with.
    expect(errors.train.relativeRms / ending.errors.final.train.relativeRms).toBeCloseTo(1, 6);
    expect(readFileSync(join(folder, 'mine.scs'), 'utf8')).toMatch(/^model /mu);
  });

  test('a fit of chosen parameters leaves the others, and what was found is kept when it is stopped', async () => {
    const { entry, done } = await tune(diode);
    const { page } = await visit(entry);
    await page.locator('.choices .plain').first().click();
    for (const name of ['cj0', 'cjsw']) await page.locator(`[data-parameter="${name}"] .chosen`).check();
    await page.locator('.choices .plain').nth(1).click();
    await page.getByRole('checkbox', { name: /cv.* counts in a fit/u }).first().check();
    await page.locator('.fit .start').getByText('Fit 2 parameters on 1 curve').waitFor();
    // A search that does not end by itself.
    await page.locator('.optimizer').selectOption('random');
    await page.locator('.budget').fill('100000');
    await page.locator('.fit .start').click();
    await expect.poll(async () => /(\d[\d.]*) of/u.exec((await page.locator('.progress').textContent())!)?.[1] ?? '0').not.toMatch(/^0(\.0)?$/u);
    expect(await page.locator('.slider').first().isDisabled()).toBe(true);
    await page.locator('.fit .stop').click();
    await page.locator('.progress').getByText('stopped').waitFor();
    await expect.poll(() => page.locator('.slider').first().isEnabled()).toBe(true);
    await page.locator('.end').click();
    const { parameters } = JSON.parse((await done).stdout) as Ending;
    expect(parameters).toMatchObject({ n: 1.0944, rs: 11518.5, vj: 0.897871 });
    expect(parameters['cj0']).not.toBe(8.53281e-16);
  });

  test('texts of a task, its curves and parameters are shown as text', async () => {
    const folder = temporaryFolder('hostile');
    const hostile = '<img src=x onerror=alert(1)>"\'</script><script>alert(2)</script>';
    cpSync(diode, folder, { recursive: true });
    const task = readFileSync(join(diode, 'task.yaml'), 'utf8')
      .replace(/^title: .*$/mu, `title: ${JSON.stringify(hostile)}`)
      .replaceAll('role: grading coefficient of the area', `role: ${JSON.stringify(hostile)}`)
      .replaceAll('unit: V\n', `unit: ${JSON.stringify('<b>V</b>')}\n`)
      .replaceAll('group: sidewall', `group: ${JSON.stringify(hostile)}`)
      .replaceAll('area/cv/27C', JSON.stringify(`area/${hostile}`));
    writeFileSync(join(folder, 'task.yaml'), task);
    const { entry, interrupt, done } = await tune(folder);
    const { page, troubles } = await visit(entry);
    expect(await page.locator('h1').textContent()).toBe(hostile);
    expect(await page.locator('[data-parameter="m"] .name small').textContent()).toBe(hostile);
    expect(await page.locator('[data-parameter="vj"] .unit').textContent()).toBe('<b>V</b>');
    expect(await page.locator('#page img, #page script, .unit b').count()).toBe(0);
    expect(troubles).toEqual([]);
    interrupt();
    expect((await done).status).toBe(0);
  });

  test('on a phone and in the dark, everything is inside the page and can be told from its ground', async () => {
    const { entry } = await tune(diode);
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ viewport: { width: 400, height: 800 }, colorScheme });
      onTestFinished(() => context.close());
      const page = await context.newPage();
      await page.goto(entry);
      await page.locator('.parameter').first().waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(400);
      // The strip of figures stays in sight while parameters are moved.
      await page.locator('.parameter').last().scrollIntoViewIfNeeded();
      await expect.poll(async () => (await page.locator('.live').first().boundingBox())!.y).toBeLessThan(300);
    }
  });
});

describe('tune', () => {
  test('answers nobody without the token, under another name or from another page, and ends with 0 on Ctrl-C', async () => {
    const { entry, folder, done, interrupt } = await tune(diode);
    const { origin, port, searchParams } = new URL(entry);
    const ask = async (path: string, method: string, headers: Readonly<Record<string, string>>, body = ''): Promise<{ readonly status: number; readonly code: string; readonly cookie: string }> => {
      const sent = request(`${origin}${path}`, { method, headers });
      sent.end(body);
      const [answer] = await once(sent, 'response') as [IncomingMessage];
      const said = await text(answer);
      return { status: answer.statusCode!, code: /"code":"(\w+)"/u.exec(said)?.[1] ?? '', cookie: answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '' };
    };
    const { cookie } = await ask(`/?token=${searchParams.get('token')}`, 'GET', {});
    const json = { cookie, origin, 'content-type': 'application/json' };
    expect(await ask('/api/picture', 'GET', {})).toMatchObject({ status: 401, code: 'SERVER_TOKEN' });
    expect(await ask('/tune.js', 'GET', {})).toMatchObject({ status: 401 });
    expect(await ask('/api/picture', 'GET', { cookie, host: `evil.example:${port}` })).toMatchObject({ status: 403, code: 'SERVER_HOST' });
    expect(await ask('/api/save', 'POST', { ...json, origin: 'http://evil.example' }, '{"file":"a.mod","dialect":"ngspice"}')).toMatchObject({ status: 403, code: 'SERVER_ORIGIN' });
    expect(await ask('/api/save', 'POST', { origin, 'content-type': 'application/json' }, '{"file":"a.mod","dialect":"ngspice"}')).toMatchObject({ status: 401 });
    expect(existsSync(join(folder, 'a.mod'))).toBe(false);
    // What its own page may not do either: leave the folder, write over what is there, or through a link.
    writeFileSync(join(folder, 'there.mod'), 'keep');
    symlinkSync(join(folder, 'elsewhere.mod'), join(folder, 'link.mod'));
    const save = (file: string) => ask('/api/save', 'POST', json, JSON.stringify({ file, dialect: 'ngspice' }));
    for (const file of ['../a.mod', '/tmp/a.mod', 'a/b.mod', '..', '.hidden', '', 'a\\b.mod', 'a\n.mod']) expect(await save(file), file).toMatchObject({ status: 400, code: 'TUNE_FILE' });
    for (const file of ['there.mod', 'link.mod']) expect(await save(file), file).toMatchObject({ status: 400, code: 'USAGE_OUT' });
    expect([readFileSync(join(folder, 'there.mod'), 'utf8'), existsSync(join(folder, 'elsewhere.mod'))]).toEqual(['keep', false]);
    expect([(await save('own.mod')).status, (await save('own.mod')).status]).toEqual([200, 200]);
    interrupt();
    const { status, stdout } = await done;
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ endedBy: 'interrupt', url: origin });
  });

  test('says by name what it cannot open', () => {
    for (const [args, code] of [
      [['nowhere'], 'TASK_MISSING'], [[diode, '--rule', 'no-such'], 'EXTENSION_UNKNOWN'],
    ] as const) {
      const result = evospice(['tune', ...args, '--no-open', '--json']);
      expect([result.status, documentOf<{ readonly error: { readonly code: string } }>(result).error.code], args.join(' ')).toEqual([2, code]);
    }
  });
});
