import { QueryClient } from '@tanstack/react-query';

/** The hashes of what is not read anew by turning to the page: somebody writes in it, and whoever holds it keeps it up. */
export const held = new Set<string>();

/** Server state. The wire retries by itself and failures have names, so nothing is tried twice here. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: false,
        networkMode: 'always',
        staleTime: 15_000,
        gcTime: 30 * 60_000,
        refetchOnWindowFocus: ({ queryHash }) => !held.has(queryHash),
        refetchOnReconnect: true,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
