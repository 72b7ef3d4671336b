import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Failure } from '../../../src/meeting/errors.ts';
import { keepAsking, type Asked } from '../../../src/ui/live/keepAsking.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('asks once in each pace, the first time somewhere within it', async () => {
  const ask = vi.fn(async () => undefined);
  const asker = keepAsking({ ask, pace: () => 8_000, chance: () => 0.5 });
  await vi.advanceTimersByTimeAsync(3_999);
  expect(ask).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(ask).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(80_000);
  expect(ask).toHaveBeenCalledTimes(11);
  asker.stop();
  await vi.advanceTimersByTimeAsync(80_000);
  expect(ask).toHaveBeenCalledTimes(11);
});

it('asks nothing while there is no pace, and at once when the time has passed meanwhile', async () => {
  let isVisible = true;
  const ask = vi.fn(async () => undefined);
  const asker = keepAsking({ ask, pace: () => (isVisible ? 8_000 : null), chance: () => 0.5 });
  await vi.advanceTimersByTimeAsync(4_000);
  isVisible = false;
  asker.again();
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(ask).toHaveBeenCalledTimes(1);
  isVisible = true;
  asker.again();
  await vi.advanceTimersByTimeAsync(0);
  expect(ask).toHaveBeenCalledTimes(2);
  asker.stop();
});

it('begins nothing anew by being told again and again, and never asks twice at a time', async () => {
  let answer = (): void => undefined;
  const ask = vi.fn(() => new Promise<void>((resolve) => (answer = resolve)));
  const asker = keepAsking({ ask, pace: () => 8_000, chance: () => 0.5 });
  for (let second = 0; second < 4; second += 1) {
    await vi.advanceTimersByTimeAsync(1_000);
    asker.again();
  }
  expect(ask).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(60_000);
  asker.again();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(ask).toHaveBeenCalledTimes(1);
  answer();
  await vi.advanceTimersByTimeAsync(8_000);
  expect(ask).toHaveBeenCalledTimes(2);
  asker.stop();
});

it('tells the pace what went wrong, and waits as long as the service said', async () => {
  const told: Asked[] = [];
  let isDown = true;
  const ask = vi.fn(async () => {
    if (isDown) throw new Failure('Throttled', 'Too many', { retryAfter: 120 });
  });
  const asker = keepAsking({ ask, pace: (asked) => (told.push(asked), 8_000), chance: () => 0.5 });
  await vi.advanceTimersByTimeAsync(4_000);
  expect(told.at(-1)).toEqual({ isFirst: true, failures: 1, putOff: 120 });
  await vi.advanceTimersByTimeAsync(119_000);
  expect(ask).toHaveBeenCalledTimes(1);
  isDown = false;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(ask).toHaveBeenCalledTimes(2);
  expect(told.at(-1)).toEqual({ isFirst: false, failures: 0, putOff: null });
  asker.stop();
});
