import type { Route } from './route.ts';

/** The screen of an address; the start is what the host's surface is for. */
export function Screen({ route }: { route: Route; onConfigReady: ((valid: boolean) => void) | undefined }) {
  return <p>{route.page}</p>;
}
