import { element, icon } from '../page/dom.ts';
import type { HostPage } from '../page/hostPage.ts';
import { fill } from '../page/texts.ts';
import { parseNestedAuthRequest, isNestedAuthCall } from '../wire/nestedAppAuth.ts';
import { mailboxFailure, officeAnswer, officeEvent, parseMailboxCall, parseOfficeCall, taskPaneAddress } from '../wire/officeMessages.ts';
import type { OfficeCall } from '../wire/officeMessages.ts';
import { parseTeamsCall, teamsAnswer } from '../wire/teamsMessages.ts';
import { appContext, initialData } from './initialData.ts';
import { runMailboxMethod } from './mailboxMethods.ts';
import type { MethodSurroundings } from './mailboxMethods.ts';
import type { Infobar } from './infobar.ts';
import { MailboxStorage } from './itemStorage.ts';
import type { OpenItem } from './openItem.ts';
import { calendarOwner } from './sharedCalendar.ts';
import { outlookTexts } from './texts.ts';

const slowMs = 2_000;
/** A real host takes its time; without it, no two calls would ever meet. */
const usualMs = 8;
/** Asynchronous calls of one add-in at a time (OJD: limits for Outlook add-ins; the error number is not documented). */
const concurrentCalls = 3;
const tooManyCalls = 9020;

/**
 * The pane at the right of an appointment, 320 pixels wide, with genuine office.js in it. Plays the host's end of office.js's wire. It
 * closes with the appointment: task panes of appointments cannot be pinned (OJD: pinnable-taskpane).
 */
export class TaskPane {
  readonly element: HTMLElement;
  readonly #page: HostPage;
  readonly #item: OpenItem;
  readonly #iframe: HTMLIFrameElement;
  readonly #origin: string;
  readonly #conversationId = crypto.randomUUID();
  readonly #storage: MailboxStorage;
  readonly #surroundings: MethodSurroundings;
  readonly #bridge;
  readonly #registered = new Set<string>();
  readonly #heard = (event: MessageEvent): void => this.#hear(event);
  #running = 0;

  constructor(page: HostPage, item: OpenItem, infobar: Infobar, options: { onClose: () => void; openItem: (ewsId: string) => void }) {
    const { app } = page;
    const wrong = page.address.misbehaviours;
    this.#page = page;
    this.#item = item;
    this.#storage = new MailboxStorage(page.person.userPrincipalName, app.id, calendarOwner(page)?.userPrincipalName);
    this.#bridge = page.bridge();
    this.#surroundings = { page, item, storage: this.#storage, infobar, closePane: options.onClose, openItem: options.openItem };
    this.#origin = new URL(app.taskPaneUrl).origin;
    const texts = outlookTexts[page.locale];
    this.#iframe = element('iframe', {
      title: app.name,
      id: 'embedded-task-pane',
      // office.js keeps what its dialogs need in window.name, as JSON (WindowNameItemKeys).
      name: JSON.stringify({ baseFrameName: 'embedded-task-pane' }),
      src: taskPaneAddress(app.taskPaneUrl, {
        locale: page.locale === 'da-dk' ? 'da-DK' : 'en-US',
        conversationId: this.#conversationId,
        appId: app.id,
        hostOrigin: location.origin,
        correlationId: crypto.randomUUID(),
        bridge: !wrong.has('naa-unavailable') && !wrong.has('naa-bridge-missing'),
      }),
      sandbox: 'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads',
    });
    this.element = element(
      'aside.task-pane',
      { 'aria-label': app.name },
      element(
        'header',
        {},
        element('h2', {}, app.name),
        element(
          'button.plain',
          {
            type: 'button',
            title: fill(texts.closePane, { app: app.name }),
            'aria-label': fill(texts.closePane, { app: app.name }),
            onclick: options.onClose,
          },
          icon('close'),
        ),
      ),
      this.#iframe,
    );
    addEventListener('message', this.#heard);
    if (item.mode === 'compose') this.#tellChanges(item);
  }

  close(): void {
    removeEventListener('message', this.#heard);
    this.element.remove();
  }

  #hear(event: MessageEvent): void {
    if (event.source !== this.#iframe.contentWindow || event.origin !== this.#origin) return;
    if (isNestedAuthCall(event.data)) {
      void this.#answerSignIn(event.data);
      return;
    }
    const call = parseOfficeCall(event.data);
    if (call && call.conversationId === this.#conversationId) void this.#answer(call);
  }

  async #answer(call: OfficeCall): Promise<void> {
    const slow = this.#page.address.misbehaviours.has('office-slow');
    const running = call.action === 'ExecuteMethod';
    if (running) this.#running += 1;
    try {
      const refused = running && this.#running > concurrentCalls;
      await new Promise((resolve) => setTimeout(resolve, slow ? slowMs : usualMs));
      this.#post(officeAnswer(call, refused ? mailboxFailure(tooManyCalls) : await this.#result(call)));
    } finally {
      if (running) this.#running -= 1;
    }
  }

  async #result(call: OfficeCall): Promise<unknown> {
    if (call.actionType === 1) {
      this.#registered.add(call.action);
      return { Error: 0 };
    }
    if (call.actionType === 2) {
      this.#registered.delete(call.action);
      return { Error: 0 };
    }
    switch (call.action) {
      case 'ContextActivationManager_getAppContextAsync':
        return appContext(this.#page, {
          conversationId: this.#conversationId,
          settings: this.#storage.settings(),
          naa: !this.#page.address.misbehaviours.has('naa-unavailable'),
        });
      case 'GetInitialData':
        return initialData(this.#page, this.#item);
      case 'ExecuteMethod': {
        const method = parseMailboxCall(call.data);
        return method ? runMailboxMethod(method, this.#surroundings) : mailboxFailure(9002);
      }
      default:
        return null;
    }
  }

  async #answerSignIn(data: unknown): Promise<void> {
    const wrong = this.#page.address.misbehaviours;
    const call = parseTeamsCall(data);
    const request = call && parseNestedAuthRequest(call.data);
    if (!call || !request || wrong.has('naa-unavailable')) return;
    const answer = await this.#bridge.answer(request);
    if (answer) this.#iframe.contentWindow?.postMessage(teamsAnswer(call, [null, answer], performance.now()), this.#origin);
  }

  /** Events of the item, for those the add-in has registered. */
  #tellChanges(item: OpenItem & { mode: 'compose' }): void {
    const { draft } = item;
    draft.onChange((part, author) => {
      if (author !== 'form') return;
      if (part === 'required' || part === 'optional')
        this.#raise('olkRecipientsChanged', {
          requiredAttendees: part === 'required',
          optionalAttendees: part === 'optional',
          to: false,
          cc: false,
          bcc: false,
        });
      if (part === 'start' || part === 'end')
        this.#raise('olkAppointmentTimeChanged', { start: draft.parts.start.getTime(), end: draft.parts.end.getTime() });
    });
  }

  #raise(event: string, payload: object): void {
    if ([...this.#registered].some((name) => name === event)) this.#post(officeEvent(this.#conversationId, event, payload));
  }

  #post(message: string): void {
    this.#iframe.contentWindow?.postMessage(message, this.#origin);
  }
}
