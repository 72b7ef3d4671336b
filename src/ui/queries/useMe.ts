import type { SignedInPerson } from '../../host/host.ts';
import { useHost } from '../kit/CommandsContext.tsx';

/** Who is signed in; known as soon as anything has been fetched. */
export function useMe(): SignedInPerson | null {
  return useHost().signIn.person();
}
