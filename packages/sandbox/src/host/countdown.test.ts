import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Countdown } from './countdown.ts';

beforeEach(() => { vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }); });
afterEach(() => { vi.useRealTimers(); });

test('stands still while it is paused, and ends once', () => {
  const ended = vi.fn();
  const countdown = new Countdown(1000, ended);
  vi.advanceTimersByTime(600);
  countdown.pause();
  vi.advanceTimersByTime(10_000);
  expect(ended).not.toHaveBeenCalled();
  countdown.resume();
  vi.advanceTimersByTime(399);
  expect(ended).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(ended).toHaveBeenCalledTimes(1);
  countdown.pause();
  vi.advanceTimersByTime(10_000);
  expect(ended).toHaveBeenCalledTimes(1);
});

test('pausing and resuming twice is the same as once', () => {
  const ended = vi.fn();
  const countdown = new Countdown(100, ended);
  countdown.resume();
  vi.advanceTimersByTime(50);
  countdown.pause();
  countdown.pause();
  vi.advanceTimersByTime(100);
  countdown.resume();
  countdown.resume();
  vi.advanceTimersByTime(49);
  expect(ended).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(ended).toHaveBeenCalledTimes(1);
});
