import { Suspense } from 'react';
import type { UnreadRow } from '../../meeting/unreadRow.ts';
import { lazyPart } from '../kit/lazyPart.ts';

const UnreadRowList = lazyPart(() => import('./UnreadRowList.tsx'));

/** Rows of the lists that cannot be read, for those who may mend them. Mostly there are none, and nothing is fetched to say so. */
export function UnreadRows({ rows }: { rows: readonly UnreadRow[] }) {
  if (rows.length === 0) return null;
  return (
    <Suspense fallback={null}>
      <UnreadRowList rows={rows} />
    </Suspense>
  );
}
