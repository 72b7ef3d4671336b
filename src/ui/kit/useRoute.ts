import { useSyncExternalStore } from 'react';
import { printRoute, readRoute, type Route } from './route.ts';

const listen = (changed: () => void) => {
  addEventListener('hashchange', changed);
  return () => removeEventListener('hashchange', changed);
};
const current = () => location.hash;

/** The address on screen. `hostAddress` is where the host asked us to begin, used until the person has gone somewhere. */
export function useRoute(hostAddress: string | null): Route {
  const hash = useSyncExternalStore(listen, current);
  const route = readRoute(hash);
  const nowhereYet = route.page === 'start' && !hash.startsWith('#/');
  return nowhereYet && hostAddress ? readRoute(hostAddress) : route;
}

/** Goes to a page. A link should use `href={printRoute(route)}` instead. */
export function goTo(route: Route): void {
  location.hash = printRoute(route);
}
