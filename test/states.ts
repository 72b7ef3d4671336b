import { afterAll, vi } from 'vitest';

/** What React is told by a test that acts (https://react.dev/reference/react/act): updates outside `act` are reported while it is true. */
interface Surroundings {
  IS_REACT_ACT_ENVIRONMENT?: boolean;
}

/**
 * Before each test file: who waits for a state waits until it is there. vitest gives a state one second, which a busy machine does not
 * always have; a minute ends what hangs. (`expect.poll` has the same in vitest.config.ts.) Meanwhile React goes on by itself, as before a
 * user, and that is what is waited for.
 */
const waitFor = vi.waitFor.bind(vi);
vi.waitFor = async (state, options) => {
  const surroundings = globalThis as typeof globalThis & Surroundings;
  const acting = surroundings.IS_REACT_ACT_ENVIRONMENT;
  if (acting === true) surroundings.IS_REACT_ACT_ENVIRONMENT = false;
  try {
    return await waitFor(state, { timeout: 60_000, interval: 10, ...(typeof options === 'number' ? { timeout: options } : options) });
  } finally {
    if (acting === true) surroundings.IS_REACT_ACT_ENVIRONMENT = acting;
  }
};

// One process reads many files: what one has put in the place of a global is not the next one's.
afterAll(() => void vi.unstubAllGlobals());
