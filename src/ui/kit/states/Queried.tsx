import type { ReactNode } from 'react';
import { FailureState } from './FailureState.tsx';
import { Loading } from './Loading.tsx';

/** What a screen needs of a query: what there is to show, why the newest could not be fetched, and a new try. */
export interface ShownQuery<Data> {
  readonly data: Data | undefined;
  readonly error: Error | null;
  readonly refetch: () => unknown;
}

/**
 * Shows what a query brought: the page's shape while it is on its way, a designed state where it failed, and what we have
 * (with the failure above it) where only the refresh failed.
 */
export function Queried<Data>({ query, children }: { query: ShownQuery<Data>; children: (data: Data) => ReactNode }) {
  const again = () => void query.refetch();
  if (query.data === undefined) return query.error ? <FailureState error={query.error} onRetry={again} /> : <Loading onRetry={again} />;
  return (
    <>
      {query.error && <FailureState error={query.error} onRetry={again} size="inline" />}
      {children(query.data)}
    </>
  );
}
