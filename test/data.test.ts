import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentOf, evospice, temporaryFolder } from './support/cli.ts';

test('data names public measured devices, and fetch says what to do without a network', () => {
  const { stdout, status } = evospice(['data']);
  expect(status).toBe(0);
  for (const line of stdout.split('\n')) expect(line.startsWith('measured tasks in') ? 0 : line.length).toBeLessThanOrEqual(80);
  const { public: published } = documentOf<{ public: { id: string; repository: string }[] }>(evospice(['data', 'list', '--json']));
  for (const { id } of published) expect(stdout).toContain(id);
  const to = temporaryFolder('data');
  const failed = evospice(['data', 'fetch', 'sky130-n-diode', '--to', to, '--from', 'http://127.0.0.1:1']);
  expect(failed.status).toBe(1);
  expect(failed.stderr).toMatch(/cannot get http:\/\/127\.0\.0\.1:1\/google\/skywater-pdk-sky130-raw-data\/[0-9a-f]{40}\/.*DATA_NETWORK/u);
  expect(failed.stderr).toContain('--from <folder>');
  expect(existsSync(join(to, 'sky130-n-diode', 'task.yaml'))).toBe(false);
  expect(evospice(['data', 'fetch', 'sky130-n-diod']).stderr).toContain('did you mean "sky130-n-diode"?');
});
