import type { Host, Language } from '../host/host.ts';
import type { Store } from '../storage/store.ts';

/** What a command works with. Handed in, so that a command can be run anywhere. */
export interface Workplace {
  readonly host: Host;
  readonly store: Store;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly language: Language;
  /** "https://…" of our static app, where links in invitations and channels lead. */
  readonly appOrigin: string;
  readonly adminConsentLink: string;
  /** The municipality, as it stands on what is printed; left out where nobody has told. */
  readonly organisation?: string | undefined;
}
