import { accepted, created, noContent, ok, table, type GraphAnswer, type GraphCall, type Resource, type Route } from '../gateway/call.ts';
import { GraphError, malformed } from '../gateway/graphError.ts';
import { parseExpand } from '../odata/expand.ts';
import { parseFilter, satisfies, valueAt } from '../odata/filter.ts';
import { ordered, parseOrderBy } from '../odata/orderBy.ts';
import { context, nextLink } from '../odata/paging.ts';
import { parseSelect, selected } from '../odata/select.ts';
import { readInstant } from '../../time/zones.ts';
import { attachmentResources, hasAttachments } from './attachmentStore.ts';
import { eventInPath, writable } from './eventPath.ts';
import { eventNames, eventResource, eventWords, styleOf, type EventStyle } from './eventResource.ts';
import { readEventInput } from './eventInput.ts';
import { eventsOf, exceptionsOf, instanceOf, instancesBetween, occurrencesBetween, type Instance } from './eventStore.ts';
import { addExtension, extensionResources } from './extensions.ts';
import { calendarAccess } from './mailboxes.ts';
import { byTransaction, changeMeeting, createMeeting, deleteMeeting } from './meetings.ts';
import { readBasic, readEvents, writeEvents } from './scopes.ts';

const defaultPage = 10;
const mostPerPage = 1000;

/** One event as the request wants it: style, $expand and $select applied. */
export function present(call: GraphCall, instance: Instance, style: EventStyle): Resource {
  const { db } = call.tenant;
  const resource = eventResource(instance, style, hasAttachments(db, instance));
  const shown =
    call.caller.scopes.has('Calendars.ReadBasic') && !readEvents.some((scope) => call.caller.scopes.has(scope)) ? basicOnly(resource) : resource;
  const names = parseSelect(call.query.get('select'));
  const result = selected(shown, names, { names: eventNames, words: eventWords });
  if (names?.some((name) => name.toLowerCase() === 'cancelledoccurrences')) {
    result['cancelledOccurrences'] = instance.event.body.cancelledSlots.map(
      (slot) => `OID.${String(resource['id'])}.${new Date(slot).toISOString().slice(0, 10)}`,
    );
  }
  for (const { name, options } of parseExpand(call.query.get('expand'))) {
    switch (name.toLowerCase()) {
      case 'extensions':
        expandExtensions(call, instance, options.get('filter'), result);
        break;
      case 'attachments':
        result['attachments'] = attachmentResources(db, instance);
        break;
      case 'singlevalueextendedproperties': {
        const properties = extendedProperties(instance, options.get('filter'));
        if (properties.length > 0) result['singleValueExtendedProperties'] = properties;
        break;
      }
      case 'instances':
      case 'exceptionoccurrences':
        result['exceptionOccurrences'] = exceptionsOf(db, instance.id.key).map((event) => eventResource(instanceOf(event), style, false));
        break;
      case 'calendar':
      case 'multivalueextendedproperties':
        break;
      default:
        throw new GraphError(400, eventWords.code, `Could not find a property named '${name}' on type '${eventWords.type}'.`);
    }
  }
  return result;
}

/** Expanded as documented, or in one of the odd ways that were reported (fault `oddExpand`). */
function expandExtensions(call: GraphCall, instance: Instance, filter: string | undefined, result: Resource): void {
  const odd = new Set(call.faults.map(({ oddExpand }) => oddExpand));
  if (odd.has('refused')) throw new GraphError(400, 'ErrorInvalidRequest', 'The OData request is not supported.');
  if (odd.has('unfiltered') && filter === undefined && call.params['event'] === undefined)
    throw new GraphError(500, 'UnknownError', 'Error while processing response.');
  if (!odd.has('absent')) result['extensions'] = extensionResources(call.tenant.db, instance, filter);
}

/** Calendars.ReadBasic hides body, attachments and extensions. */
function basicOnly(resource: Resource): Resource {
  const { body: _body, bodyPreview: _preview, ...rest } = resource;
  return rest;
}

function extendedProperties(instance: Instance, filter: string | undefined): Resource[] {
  if (filter === undefined) throw malformed('The $expand of singleValueExtendedProperties needs a $filter on id.');
  const wanted = parseFilter(filter);
  return Object.entries(instance.event.body.extended ?? {})
    .map(([id, value]) => ({ id, value }))
    .filter((property) => satisfies(wanted, (path) => valueAt(property, path)));
}

function listEvents(call: GraphCall): GraphAnswer {
  const access = calendarAccess(call);
  return page(call, eventsOf(call.tenant.db, access.calendar), 'events');
}

function listCalendarView(call: GraphCall): GraphAnswer {
  const access = calendarAccess(call);
  const { from, to } = windowOf(call);
  const select = parseSelect(call.query.get('select')) ?? [];
  if (select.some((name) => /^(created|lastModified)DateTime$/i.test(name))) {
    throw new GraphError(400, 'ErrorInvalidRequest', 'The properties createdDateTime and lastModifiedDateTime cannot be selected on calendarView.');
  }
  return page(call, instancesBetween(call.tenant.db, access.calendar, from, to), 'calendarView');
}

function listInstances(call: GraphCall): GraphAnswer {
  const access = calendarAccess(call);
  const instance = eventInPath(call, access);
  if (instance.type !== 'seriesMaster') throw new GraphError(400, 'ErrorInvalidRequest', 'The item must be a series master.');
  const { from, to } = windowOf(call);
  const { db } = call.tenant;
  const changed = exceptionsOf(db, instance.id.key)
    .filter((event) => event.start < to && event.end > from)
    .map(instanceOf);
  const all = [...occurrencesBetween(db, instance.event, from, to), ...changed].sort((a, b) => a.event.start - b.event.start);
  return page(call, all, 'instances');
}

/** startDateTime and endDateTime are both required; their own offset decides, without one they are UTC (graph user-list-calendarview). */
export function windowOf(call: GraphCall): { from: number; to: number } {
  const read = (name: string): number => {
    const text = call.query.get(name);
    if (text === undefined) {
      throw new GraphError(
        400,
        'ErrorInvalidParameter',
        'This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.',
      );
    }
    const instant = readInstant(text);
    if (instant === undefined) throw new GraphError(400, 'ErrorInvalidParameter', `The value '${text}' of parameter '${name}' is invalid.`);
    return instant;
  };
  const [from, to] = [read('startDateTime'), read('endDateTime')];
  if (to < from) throw new GraphError(400, 'ErrorInvalidParameter', "The value of 'EndDateTime' must not be before 'StartDateTime'.");
  return { from, to };
}

/** Filters, sorts and pages instances. $top is a page size, 10 by default; the order without $orderby is nobody's promise. */
function page(call: GraphCall, instances: Instance[], what: string): GraphAnswer {
  const style = styleOf(call);
  const top = call.query.count('top', 1) ?? defaultPage;
  if (top > mostPerPage) throw new GraphError(400, 'ErrorInvalidUrlQuery', `The value of $top must be between 1 and ${mostPerPage}.`);
  const skip = call.query.count('skip', 0) ?? 0;
  const filter = call.query.get('filter');
  const orders = parseOrderBy(call.query.get('orderby'));
  let chosen = instances;
  if (filter !== undefined) {
    const wanted = parseFilter(filter);
    chosen = chosen.filter((instance) => {
      const resource = eventResource(instance, style, false);
      return satisfies(wanted, (path) => (path === 'singleValueExtendedProperties' ? extendedList(instance) : known(resource, path)));
    });
  }
  if (orders.length > 0) {
    const withResource = chosen.map((instance) => ({ instance, resource: eventResource(instance, style, false) }));
    chosen = ordered(withResource, orders, ({ resource }, path) => known(resource, path)).map(({ instance }) => instance);
  }
  const shown = chosen.slice(skip, skip + top).map((instance) => present(call, instance, style));
  const more = chosen.length > skip + top;
  return ok({
    '@odata.context': context(call, `users('${call.caller.id}')/${what}`),
    ...(call.query.get('count')?.toLowerCase() === 'true' ? { '@odata.count': chosen.length } : {}),
    value: shown,
    ...(more ? { '@odata.nextLink': nextLink(call, '$skip', String(skip + top)) } : {}),
  });
}

function extendedList(instance: Instance): Resource[] {
  return Object.entries(instance.event.body.extended ?? {}).map(([id, value]) => ({ id, value }));
}

function known(resource: Resource, path: string): unknown {
  const first = path.split('/')[0] ?? '';
  if (!eventNames.has(first.toLowerCase()))
    throw new GraphError(400, eventWords.code, `Could not find a property named '${first}' on type '${eventWords.type}'.`);
  return valueAt(resource, path);
}

function getEvent(call: GraphCall): GraphAnswer {
  const access = calendarAccess(call);
  return single(call, eventInPath(call, access), 200);
}

function single(call: GraphCall, instance: Instance, status: 200 | 201): GraphAnswer {
  const resource = { '@odata.context': context(call, `users('${call.caller.id}')/events/$entity`), ...present(call, instance, styleOf(call)) };
  return status === 201 ? created(resource) : ok(resource);
}

function postEvent(call: GraphCall): GraphAnswer {
  const access = writable(calendarAccess(call));
  const input = readEventInput(call.body);
  const { db } = call.tenant;
  const repeated = input.transactionId === undefined ? undefined : byTransaction(db, access.mailbox, input.transactionId);
  if (repeated && call.faults.some(({ transactionOnce }) => transactionOnce === true))
    throw new GraphError(
      409,
      'ErrorDuplicateTransactionId',
      "Your request can't be completed. The transactionId in the request has already been used by an existing event.",
    );
  const event = repeated ?? createMeeting(db, access.owner, access.calendar, input, call.tenant.now());
  const instance = instanceOf(event);
  if (!repeated) for (const extension of input.extensions ?? []) addExtension(db, instance, extension);
  return single(call, instance, 201);
}

function patchEvent(call: GraphCall): GraphAnswer {
  const access = writable(calendarAccess(call));
  const instance = eventInPath(call, access);
  const input = readEventInput(call.body);
  return single(
    call,
    changeMeeting(
      call.tenant.db,
      instance,
      input,
      call.tenant.now(),
      call.faults.some(({ keepsAnswers }) => keepsAnswers === true),
    ),
    200,
  );
}

function deleteEvent(call: GraphCall): GraphAnswer {
  const access = writable(calendarAccess(call));
  deleteMeeting(call.tenant.db, eventInPath(call, access), call.tenant.now());
  return noContent;
}

function cancelEvent(call: GraphCall): GraphAnswer {
  const access = writable(calendarAccess(call));
  const instance = eventInPath(call, access);
  if (!instance.event.body.isOrganizer)
    throw new GraphError(400, 'ErrorInvalidRequest', "Your request can't be completed. You need to be an organizer to cancel a meeting.");
  deleteMeeting(call.tenant.db, instance, call.tenant.now());
  return accepted;
}

/** Every way to reach a calendar's events: the person's own, `calendar`, or one of `calendars`. */
const roots = ['/users/{user}', '/users/{user}/calendar', '/users/{user}/calendars/{calendar}'] as const;

export const eventRoutes: Route[] = roots.flatMap((root) =>
  table('outlook')(
    [`GET ${root}/events`, readBasic, listEvents],
    [`POST ${root}/events`, writeEvents, postEvent],
    [`GET ${root}/calendarView`, readBasic, listCalendarView],
    [`GET ${root}/events/{event}`, readBasic, getEvent],
    [`PATCH ${root}/events/{event}`, writeEvents, patchEvent],
    [`DELETE ${root}/events/{event}`, writeEvents, deleteEvent],
    [`POST ${root}/events/{event}/permanentDelete`, writeEvents, deleteEvent],
    [`POST ${root}/events/{event}/cancel`, writeEvents, cancelEvent],
    [`GET ${root}/events/{event}/instances`, readBasic, listInstances],
  ),
);
