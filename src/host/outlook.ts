import { openInBrowser } from './address.ts';
import { languageOf, onSystemTheme, systemTheme, ThemeNews } from './appearance.ts';
import type { AppConfig } from './config.ts';
import { HostFailure, type Host, type SignIn, type Surface, type Theme } from './host.ts';
import { createInvitationForm } from './outlookForm.ts';
import { isCompose, placeOf, type Item } from './outlookPlace.ts';
import type { ExpectedPerson, WhoIsExpected } from './signIn/account.ts';
import { lazily } from './signIn/lazily.ts';
import { createNestedSignIn } from './signIn/nested.ts';
import { hostPatience, withinTime } from './timeLimit.ts';

/**
 * The pane beside an appointment. office.js is loaded by the page itself, before this; it takes the address' hash and
 * history.pushState for itself (oj#429), so nothing may route before this has answered. Throws HostFailure HostSilent.
 */
export async function createOutlookHost(config: AppConfig, page: Window = window): Promise<Host> {
  const mailbox = await startOutlook();
  const item = mailbox.item as Item | undefined;
  const composing = item !== undefined && isCompose(item);
  const theme = new ThemeNews(themeNow(page));
  followThemes(page, mailbox, theme);
  const place = await placeOf(mailbox, item);
  return {
    kind: 'outlook',
    surface: composing ? 'appointmentCompose' : ('appointmentRead' satisfies Surface),
    language: languageOf(Office.context.displayLanguage),
    get theme() {
      return theme.now;
    },
    onTheme: (listener) => theme.listen(listener),
    get meeting() {
      return place.meeting;
    },
    expectedId: async () => (await personOf(mailbox)).objectId,
    channel: null,
    address: null,
    signIn: signInOf(config, () => personOf(mailbox)),
    invitation: composing ? { ...createInvitationForm(item), save: () => place.save(), lookAgain: () => place.lookAgain() } : null,
    openLink: (url) => openOutlookLink(page, url),
    // Outlook does not ask to be told.
    shown: () => undefined,
    failed: () => undefined,
  };
}

/** office.js never answers when its network address is blocked, and answers "no host" on a plain page (initialize-add-in). */
async function startOutlook(): Promise<Office.Mailbox> {
  const silent = (reason: string) => new HostFailure('HostSilent', `Outlook: ${reason}`, { detail: { what: 'Outlook', reason } });
  if (typeof Office === 'undefined') throw silent('office.js was not loaded');
  const { host } = await withinTime(hostPatience, 'Outlook', Office.onReady());
  if (host !== Office.HostType.Outlook) throw silent('the page is not open in Outlook');
  const mailbox = Office.context.mailbox as Office.Mailbox | undefined;
  if (mailbox === undefined) throw silent('there is no mailbox');
  return mailbox;
}

function signInOf(config: AppConfig, expected: WhoIsExpected): SignIn {
  const popup = async () => (await import('./signIn/popup.ts')).createPopupSignIn(config, expected);
  // May be asked at run time only; a manifest cannot require it (faq-nested-app-auth).
  if (Office.context.requirements.isSetSupported('NestedAppAuth', '1.1')) return createNestedSignIn(config, expected, popup);
  const { token, person, ask } = lazily(popup);
  return { token, person, ask };
}

/** Newer clients tell the object id of the person; the others only an address of the mailbox. */
async function personOf(mailbox: Office.Mailbox): Promise<ExpectedPerson> {
  const address = mailbox.userProfile.emailAddress;
  const auth = Office.auth as Office.Auth | undefined;
  if (typeof auth?.getAuthContext !== 'function') return { objectId: null, address };
  try {
    const { userObjectId } = await withinTime(hostPatience, "Outlook's account", auth.getAuthContext());
    return { objectId: userObjectId || null, address };
  } catch {
    // Not every client that has the function can answer; the address is enough to check by.
    return { objectId: null, address };
  }
}

function themeNow(page: Window): Theme {
  const told = Office.context.officeTheme as Office.OfficeTheme | undefined;
  const system = systemTheme(page);
  if (system === 'contrast' || told?.bodyBackgroundColor === undefined) return system;
  return (told.isDarkTheme ?? isDark(told.bodyBackgroundColor)) ? 'dark' : 'light';
}

function isDark(hex: string): boolean {
  const [red = 255, green = 255, blue = 255] = (hex.match(/[0-9a-f]{2}/gi) ?? []).map((part) => Number.parseInt(part, 16));
  return red * 0.299 + green * 0.587 + blue * 0.114 < 128;
}

function followThemes(page: Window, mailbox: Office.Mailbox, theme: ThemeNews): void {
  onSystemTheme(page, () => theme.tell(themeNow(page)));
  if (!Office.context.requirements.isSetSupported('Mailbox', '1.14')) return;
  mailbox.addHandlerAsync(Office.EventType.OfficeThemeChanged, () => theme.tell(themeNow(page)));
}

/** In desktop clients the pane's own window.open stays inside the pane. */
function openOutlookLink(page: Window, url: string): void {
  if (Office.context.requirements.isSetSupported('OpenBrowserWindowApi', '1.1')) Office.context.ui.openBrowserWindow(url);
  else openInBrowser(page, url);
}
