/**
 * Where we run: one contract, three adapters (Teams, Outlook, plain browser). Screens and commands know this file
 * only; the entry that the host opened picks the adapter.
 */
export type HostKind = 'teams' | 'outlook' | 'browser';
export type Surface = 'personal' | 'channel' | 'meeting' | 'sidePanel' | 'appointmentRead' | 'appointmentCompose' | 'page' | 'config';
export type Theme = 'light' | 'dark' | 'contrast';
export type Language = 'da' | 'en';

/** How the host names the meeting we were opened on. */
export type MeetingHint =
  /** `eventId` is a Graph (REST) id in the signed-in person's mailbox, or "<mailbox>:<id>" in a calendar that somebody shares with them. */
  | { readonly kind: 'event'; readonly eventId: string }
  /** A Teams meeting is known by its chat. */
  | { readonly kind: 'chat'; readonly chatId: string }
  /** An appointment that was never saved has no id yet. */
  | { readonly kind: 'unsaved' }
  /** The host shows no meeting: a personal tab, a channel, a plain page. */
  | { readonly kind: 'none' };

/** The open form of an appointment in Outlook. Writing here changes the form only; the organiser sends it. */
export interface InvitationForm {
  /** Saves an appointment that is not in the calendar yet, with all that stands in the form. Nobody is invited by it. `Host.meeting` names it then. */
  save(): Promise<void>;
  /** Asks Outlook anew which event it is: the person may have saved it since. `Host.meeting` tells the answer. */
  lookAgain(): Promise<void>;
  readHtml(): Promise<string>;
  /** Replaces the whole body of the form. Throws HostFailure TooLarge where Outlook does not take so much, and NotAllowed, Refused. */
  writeHtml(html: string): Promise<void>;
  /** Puts some HTML above everything, and leaves the rest alone, however much that is. Throws as writeHtml. */
  prependHtml(html: string): Promise<void>;
}

/** The team and channel a channel tab stands in. */
export interface ChannelPlace {
  readonly teamId: string;
  readonly channelId: string;
  readonly channelName: string;
}

export interface TokenRequest {
  readonly scopes: readonly string[];
  /** The decoded claims of a challenge (CAE), to be sent on once. */
  readonly claims?: string;
  /** The token at hand was refused: it must be a new one. */
  readonly renew?: true;
  /** True only inside a click: the host may open a window to ask the person. */
  readonly interactive?: boolean;
}

export interface SignedInPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** Hands out access tokens. Throws HostFailure: SignInNeeded, ConsentMissing, HostSilent, WrongAccount, Offline. */
export interface SignIn {
  token(request: TokenRequest): Promise<string>;
  /** Who is signed in, or null before the first token. */
  person(): SignedInPerson | null;
  /** Asks the person to sign in; call it from a click. In a plain browser this leaves the page. */
  ask(scopes: readonly string[]): Promise<void>;
  /** Present where signing out belongs to us (plain browser). */
  signOut?(): Promise<void>;
}

export interface Host {
  readonly kind: HostKind;
  readonly surface: Surface;
  readonly language: Language;
  readonly theme: Theme;
  /** Calls back at each change of theme; returns how to stop. */
  onTheme(listener: (theme: Theme) => void): () => void;
  readonly meeting: MeetingHint;
  /** The Entra object id of the person the host says sits here, before any token; null where it does not tell. A hint, never proof. */
  expectedId?(): Promise<string | null>;
  readonly channel: ChannelPlace | null;
  /** The address inside the app the host asked for (subPageId, hash), or null. */
  readonly address: string | null;
  readonly signIn: SignIn;
  /** Only in an Outlook compose form. */
  readonly invitation: InvitationForm | null;
  /** Opens a link outside the pane. */
  openLink(url: string): void;
  /** Tells the host that something readable is on screen. */
  shown(): void;
  /** Tells the host that nothing can be shown, with a reason for its log. */
  failed(reason: string): void;
}

/** `TooLarge`, `NotAllowed`, `Refused`: the host answered, and the same again cannot help. */
export type HostFailureName = 'SignInNeeded' | 'ConsentMissing' | 'HostSilent' | 'WrongAccount' | 'Offline' | 'TooLarge' | 'NotAllowed' | 'Refused';

/** What goes wrong between us and the host. Has the shape of meeting/errors.ts' Failure, so that screens treat both alike. */
export class HostFailure extends Error {
  readonly detail: Readonly<Record<string, string>>;
  readonly retryAfter: number | null = null;

  constructor(name: HostFailureName, message: string, options: { detail?: Record<string, string>; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = name;
    this.detail = options.detail ?? {};
  }
}
