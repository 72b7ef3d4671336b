import type { AccountInfo } from '@azure/msal-browser';
import { HostFailure, type SignedInPerson } from '../host.ts';

/** Who the host says is sitting here. It is a hint, never proof; but a token for somebody else must not be used (msal#7356). */
export interface ExpectedPerson {
  /** Entra object id, where the host knows it. */
  readonly objectId: string | null;
  /** User principal name or an address of the mailbox. */
  readonly address: string | null;
}

/** Asked when the first token is here, so that a host that is slow to tell holds nothing up. */
export type WhoIsExpected = () => Promise<ExpectedPerson | null>;

export function personOf(account: AccountInfo): SignedInPerson {
  return { id: account.localAccountId, name: account.name ?? account.username, email: account.username };
}

/**
 * Throws HostFailure WrongAccount when a token belongs to another person than the host's. `addressesOf` is asked only
 * where nothing else tells: in many organisations a mailbox's address differs from the name people sign in with.
 */
export async function checkAccount(
  account: AccountInfo,
  expected: ExpectedPerson | null,
  addressesOf: () => Promise<readonly string[]>,
): Promise<void> {
  if (expected === null) return;
  if (expected.objectId !== null) {
    if (same(expected.objectId, account.localAccountId)) return;
    throw wrong(account, expected);
  }
  if (expected.address === null) return;
  const claims = account.idTokenClaims ?? {};
  const known = [account.username, account.loginHint, claims['upn'], claims['email'], claims.preferred_username];
  if (known.some((each) => same(each, expected.address))) return;
  if ((await addressesOf()).some((each) => same(each, expected.address))) return;
  throw wrong(account, expected);
}

function same(a: unknown, b: string | null): boolean {
  return typeof a === 'string' && b !== null && a.toLowerCase() === b.toLowerCase();
}

function wrong(account: AccountInfo, expected: ExpectedPerson): HostFailure {
  return new HostFailure('WrongAccount', 'The token belongs to another person than the one signed in to the host', {
    detail: { tokenOf: account.username, expected: expected.address ?? expected.objectId ?? '' },
  });
}
