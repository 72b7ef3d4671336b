import { mayEditCalendar } from '../graphClient/events.ts';
import type { HostPage } from '../page/hostPage.ts';
import { htmlAsText, safeHtmlText } from '../page/safeHtml.ts';
import { ewsItemId, mailboxFailure, mailboxResult } from '../wire/officeMessages.ts';
import type { MailboxCall } from '../wire/officeMessages.ts';
import type { Misbehaviour } from '../wire/misbehaviour.ts';
import { isRecord, recordsAt, textAt } from '../wire/record.ts';
import type { UnknownRecord } from '../wire/record.ts';
import { readRecipients } from './appointmentDraft.ts';
import type { AppointmentDraft } from './appointmentDraft.ts';
import { rewriteAsWord, rewriteBody, wrapLinks } from './bodyRewriting.ts';
import type { MailboxStorage } from './itemStorage.ts';
import type { Infobar } from './infobar.ts';
import { calendarOwner, here } from './sharedCalendar.ts';
import { itemId } from './openItem.ts';
import type { OpenItem } from './openItem.ts';

/** Numbers of outlook-web-16.01.js's own error table (getErrorArgs). */
const errors = {
  accessRestricted: 9017,
  tokensOff: 9018,
  notificationExists: 9023,
  notificationMissing: 9024,
  tooManyNotifications: 9025,
  invalidEnd: 9010,
  notSupportedHere: 9032,
  saveFailed: 9021,
  network: 9041,
  notSaved: 9046,
  keyMissing: 9050,
  sessionDataFull: 9051,
  response: 9020,
} as const;

/** What the methods work on. */
export interface MethodSurroundings {
  readonly page: HostPage;
  readonly item: OpenItem;
  readonly storage: MailboxStorage;
  readonly infobar: Infobar;
  closePane(): void;
  openItem(ewsId: string): void;
}

const html = 3;
const startTime = 1;
const requiredField = 0;
const sessionDataLimit = 50_000;

/**
 * The mailbox API behind office.js's dispatch ids (outlook-web-16.01.js: standardInvokeHostMethod calls). Answers as the host does:
 * a result, or a failure with office.js's own error number.
 */
export async function runMailboxMethod(call: MailboxCall, on: MethodSurroundings): Promise<object> {
  const params: UnknownRecord = isRecord(call.params) ? call.params : {};
  const wrong = on.page.address.misbehaviours;
  switch (call.dispatchId) {
    case 2: // getUserIdentityToken
    case 12: // getCallbackToken: legacy Exchange tokens are off in every tenant
      return {
        wasSuccessful: false,
        errorCode: errors.tokensOff,
        error: true,
        errorName: 'GenericTokenError',
        errorMessage: 'Legacy Exchange tokens are turned off.',
      };
    case 3:
      return wrong.has('properties-fail')
        ? { wasSuccessful: false, errorMessage: 'The properties could not be read.' }
        : { wasSuccessful: true, customProperties: JSON.stringify(loadProperties(on)) };
    case 4:
      if (wrong.has('properties-fail')) return mailboxFailure(errors.response);
      saveProperties(on, params['customProperties']);
      return mailboxResult();
    case 5: // makeEwsRequest
      return mailboxFailure(errors.accessRestricted);
    case 9:
    case 180:
      on.openItem(textAt(params, 'itemId'));
      return mailboxResult();
    case 14:
      return mailboxResult(html);
    case 33:
    case 34:
    case 35:
    case 36:
      return notify(call.dispatchId, params, on.infobar);
    case 37:
      return mailboxResult(params['coercionType'] === html ? bodyOf(on.item) : htmlAsText(bodyOf(on.item)));
    case 42:
      on.closePane();
      return mailboxResult();
    case 99:
      return mailboxResult('');
    case 108:
      return sharedProperties(on);
    case 149:
    case 157:
    case 160:
      return mailboxResult([]);
    case 154:
      return mailboxResult(
        locationOf(on.item) ? [{ locationIdentifier: { id: locationOf(on.item), type: 'custom' }, displayName: locationOf(on.item) }] : [],
      );
    case 163:
    case 193:
    case 400:
    case 401:
    case 402:
      return mailboxResult();
    case 403:
      window.open(textAt(params, 'launchUrl'), '_blank', 'noopener');
      return mailboxResult();
    case 404:
      on.storage.saveSettings(Array.isArray(call.params) ? call.params[0] : {});
      return mailboxResult();
    default:
      return on.item.mode === 'compose' ? runComposeMethod(call.dispatchId, params, on.item.draft, on) : mailboxFailure(errors.notSupportedHere);
  }
}

async function runComposeMethod(dispatchId: number, params: UnknownRecord, draft: AppointmentDraft, on: MethodSurroundings): Promise<object> {
  const { parts } = draft;
  const set = draft.set.bind(draft);
  const wrong = on.page.address.misbehaviours;
  switch (dispatchId) {
    case 15: {
      const list = params['recipientField'] === requiredField ? parts.required : parts.optional;
      return mailboxResult(list.map((one) => ({ ...one, recipientType: 2, appointmentResponse: responseOf(draft, one.address) })));
    }
    case 21:
    case 22: {
      const field = params['recipientField'] === requiredField ? 'required' : 'optional';
      const given = readRecipients(params['recipientArray']);
      set(
        field,
        dispatchId === 21
          ? given
          : [...parts[field], ...given.filter((one) => !parts[field].some((old) => old.address.toLowerCase() === one.address.toLowerCase()))],
        'pane',
      );
      return mailboxResult();
    }
    case 17:
      set('subject', textAt(params, 'subject'), 'pane');
      return mailboxResult();
    case 18:
      return mailboxResult(parts.subject);
    case 23:
      set('bodyHtml', rewritten(asHtml(params) + parts.bodyHtml, wrong), 'pane');
      return mailboxResult();
    case 24:
      return mailboxResult((params['TimeProperty'] === startTime ? parts.start : parts.end).getTime());
    case 25:
      return setTime(draft, params);
    case 26:
      return mailboxResult(parts.location);
    case 27:
      set('location', textAt(params, 'location'), 'pane');
      return mailboxResult();
    case 28:
      return mailboxResult({ data: '', sourceProperty: 'body' });
    case 29:
      set('bodyHtml', parts.bodyHtml + asHtml(params), 'pane');
      return mailboxResult();
    case 32:
      return save(draft, on);
    case 38:
      set('bodyHtml', rewritten(asHtml(params), wrong), 'pane');
      return mailboxResult();
    case 41:
      on.page.go(here(on.page, {}));
      return mailboxResult();
    case 103:
      return mailboxResult(null);
    case 107:
      return mailboxResult({ name: on.page.person.displayName, address: on.page.person.userPrincipalName, recipientType: 2 });
    case 164: {
      const id = wrong.has('no-item-id') ? null : draft.id;
      return id ? mailboxResult(ewsItemId(id)) : mailboxFailure(errors.notSaved);
    }
    case 169:
      return mailboxResult(draft.stored?.isAllDay ?? false);
    case 171:
      return mailboxResult(draft.stored?.sensitivity ?? 'normal');
    case 174:
      return mailboxResult({ composeType: 'newMail', coercionType: 'html' });
    case 185:
    case 186:
    case 187:
    case 188:
    case 189:
      return sessionData(dispatchId, params, draft);
    default:
      return mailboxFailure(errors.notSupportedHere);
  }
}

/** Setting the start moves the end along, as Outlook does; an end before the start is refused. */
function setTime(draft: AppointmentDraft, params: UnknownRecord): object {
  const time = params['time'];
  if (typeof time !== 'number') return mailboxFailure(errors.response);
  const { start, end } = draft.parts;
  if (params['TimeProperty'] === startTime) {
    const length = end.getTime() - start.getTime();
    draft.set('start', new Date(time), 'pane');
    draft.set('end', new Date(time + length), 'pane');
    return mailboxResult();
  }
  if (time < start.getTime()) return mailboxFailure(errors.invalidEnd);
  draft.set('end', new Date(time), 'pane');
  return mailboxResult();
}

/** saveAsync: a new appointment goes on the calendar without invitations, a stored one sends its update (OJT saveAsync remarks). */
async function save(draft: AppointmentDraft, on: MethodSurroundings): Promise<object> {
  try {
    const wasNew = draft.id === null;
    await draft.store(on.page.session, { invite: false });
    if (wasNew && draft.id) on.storage.saveProperties(draft.id, draft.unsavedProperties);
    return draft.id ? mailboxResult(ewsItemId(draft.id)) : mailboxFailure(errors.saveFailed);
  } catch (error) {
    console.error(error);
    return mailboxFailure(errors.saveFailed);
  }
}

/** Rights of a delegate as office.js counts them (MailboxEnums.DelegatePermissions): to read, or everything. */
const delegateRights = { read: 1, everything: 63 } as const;

/** getSharedPropertiesAsync: whose calendar the item is in and what the person may do there (OJD: delegate-access). */
async function sharedProperties({ page, item }: MethodSurroundings): Promise<object> {
  const owner = calendarOwner(page);
  if (!owner || !itemId(item)) return mailboxFailure(errors.notSupportedHere);
  const mayEdit = await mayEditCalendar(page.session);
  return mailboxResult({
    owner: owner.userPrincipalName,
    targetMailbox: owner.userPrincipalName,
    targetRestUrl: `${location.origin}/api`,
    delegatePermissions: mayEdit ? delegateRights.everything : delegateRights.read,
  });
}

function loadProperties(on: MethodSurroundings): object {
  const id = itemId(on.item);
  const event = on.item.mode === 'read' ? on.item.event : on.item.draft.stored;
  if (event?.type === 'exception' && on.page.address.misbehaviours.has('properties-lost-on-exceptions')) return {};
  if (id) return on.storage.properties(id);
  return on.item.mode === 'compose' ? on.item.draft.unsavedProperties : {};
}

function saveProperties(on: MethodSurroundings, properties: unknown): void {
  const id = itemId(on.item);
  if (id) on.storage.saveProperties(id, properties);
  else if (on.item.mode === 'compose' && isRecord(properties)) on.item.draft.unsavedProperties = { ...properties };
}

function bodyOf(item: OpenItem): string {
  return item.mode === 'read' ? item.event.bodyHtml : item.draft.parts.bodyHtml;
}

function locationOf(item: OpenItem): string {
  return item.mode === 'read' ? item.event.location : item.draft.parts.location;
}

function responseOf(draft: AppointmentDraft, address: string): number {
  const response = draft.stored?.attendees.find((attendee) => attendee.address.toLowerCase() === address.toLowerCase())?.response;
  return response === 'accepted' ? 3 : response === 'declined' ? 4 : response === 'tentativelyAccepted' ? 2 : 0;
}

/** What an add-in sets, as HTML: its own HTML made harmless, its text as paragraphs. */
function asHtml(params: UnknownRecord): string {
  const data = textAt(params, 'data');
  if (params['coercionType'] === html) return safeHtmlText(data);
  const holder = document.createElement('div');
  for (const line of data.split('\n')) {
    const paragraph = document.createElement('div');
    paragraph.textContent = line;
    holder.append(paragraph);
  }
  return holder.innerHTML;
}

/** The body as this client keeps it. */
function rewritten(body: string, wrong: ReadonlySet<Misbehaviour>): string {
  const links = wrong.has('body-links-wrapped') ? wrapLinks(body) : body;
  const word = wrong.has('body-as-word') ? rewriteAsWord(links) : links;
  return wrong.has('body-rewritten') ? rewriteBody(word) : word;
}

function notify(dispatchId: number, params: UnknownRecord, infobar: Infobar): object {
  const key = textAt(params, 'key');
  if (dispatchId === 34) return mailboxResult(infobar.all());
  if (dispatchId === 36) return infobar.remove(key) ? mailboxResult() : mailboxFailure(errors.notificationMissing);
  if (dispatchId === 33 && infobar.has(key)) return mailboxFailure(errors.notificationExists);
  if (dispatchId === 33 && infobar.all().length >= 5) return mailboxFailure(errors.tooManyNotifications);
  infobar.show({
    key,
    message: textAt(params, 'message'),
    type: textAt(params, 'type', 'informationalMessage'),
    actions: recordsAt(params, 'actions').length,
  });
  return mailboxResult();
}

function sessionData(dispatchId: number, params: UnknownRecord, draft: AppointmentDraft): object {
  const name = textAt(params, 'name');
  const { sessionData: data } = draft;
  switch (dispatchId) {
    case 185: {
      const others = [...data].reduce((sum, [key, value]) => sum + (key === name ? 0 : key.length + value.length), 0);
      if (others + name.length + textAt(params, 'value').length > sessionDataLimit) return mailboxFailure(errors.sessionDataFull);
      data.set(name, textAt(params, 'value'));
      return mailboxResult();
    }
    case 186:
      return data.has(name) ? mailboxResult(data.get(name)) : mailboxFailure(errors.keyMissing);
    case 187:
      return mailboxResult(Object.fromEntries(data));
    case 188:
      data.clear();
      return mailboxResult();
    default:
      return data.delete(name) ? mailboxResult() : mailboxFailure(errors.keyMissing);
  }
}
