import { expect, it } from 'vitest';
import { OwnTime } from './own-time.ts';

it('stands still while anything is waited for, also where waits overlap', async () => {
  let now = 0;
  const time = new OwnTime(() => now);
  now = 1000;
  const [first, second] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  void time.wait(() => first.promise);
  now = 3000;
  void time.wait(() => second.promise).catch(() => undefined);
  first.resolve();
  await first.promise;
  now = 6000;
  expect(time.seconds).toBe(1);
  second.reject(new Error('no'));
  await second.promise.catch(() => undefined);
  await Promise.resolve();
  now = 6500;
  expect(time.seconds).toBe(1.5);
  time.add(0.25);
  expect(time.seconds).toBe(1.75);
});
