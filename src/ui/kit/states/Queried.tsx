import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FailureState } from './FailureState.tsx';
import { Loading } from './Loading.tsx';

/**
 * Shows what a query brought: the page's shape while it is on its way, a designed state where it failed, and what we have
 * (with the failure above it) where only the refresh failed.
 */
export function Queried<Data>({ query, children }: { query: UseQueryResult<Data>; children: (data: Data) => ReactNode }) {
  const again = () => void query.refetch();
  if (query.data === undefined) return query.error ? <FailureState error={query.error} onRetry={again} /> : <Loading onRetry={again} />;
  return (
    <>
      {query.error && <FailureState error={query.error} onRetry={again} size="inline" />}
      {children(query.data)}
    </>
  );
}
