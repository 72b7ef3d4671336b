/**
 * Everything the host pages can do wrong on purpose, as it has been seen to go wrong in real hosts.
 * Chosen in the page's menu and kept in its address: `?misbehave=naa-timeout,teams-slow`.
 */
export const misbehaviours = [
  // Nested app authentication, in Teams and Outlook alike.
  'naa-unavailable', // the host says it has none
  'naa-bridge-missing', // Outlook says it has it, but window.nestedAppAuthBridge is undefined (msal#7723)
  'naa-interaction', // the first silent request of each visit needs the person's consent
  'naa-interaction-always', // every silent request does
  'naa-timeout', // GetToken is never answered
  'naa-init-timeout', // GetInitContext is never answered: msal waits without limit
  'naa-disabled',
  'naa-account-unavailable',
  'naa-no-network',
  'naa-transient',
  'naa-persistent', // "Something went wrong" (oj#4846)
  'naa-empty-error', // ServerError without words (oj#5209)
  'naa-untrusted-origin', // "The origin is not valid for Nested App Auth" although it is registered (oj#6610, oj#5113)
  'naa-wrong-account', // another person's token (msal#7356)
  // Teams
  'teams-silent', // initialize is never answered
  'teams-slow', // every answer takes two seconds
  'no-meeting-details', // getMeetingDetails without its permission: errorCode 1000 (td#4237)
  'no-chat-id', // a meeting context without chat id, as in channel meetings (tl#386)
  'no-auth-popup',
  // Outlook
  'office-slow', // every answer takes two seconds
  'no-item-id', // the item has no id although it is saved (oj#1310)
  'properties-lost-on-exceptions', // of an occurrence that was changed by itself they come back empty (oj#1508, oj#3789, oj#6228)
  'properties-fail', // custom properties can neither be read nor saved
  'body-rewritten', // the client rewrites the HTML that was set
  'body-as-word', // it edits with Word, which gives the HTML a shape of its own
  'body-links-wrapped', // links in the body lead through Safe Links
] as const;

export type Misbehaviour = (typeof misbehaviours)[number];

/** The misbehaviours named in an address's `misbehave` parameter; unknown names are left out. */
export function parseMisbehaviours(value: string | null): ReadonlySet<Misbehaviour> {
  const named = new Set((value ?? '').split(',').map((name) => name.trim()));
  return new Set(misbehaviours.filter((name) => named.has(name)));
}

/** The reverse of {@link parseMisbehaviours}; null when there is nothing to name. */
export function formatMisbehaviours(chosen: ReadonlySet<Misbehaviour>): string | null {
  return chosen.size === 0 ? null : misbehaviours.filter((name) => chosen.has(name)).join(',');
}
