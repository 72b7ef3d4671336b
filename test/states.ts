import { vi } from 'vitest';

/**
 * Before each test file: who waits for a state waits until it is there. vitest gives a state one second, which a busy machine does not
 * always have; a minute ends what hangs. (`expect.poll` has the same in vitest.config.ts.)
 */
const waitFor = vi.waitFor.bind(vi);
vi.waitFor = (state, options) => waitFor(state, { timeout: 60_000, interval: 10, ...(typeof options === 'number' ? { timeout: options } : options) });
