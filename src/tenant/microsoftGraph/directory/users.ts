import { ok, table, type GraphAnswer, type GraphCall, type Resource, type Route } from '../gateway/call.ts';
import { GraphError, malformed, missing } from '../gateway/graphError.ts';
import { parseFilter, pathsIn, satisfies, valueAt, type Filter } from '../odata/filter.ts';
import { ordered, parseOrderBy } from '../odata/orderBy.ts';
import { context, nextLink } from '../odata/paging.ts';
import { entityType } from '../odata/entityTypes.ts';
import { parseSelect, selected } from '../odata/select.ts';
import { readEventId, writeEventId } from '../calendar/eventIds.ts';
import { everyone, mailOf, personBy, type Person } from './people.ts';
import { parseSearch, wordsOf } from './search.ts';

const readSelf = ['User.Read', 'User.ReadWrite', 'User.ReadBasic.All', 'User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All'] as const;
const readOthers = ['User.ReadBasic.All', 'User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All'] as const;

/** What Graph gives of a user when nothing is selected. */
const defaults = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
  'id',
];
const names = entityType('user').properties;
const words = { type: 'microsoft.graph.user', code: 'Request_BadRequest' };
const defaultPage = 100;
const mostPerPage = 999;

export function userResource(person: Person): Resource {
  return {
    businessPhones: [],
    displayName: person.displayName,
    givenName: person.givenName,
    jobTitle: person.jobTitle,
    mail: mailOf(person),
    mobilePhone: person.mobilePhone,
    officeLocation: person.officeLocation,
    preferredLanguage: 'da-DK',
    surname: person.surname,
    userPrincipalName: person.upn,
    id: person.id,
    accountEnabled: true,
    department: person.department,
    companyName: 'Fjordby Kommune',
    userType: 'Member',
    mailNickname: mailOf(person).split('@')[0] ?? '',
    proxyAddresses: person.proxyAddresses ?? [`SMTP:${person.upn}`],
    otherMails: person.otherMails ?? [],
    usageLocation: 'DK',
  };
}

function shown(call: GraphCall, person: Person): Resource {
  return selected(userResource(person), parseSelect(call.query.get('select')) ?? defaults, { names, words }, []);
}

function personInPath(call: GraphCall): Person {
  const name = call.params['user'] ?? 'me';
  const person = personBy(call.tenant.db, name === 'me' ? call.caller.id : name);
  if (!person) throw missing('directory', name);
  return person;
}

function getUser(call: GraphCall): GraphAnswer {
  const person = personInPath(call);
  if (person.id !== call.caller.id && !readOthers.some((scope) => call.caller.scopes.has(scope)))
    throw new GraphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
  return ok({ '@odata.context': context(call, 'users/$entity'), ...shown(call, person) });
}

/** Operators the directory only knows as "advanced" (graph aad-advanced-queries): with ConsistencyLevel: eventual and $count=true. */
function isAdvanced(filter: Filter): boolean {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return isAdvanced(filter.left) || isAdvanced(filter.right);
    case 'not':
      return true;
    case 'compare':
      return filter.operator === 'ne';
    case 'call':
      return filter.name === 'endswith';
    default:
      return false;
  }
}

/** Counting and searching are answered from an index of their own, which clients must say they can live with. */
const isEventual = (call: GraphCall): boolean => call.header('consistencylevel')?.toLowerCase() === 'eventual';

/** Those whom $search and $filter leave. @throws GraphError 400 */
function peopleWanted(call: GraphCall, counts: boolean): Person[] {
  const { query } = call;
  const eventual = isEventual(call);
  let people = everyone(call.tenant.db);
  const search = query.get('search');
  if (search !== undefined) {
    if (!eventual)
      throw malformed("Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'");
    const matches = parseSearch(search);
    people = people.filter((person) => matches(userResource(person)));
  }
  const filter = query.get('filter');
  if (filter !== undefined) {
    const wanted = parseFilter(filter);
    for (const path of pathsIn(wanted)) {
      const first = path.split('/')[0] ?? '';
      if (!names.has(first.toLowerCase()))
        throw new GraphError(400, 'Request_UnsupportedQuery', `Property '${path}' does not exist as a declared property or extension property.`);
    }
    if (hasContains(wanted))
      throw new GraphError(400, 'Request_UnsupportedQuery', "Unsupported Query. Function 'contains' is not supported on this property.");
    if (isAdvanced(wanted) && !(eventual && counts)) throw new GraphError(400, 'Request_UnsupportedQuery', 'Unsupported Query.');
    people = people.filter((person) => satisfies(wanted, (path) => valueAt(userResource(person), path)));
  }
  return people;
}

function listUsers(call: GraphCall): GraphAnswer {
  const { query } = call;
  const eventual = isEventual(call);
  const counts = query.get('count')?.toLowerCase() === 'true';
  let people = peopleWanted(call, counts);
  const filter = query.get('filter');
  if (counts && !eventual) throw malformed("$count is not currently supported without the header 'ConsistencyLevel: eventual'.");
  const orders = parseOrderBy(query.get('orderby'));
  if (orders.length > 0 && filter !== undefined && !(eventual && counts))
    throw new GraphError(400, 'Request_UnsupportedQuery', 'Sorting not supported for current query.');
  people = ordered(people, orders, (person, path) => valueAt(userResource(person), path));
  const top = query.count('top', 1) ?? defaultPage;
  if (top > mostPerPage)
    throw new GraphError(400, 'Request_UnsupportedQuery', `Invalid page size specified: '${top}'. Must be between 1 and ${mostPerPage} inclusive.`);
  if (query.has('skip')) throw malformed("'$skip' is not supported by the service.");
  const start = Number(Buffer.from(query.get('skiptoken') ?? '', 'base64url').toString('utf8') || 0);
  const page = people.slice(start, start + top);
  return ok({
    '@odata.context': context(call, 'users'),
    ...(counts ? { '@odata.count': people.length } : {}),
    ...(start + top < people.length
      ? { '@odata.nextLink': nextLink(call, '$skiptoken', Buffer.from(String(start + top)).toString('base64url')) }
      : {}),
    value: page.map((person) => shown(call, person)),
  });
}

/** How many there are, as plain text and nothing else. Only with ConsistencyLevel: eventual (graph aad-advanced-queries). */
function countUsers(call: GraphCall): GraphAnswer {
  if (!isEventual(call))
    throw new GraphError(400, 'Request_BadRequest', "$count is not currently supported without the header 'ConsistencyLevel: eventual'.");
  const count = peopleWanted(call, true).length;
  return { status: 200, bytes: Buffer.from(String(count)), headers: { 'Content-Type': 'text/plain' } };
}

function hasContains(filter: Filter): boolean {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return hasContains(filter.left) || hasContains(filter.right);
    case 'not':
      return hasContains(filter.inner);
    case 'call':
      return filter.name === 'contains';
    default:
      return false;
  }
}

function getManager(call: GraphCall): GraphAnswer {
  const manager = personInPath(call).manager;
  const person = manager === null ? undefined : personBy(call.tenant.db, manager);
  if (!person) throw missing('directory', 'manager');
  return ok({ '@odata.context': context(call, 'directoryObjects/$entity'), '@odata.type': '#microsoft.graph.user', ...shown(call, person) });
}

/** Nobody in Fjordby has uploaded a picture; clients meet this 404 every day. */
function photo(): GraphAnswer {
  throw new GraphError(404, 'ImageNotFound', "Exception of type 'Microsoft.Fast.Profile.Core.Exception.ImageNotFoundException' was thrown.");
}

/**
 * People one works with: colleagues whose name or address has a word beginning with each word searched for. Not with
 * $skip and $search together (graph user-list-people).
 */
function listPeople(call: GraphCall): GraphAnswer {
  const searched = wordsOf(call.query.get('search') ?? '');
  const filterText = call.query.get('filter');
  const filter = filterText === undefined ? undefined : parseFilter(filterText);
  const people = everyone(call.tenant.db)
    .filter((person) => person.id !== call.caller.id)
    .filter((person) => {
      const own = wordsOf(`${person.displayName} ${person.upn} ${mailOf(person)}`);
      return searched.every((word) => own.some((one) => one.startsWith(word)));
    })
    .map((person, rank) => ({
      id: person.id,
      displayName: person.displayName,
      givenName: person.givenName,
      surname: person.surname,
      jobTitle: person.jobTitle,
      department: person.department,
      userPrincipalName: person.upn,
      scoredEmailAddresses: [{ address: mailOf(person), relevanceScore: 50 - rank, selectionLikelihood: 'notSpecified' }],
      personType: { class: 'Person', subclass: 'OrganizationUser' },
    }))
    .filter((person) => !filter || satisfies(filter, (path) => valueAt(person, path)));
  return ok({
    '@odata.context': context(call, `users('${call.caller.id}')/people`),
    value: people.slice(0, call.query.count('top', 1) ?? 10),
  });
}

const mailboxSettings = (call: GraphCall): GraphAnswer =>
  ok({
    '@odata.context': context(call, `users('${call.caller.id}')/mailboxSettings`),
    timeZone: 'Romance Standard Time',
    dateFormat: 'dd-MM-yyyy',
    timeFormat: 'HH:mm',
    language: { locale: 'da-DK', displayName: 'Danish (Denmark)' },
    workingHours: {
      daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
      startTime: '08:00:00.0000000',
      endTime: '16:00:00.0000000',
      timeZone: { name: 'Romance Standard Time' },
    },
  });

const idKinds = new Set(['entryid', 'ewsid', 'immutableentryid', 'restid', 'restimmutableentryid']);
const mostIds = 1000;

/** POST /me/translateExchangeIds: restId ↔ restImmutableEntryId, ewsId → restId (graph user-translateexchangeids). */
function translateIds(call: GraphCall): GraphAnswer {
  const body = (call.body ?? {}) as {
    inputIds?: unknown;
    sourceIdType?: unknown;
    targetIdType?: unknown;
    InputIds?: unknown;
    SourceIdType?: unknown;
    TargetIdType?: unknown;
  };
  const ids = body.inputIds ?? body.InputIds;
  const [source, target] = [body.sourceIdType ?? body.SourceIdType, body.targetIdType ?? body.TargetIdType].map((kind) => String(kind).toLowerCase());
  if (!Array.isArray(ids) || !ids.every((id): id is string => typeof id === 'string'))
    throw new GraphError(400, 'ErrorInvalidArgument', 'The inputIds parameter must be a collection of ids.');
  if (ids.length > mostIds) throw new GraphError(400, 'ErrorInvalidArgument', `At most ${mostIds} ids can be translated in one request.`);
  if (!source || !target || !idKinds.has(source) || !idKinds.has(target))
    throw new GraphError(400, 'ErrorInvalidArgument', 'sourceIdType and targetIdType must be kinds of Exchange ids.');
  const value = ids.map((sourceId) => {
    const rest = source === 'ewsid' ? sourceId.replaceAll('/', '-').replaceAll('+', '_') : sourceId;
    const id = readEventId(rest);
    if (!id) return { sourceId, targetId: null, errorDetails: { code: 'ErrorInvalidIdMalformed', message: 'Id is malformed.' } };
    const written = writeEventId(id, target.includes('immutable'));
    return { sourceId, targetId: target === 'ewsid' ? written.replaceAll('-', '/').replaceAll('_', '+') : written };
  });
  return ok({ '@odata.context': context(call, 'Collection(microsoft.graph.convertIdResult)'), value });
}

/** Activity notifications are taken and shown nowhere but the log. */
const notify = (): GraphAnswer => ({ status: 204 });

export const userRoutes: Route[] = table('directory')(
  ['GET /users/{user}', readSelf, getUser],
  ['GET /users', readOthers, listUsers],
  ['GET /users/$count', readOthers, countUsers],
  ['GET /users/{user}/manager', readSelf, getManager],
  ['GET /users/{user}/photo', readSelf, photo],
  ['GET /users/{user}/photo/$value', readSelf, photo],
  ['GET /users/{user}/photos/{size}/$value', readSelf, photo],
  ['GET /users/{user}/people', ['People.Read', 'People.Read.All'], listPeople],
  ['GET /users/{user}/mailboxSettings', ['MailboxSettings.Read', 'MailboxSettings.ReadWrite'], mailboxSettings],
  [
    'POST /users/{user}/translateExchangeIds',
    ['User.ReadBasic.All', 'User.Read', 'User.ReadBasic', 'User.Read.All', 'User.ReadWrite', 'User.ReadWrite.All'],
    translateIds,
  ],
  ['POST /teams/{team}/sendActivityNotification', ['TeamsActivity.Send'], notify],
  ['POST /chats/{chat}/sendActivityNotification', ['TeamsActivity.Send'], notify],
);
