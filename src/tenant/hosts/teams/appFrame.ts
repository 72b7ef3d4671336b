import { element } from '../page/dom.ts';
import type { HostPage } from '../page/hostPage.ts';
import type { AppTab } from '../page/installedApp.ts';
import { fill } from '../page/texts.ts';
import { parseNestedAuthRequest } from '../wire/nestedAppAuth.ts';
import { isRecord, textAt } from '../wire/record.ts';
import { parseTeamsCall, teamsAnswer, teamsEvent } from '../wire/teamsMessages.ts';
import type { TeamsCall } from '../wire/teamsMessages.ts';
import { initializeAnswer } from '../wire/teamsRuntime.ts';
import { openAuthenticationWindow } from './authenticationWindow.ts';
import { contextOf, fillPlaceholders, meetingDetails, tabSettings } from './context.ts';
import type { TeamsContext } from './context.ts';
import { openDeepLink, openAppPage } from './deepLinks.ts';
import { backPressed } from './backButton.ts';
import { openAppDialog } from './appDialog.ts';
import type { FrameOptions } from './frameOptions.ts';
import { showShareLink } from './shareLink.ts';

const loadingLimitMs = 30_000;
const slowMs = 2_000;

/**
 * One page of the app in an iframe, with the Teams side of teams-js around it. Messages count only when they
 * come from this iframe's window and from the origin its address was opened on.
 */
export class AppFrame {
  readonly element: HTMLElement;
  readonly #page: HostPage;
  readonly #options: FrameOptions;
  readonly #iframe: HTMLIFrameElement;
  readonly #origin: string;
  readonly #bridge;
  readonly #session = crypto.randomUUID();
  readonly #handlers = new Set<string>();
  readonly #stopListening: () => void;
  #subEntityId: string;
  #loadingTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(page: HostPage, options: FrameOptions) {
    this.#page = page;
    this.#options = options;
    this.#subEntityId = options.subEntityId ?? '';
    this.#bridge = page.bridge();
    const address = fillPlaceholders(options.tab.contentUrl, this.#context());
    this.#origin = URL.canParse(address) ? new URL(address).origin : '';
    this.#iframe = element('iframe', {
      src: address,
      title: options.title,
      id: options.name,
      name: options.name,
      allow: 'clipboard-read; clipboard-write',
      sandbox: 'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals',
    });
    this.element = element('div.app-frame', {}, this.#iframe);
    const heard = (event: MessageEvent): void => this.#hear(event);
    addEventListener('message', heard);
    const wentBack = (event: Event): void => {
      if (!this.hears('backButton')) return;
      event.preventDefault();
      this.send('backButtonPress');
    };
    addEventListener(backPressed, wentBack);
    const stopTheme = page.onTheme((theme) => this.send('themeChange', theme));
    this.#stopListening = () => {
      removeEventListener('message', heard);
      removeEventListener(backPressed, wentBack);
      stopTheme();
    };
    if (page.app.showLoadingIndicator && options.frameContext !== 'settings') this.#waitForApp();
  }

  /** Raises an event in the app, e.g. `settings.save`. */
  send(func: string, ...args: unknown[]): void {
    this.#iframe.contentWindow?.postMessage(teamsEvent(func, ...args), this.#origin);
  }

  /** True when the app asked to hear this event. */
  hears(handler: string): boolean {
    return this.#handlers.has(handler);
  }

  /** Ends the conversation and takes the iframe away. */
  close(): void {
    clearTimeout(this.#loadingTimer);
    this.#stopListening();
    this.element.remove();
  }

  #context(): TeamsContext {
    const { frameContext, tab, place } = this.#options;
    return contextOf(this.#page, { frameContext, entityId: tab.entityId, subEntityId: this.#subEntityId, place }, this.#session);
  }

  #hear(event: MessageEvent): void {
    if (event.source !== this.#iframe.contentWindow || event.origin !== this.#origin) return;
    const call = parseTeamsCall(event.data);
    if (call) void this.#answer(call);
  }

  async #answer(call: TeamsCall): Promise<void> {
    const wrong = this.#page.address.misbehaviours;
    if (wrong.has('teams-silent')) return;
    if (wrong.has('teams-slow')) await new Promise((resolve) => setTimeout(resolve, slowMs));
    const args = await this.#result(call);
    if (args) this.#iframe.contentWindow?.postMessage(teamsAnswer(call, args, performance.now()), this.#origin);
  }

  /** Arguments of the answer; null when the call is one-way. Function names as teams-js 2.58 sends them. */
  async #result(call: TeamsCall): Promise<readonly unknown[] | null> {
    const { args } = call;
    const options = this.#options;
    const page = this.#page;
    switch (call.func) {
      case 'initialize':
        return initializeAnswer(options.frameContext, typeof args[0] === 'string' ? args[0] : '2.0.0', page.address.misbehaviours);
      case 'getContext':
        return [this.#context()];
      case 'registerHandler':
        if (typeof args[0] === 'string') this.#handlers.add(args[0]);
        return null;
      case 'appInitialization.appLoaded':
      case 'appInitialization.expectedFailure':
        this.#appIsThere();
        return null;
      case 'appInitialization.success':
        this.#appIsThere();
        return [true];
      case 'appInitialization.failure':
        this.#showTrouble(fill(page.texts.appFailed, { app: page.app.name }), reasonOf(args[1] ?? args[0]));
        return null;
      case 'setFrameContext':
        this.#rememberSubPage(args[0]);
        return null;
      case 'nestedAppAuth.execute': {
        if (page.address.misbehaviours.has('naa-unavailable')) return null;
        const request = parseNestedAuthRequest(call.data);
        const answer = request && (await this.#bridge.answer(request));
        return answer ? [null, answer] : null;
      }
      case 'settings.getSettings':
        return [tabSettings(options.tab)];
      case 'settings.setValidityState':
        options.onValidity?.(args[0] === true);
        return null;
      case 'settings.setSettings':
        options.onSettings?.(readSettings(args[0], options.tab));
        return [true];
      case 'settings.save.success':
        options.onSaved?.(null);
        return null;
      case 'settings.save.failure':
        options.onSaved?.(reasonOf(args[0]));
        return null;
      case 'executeDeepLink':
        return openDeepLink(page, typeof args[0] === 'string' ? args[0] : '', this.#goAfterAnswer);
      case 'shareDeepLink':
        showShareLink(page, {
          tab: options.tab,
          subPageId: String(args[0] ?? ''),
          label: String(args[1] ?? ''),
          webUrl: String(args[2] ?? ''),
          place: options.place,
        });
        return null;
      case 'pages.navigateToApp':
        return openAppPage(page, args[0], this.#goAfterAnswer);
      case 'pages.currentApp.navigateTo':
        return openAppPage(page, { appId: page.app.id, ...(isRecord(args[0]) ? args[0] : {}) }, this.#goAfterAnswer);
      case 'pages.currentApp.navigateToDefaultPage':
        return openAppPage(page, { appId: page.app.id, pageId: page.app.tab('personalTab').entityId }, this.#goAfterAnswer);
      case 'navigateBack':
        history.back();
        return [true];
      case 'tasks.startTask':
        return openAppDialog(page, options, args[0], {
          frame: (dialog) => new AppFrame(page, dialog),
          tellOpener: (message) => this.send('messageForParent', message),
        });
      case 'tasks.completeTask':
        options.onComplete?.(args[0]);
        return null;
      case 'tasks.updateTask':
        if (isRecord(args[0])) options.onResize?.(args[0]);
        return null;
      case 'messageForParent':
        options.onMessageForParent?.(args[0]);
        return null;
      case 'authentication.authenticate':
        return openAuthenticationWindow(
          page,
          { url: String(args[0] ?? ''), width: Number(args[1] ?? 600), height: Number(args[2] ?? 535) },
          this.#context(),
        );
      case 'authentication.getAuthToken':
        return [false, 'resourceDisabled'];
      case 'meeting.getMeetingDetails':
        return this.#meetingDetails();
      case 'meeting.getAppContentStageSharingCapabilities':
        return [null, { doesAppHaveSharePermission: options.onShareToStage !== undefined && page.app.mayShareToStage }];
      case 'meeting.shareAppContentToStage':
        if (!options.onShareToStage) return [{ errorCode: 100, message: 'Not supported here' }, null];
        if (!page.app.mayShareToStage) return [{ errorCode: 1000, message: 'App does not have the required permissions for this operation' }, null];
        options.onShareToStage(String(args[0] ?? ''));
        return [null, true];
      case 'meeting.getAppContentStageSharingState':
        return [null, { isAppSharing: options.isSharing?.() ?? false }];
      case 'readyToUnload':
      case 'returnFocus':
        return null;
      default:
        console.warn(`The local Teams page has no "${call.func}".`);
        return [false, `${call.func} is not supported by this host.`];
    }
  }

  #meetingDetails(): readonly unknown[] {
    const { meeting } = this.#options;
    const permitted = this.#page.app.mayReadMeetingDetails && !this.#page.address.misbehaviours.has('no-meeting-details');
    if (!meeting || !permitted) return [{ errorCode: 1000, message: 'App does not have the required permissions for this operation' }, null];
    return [null, meetingDetails(this.#page, meeting)];
  }

  readonly #goAfterAnswer = (place: Record<string, string>): void => {
    setTimeout(() => this.#page.go(place));
  };

  #rememberSubPage(frame: unknown): void {
    if (!isRecord(frame)) return;
    const contentUrl = textAt(frame, 'contentUrl');
    const known = URL.canParse(contentUrl) ? new URL(contentUrl).searchParams.get('subEntityId') : null;
    if (known) this.#subEntityId = known;
  }

  #waitForApp(): void {
    const waiting = element('div.waiting', { role: 'status' }, this.#page.texts.loading);
    this.element.append(waiting);
    this.#loadingTimer = setTimeout(() => this.#showTrouble(fill(this.#page.texts.appSlow, { app: this.#page.app.name }), ''), loadingLimitMs);
  }

  #appIsThere(): void {
    clearTimeout(this.#loadingTimer);
    this.element.querySelector('.waiting')?.remove();
  }

  #showTrouble(words: string, detail: string): void {
    this.#appIsThere();
    this.element.append(
      element(
        'div.waiting.trouble',
        { role: 'alert' },
        words,
        detail,
        element('button', { type: 'button', onclick: () => this.#reload() }, this.#page.texts.reload),
      ),
    );
  }

  #reload(): void {
    this.element.querySelector('.trouble')?.remove();
    this.#iframe.src = fillPlaceholders(this.#options.tab.contentUrl, this.#context());
    if (this.#page.app.showLoadingIndicator) this.#waitForApp();
  }
}

function readSettings(value: unknown, before: AppTab): AppTab {
  const settings = isRecord(value) ? value : {};
  return {
    entityId: textAt(settings, 'entityId', before.entityId),
    contentUrl: textAt(settings, 'contentUrl', before.contentUrl),
    websiteUrl: textAt(settings, 'websiteUrl'),
    name: textAt(settings, 'suggestedDisplayName', before.name),
  };
}

function reasonOf(value: unknown): string {
  return typeof value === 'string' ? value : isRecord(value) ? textAt(value, 'message') : '';
}
