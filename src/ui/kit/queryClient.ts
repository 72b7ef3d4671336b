import { QueryClient } from '@tanstack/react-query';

/** Server state. The wire retries by itself and failures have names, so nothing is tried twice here. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, networkMode: 'always', staleTime: 15_000, gcTime: 30 * 60_000, refetchOnWindowFocus: true, refetchOnReconnect: true },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
