import { vi } from 'vitest';

interface Result {
  status: 'succeeded' | 'failed';
  value?: unknown;
  error?: { code: number; name: string; message: string };
}
type Done = (result: Result) => void;

/** The objects that office.js offers a pane, as far as we use them, with Outlook's ways of failing. */
export class FakeOutlook {
  host: string | null = 'Outlook';
  ready: Promise<void> = Promise.resolve();
  displayLanguage = 'da-DK';
  theme: { bodyBackgroundColor: string; isDarkTheme: boolean } | undefined = { bodyBackgroundColor: '#ffffff', isDarkTheme: false };
  sets = new Set(['NestedAppAuth 1.1', 'Mailbox 1.14', 'OpenBrowserWindowApi 1.1']);
  emailAddress = 'ulla.skarvad@fjordby.example';
  authContext: (() => Promise<{ userObjectId: string }>) | undefined;
  html = '<p>Kære alle</p>';
  item: Record<string, unknown> | undefined;
  /** Asynchronous calls that are out; Outlook takes three. */
  out = 0;
  mostOut = 0;
  readonly opened: string[] = [];
  #themeChanged: (() => void) | null = null;

  constructor() {
    vi.stubGlobal('Office', {
      onReady: async () => {
        await this.ready;
        return { host: this.host, platform: 'OfficeOnline' };
      },
      HostType: { Outlook: 'Outlook' },
      EventType: { OfficeThemeChanged: 'officeThemeChanged' },
      CoercionType: { Html: 'html' },
      MailboxEnums: { RestVersion: { v2_0: 'v2.0' } },
      auth: { getAuthContext: this.authContext },
      context: {
        displayLanguage: this.displayLanguage,
        officeTheme: this.theme,
        requirements: { isSetSupported: (name: string, version: string) => this.sets.has(`${name} ${version}`) },
        ui: { openBrowserWindow: (url: string) => this.opened.push(url) },
        mailbox: {
          item: this.item,
          userProfile: { emailAddress: this.emailAddress },
          convertToRestId: (id: string) => id.replaceAll('/', '-').replaceAll('+', '_'),
          addHandlerAsync: (_type: string, handler: () => void) => (this.#themeChanged = handler),
        },
      },
    });
  }

  /** Opens on an appointment as an attendee sees it. */
  reading(itemId: string): this {
    return this.#open({ itemType: 'appointment', subject: 'Direktionsmøde', itemId });
  }

  /** Opens the organiser's form; `itemId` is null for an appointment that was never saved. */
  composing(saved: string | null): this {
    let itemId = saved;
    return this.#open({
      saveAsync: (done: Done) => {
        itemId ??= 'AAMk/gemt';
        this.#later(done, { status: 'succeeded', value: itemId });
      },
      itemType: 'appointment',
      subject: { getAsync: () => undefined },
      getItemIdAsync: (done: Done) =>
        this.#later(
          done,
          itemId === null
            ? { status: 'failed', error: { code: 9017, name: 'ItemNotSaved', message: 'The item is not saved' } }
            : { status: 'succeeded', value: itemId },
        ),
      body: {
        getAsync: (_type: string, done: Done) => this.#later(done, { status: 'succeeded', value: this.html }),
        setAsync: (html: string, _options: object, done: Done) => {
          FakeOutlook.checkLength(html);
          this.html = html;
          this.#later(done, { status: 'succeeded', value: undefined });
        },
        prependAsync: (html: string, _options: object, done: Done) => {
          FakeOutlook.checkLength(html);
          this.html = html + this.html;
          this.#later(done, { status: 'succeeded', value: undefined });
        },
      },
    });
  }

  /** The item stands in a calendar that `owner` shares. */
  sharedBy(owner: string): this {
    const shared = { owner, targetMailbox: owner, targetRestUrl: '', delegatePermissions: 63 };
    Object.assign(this.item ?? {}, { getSharedPropertiesAsync: (done: Done) => this.#later(done, { status: 'succeeded', value: shared }) });
    return this;
  }

  /** As office.js does before it asks Outlook: it throws, and calls nobody back (validateBodyParameters, createArgumentOutOfRange). */
  static checkLength(data: string): void {
    if (data.length <= 1_000_000) return;
    const words = 'Sys.ArgumentOutOfRangeException: Specified argument was out of the range of valid values.';
    const thrown = new Error(`${words}\nParameter name: data\nActual value was ${data.length}.`);
    throw Object.assign(thrown, { name: 'Sys.ArgumentOutOfRangeException', paramName: 'data', actualValue: data.length });
  }

  turn(dark: boolean): void {
    Object.assign(this.#context, { officeTheme: { bodyBackgroundColor: dark ? '#1f1f1f' : '#ffffff', isDarkTheme: dark } });
    this.#themeChanged?.();
  }

  set(values: {
    host?: string | null;
    language?: string;
    address?: string;
    authContext?: () => Promise<{ userObjectId: string }>;
    noItem?: boolean;
  }): this {
    if (values.host !== undefined) this.host = values.host;
    if (values.language !== undefined) Object.assign(this.#context, { displayLanguage: values.language });
    if (values.address !== undefined) this.#context.mailbox.userProfile.emailAddress = values.address;
    if (values.authContext !== undefined) Object.assign(this.#office.auth, { getAuthContext: values.authContext });
    return this;
  }

  #open(item: Record<string, unknown>): this {
    this.item = item;
    Object.assign(this.#context.mailbox, { item });
    return this;
  }

  #later(done: Done, result: Result): void {
    this.mostOut = Math.max(this.mostOut, ++this.out);
    setTimeout(() => {
      this.out--;
      done(result);
    }, 5);
  }

  get #office() {
    return (globalThis as unknown as { Office: { auth: object; context: { mailbox: { userProfile: { emailAddress: string } } } } }).Office;
  }

  get #context() {
    return this.#office.context;
  }
}
