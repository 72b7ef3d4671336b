import { isRecord, parseJsonRecord, textAt } from './record.ts';

/**
 * office.js on the web talks to its host in JSON texts over postMessage (office.js: XdmMessageProcessor).
 * `actionType`: 0 invoke, 1 register an event, 2 unregister.
 */
export interface OfficeCall {
  readonly action: string;
  readonly actionType: 0 | 1 | 2;
  readonly conversationId: string;
  readonly correlationId: number;
  readonly origin: string;
  readonly data: unknown;
}

/** The call in a message event's data, or null when the message is not one of office.js. */
export function parseOfficeCall(data: unknown): OfficeCall | null {
  const message = parseJsonRecord(data);
  if (!message || message['_messageType'] !== 0) return null;
  const actionType = message['_actionType'];
  if (actionType !== 0 && actionType !== 1 && actionType !== 2) return null;
  return {
    action: textAt(message, '_actionName'),
    actionType,
    conversationId: textAt(message, '_conversationId'),
    correlationId: typeof message['_correlationId'] === 'number' ? message['_correlationId'] : 0,
    origin: textAt(message, '_origin'),
    data: message['_data'],
  };
}

/** The answer to a call, ready to post. */
export function officeAnswer(call: OfficeCall, data: unknown): string {
  return JSON.stringify({
    _messageType: 1,
    _actionName: call.action,
    _conversationId: call.conversationId,
    _correlationId: call.correlationId,
    _origin: call.origin,
    _errorCode: 0,
    _responseType: 0,
    _data: data,
    _serializerVersion: 1,
  });
}

/** An event of the host, ready to post. The payload is itself JSON text, at index 0. */
export function officeEvent(conversationId: string, action: string, payload: object): string {
  return JSON.stringify({
    _messageType: 1,
    _responseType: 1,
    _actionName: action,
    _conversationId: conversationId,
    _errorCode: 0,
    _data: [JSON.stringify(payload)],
    _serializerVersion: 1,
  });
}

/** A call of the mailbox API: what office.js names a dispatch id, with its parameters. */
export interface MailboxCall {
  readonly dispatchId: number;
  readonly params: unknown;
}

/** The mailbox call inside an `ExecuteMethod` invocation, or null when it is malformed. */
export function parseMailboxCall(data: unknown): MailboxCall | null {
  if (!isRecord(data) || !isRecord(data['MethodData'])) return null;
  const id = data['MethodData']['DispatchId'];
  return typeof id === 'number' ? { dispatchId: id, params: data['ApiParams'] } : null;
}

/** Result of a mailbox call that worked. */
export function mailboxResult(data?: unknown): object {
  return { error: false, errorCode: 0, wasSuccessful: true, ...(data === undefined ? {} : { data }) };
}

/** Result of a mailbox call that failed, with office.js's own number (9000–9055, see its getErrorArgs). */
export function mailboxFailure(errorCode: number): object {
  return { error: true, errorCode, wasSuccessful: false };
}

/**
 * office.js and EWS write item ids in plain base64; Graph writes the same bytes with `-` and `_`
 * (office.js convertToRestId; oj#4729).
 */
export function ewsItemId(restId: string): string {
  return restId.replaceAll('-', '/').replaceAll('_', '+');
}

/** The address of a task pane in its host's frame (office.js: _host_Info in the query, xdm in the fragment, xdm last). */
export function taskPaneAddress(
  pane: string,
  options: { locale: string; conversationId: string; appId: string; hostOrigin: string; correlationId: string; bridge: boolean },
): string {
  const url = new URL(pane);
  // The dollar signs must stay as they are: office.js splits the raw query.
  const query = `${url.search ? `${url.search}&` : '?'}_host_Info=Outlook$Web$16.01$${options.locale}$${options.correlationId}$$$0`;
  const bridge = options.bridge ? '' : '&_naa=0';
  const fragment = `#${bridge}&_serializer_version=1&_xdm_Info=${options.conversationId}|${options.appId}|${options.hostOrigin}`;
  return `${url.origin}${url.pathname}${query}${fragment}`;
}
