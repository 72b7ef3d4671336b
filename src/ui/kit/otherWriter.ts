import type { Commands } from '../../commands/commands.ts';
import { isFailure } from '../../meeting/errors.ts';

/**
 * Who wrote what mine clashes with, where the service told it; null where the failure is another, or nobody knows: it tells who wrote the row last, which may
 * have been me.
 */
export function otherWriter(error: unknown, { host }: Pick<Commands, 'host'>): string | null {
  const by = isFailure(error, 'Conflict') ? error.detail['by'] : undefined;
  return by === undefined || by === host.signIn.person()?.name ? null : by;
}
