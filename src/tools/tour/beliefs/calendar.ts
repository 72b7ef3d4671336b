import { randomUUID } from 'node:crypto';
import { all, answered, holds, type Belief } from '../belief.ts';
import { between, type Stops } from '../stops.ts';
import { at, htmlAt, listAt, textAt, told, type Answer } from '../wire.ts';

const read = (stops: Stops, id: string, query = '') => stops.me.ask('GET', `/me/events/${id}${query}`);
const view = (stops: Stops, from: number, to: number, more = '', headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
  stops.me.ask('GET', `/me/calendarView?startDateTime=${stops.day(from)}T00:00:00Z&endDateTime=${stops.day(to)}T00:00:00Z${more}`, { headers });
const joinUrl = (event: Answer) => at(event.body, 'onlineMeeting', 'joinUrl');
/** Midnight of an answer's start or end, whatever follows the seconds. */
const isMidnight = (moment: unknown) => typeof moment === 'string' && moment.includes('T00:00:00');

/** An own event: its identity, its times and what may be written in it. */
export const calendarBeliefs: readonly Belief[] = [
  {
    id: 'calendar.joinUrlHoldsChat',
    claim: 'An online meeting is made with its join address, which holds the id of its chat',
    source: 'graph/outlook-calendar-online-meetings; CSDL teamworkOnlineMeetingInfo',
    played: null,
    check: async (stops) => {
      const join = joinUrl(await stops.meeting());
      return holds(typeof join === 'string' && /19(:|%3a)meeting_/i.test(join), typeof join === 'string' ? 'an address of another form' : 'none');
    },
  },
  {
    id: 'calendar.transactionId',
    claim: 'Two events sent with one transactionId become one event',
    source: 'GD/res/event.md',
    played: 'fault transactionOnce',
    check: async (stops) => {
      const fields = { ...between(stops.day(2), '08:00', '08:30'), transactionId: randomUUID() };
      const [first, second] = [await stops.newEvent(fields), await stops.newEvent(fields)];
      return all(answered(first, 201), holds(at(first.body, 'id') === at(second.body, 'id'), `${told(second)}, with another id`));
    },
  },
  {
    id: 'calendar.immutableId',
    claim: 'Prefer: IdType="ImmutableId" is honoured and said to be',
    source: 'GD/con/outlook-immutable-id.md',
    played: null,
    check: async (stops) => {
      const id = textAt(await stops.meeting(), 'id');
      const [translated] = listAt(
        (
          await stops.me.ask('POST', '/me/translateExchangeIds', {
            body: { inputIds: [id], sourceIdType: 'restId', targetIdType: 'restImmutableEntryId' },
          })
        ).body,
        'value',
      );
      const target = at(translated, 'targetId');
      if (typeof target !== 'string') return holds(false, 'the id was not translated');
      const found = await stops.me.ask('GET', `/me/events/${target}?$select=id`, { headers: { Prefer: 'IdType="ImmutableId"' } });
      const said = /ImmutableId/i.test(found.headers.get('Preference-Applied') ?? '');
      return all(
        answered(found, 200),
        holds(at(found.body, 'id') === target, 'another id'),
        holds(said, 'honoured, but not said in Preference-Applied'),
      );
    },
  },
  {
    id: 'calendar.viewNeedsBothEnds',
    claim: 'A calendar view without an end is refused',
    source: 'GD/api/user-list-calendarview.md',
    played: null,
    check: async ({ me, day }) => answered(await me.ask('GET', `/me/calendarView?startDateTime=${day(0)}T00:00:00Z`), 400),
  },
  {
    id: 'calendar.viewInUtc',
    claim: 'Times come in UTC where no zone is asked for, and in the zone that is asked for',
    source: 'GD/api/user-list-calendarview.md',
    played: null,
    check: async (stops) => {
      await stops.meeting();
      const select = '&$select=subject,start&$top=50';
      const startIn = (answer: Answer) =>
        at(
          listAt(answer.body, 'value').find((event) => at(event, 'subject') === stops.name),
          'start',
        );
      const utc = startIn(await view(stops, 0, 1, select));
      const danish = startIn(await view(stops, 0, 1, select, { Prefer: 'outlook.timezone="Romance Standard Time"' }));
      return all(
        holds(at(utc, 'timeZone') === 'UTC', 'another zone than UTC'),
        holds(String(at(danish, 'dateTime')).includes('T10:00:00'), 'not ten o’clock in the zone asked for'),
      );
    },
  },
  {
    id: 'calendar.allDayIsMidnight',
    claim: 'An event of whole days begins at midnight, in whatever zone it is read',
    source: 'LQ/970878',
    played: 'fault zonedDays',
    check: async (stops) => {
      const whole = (day: string) => ({ dateTime: `${day}T00:00:00`, timeZone: 'Romance Standard Time' });
      const made = await stops.newEvent({ isAllDay: true, start: whole(stops.day(4)), end: whole(stops.day(5)) });
      const id = textAt(made, 'id');
      const utc = await read(stops, id, '?$select=start,isAllDay');
      const tokyo = await stops.me.ask('GET', `/me/events/${id}?$select=start`, { headers: { Prefer: 'outlook.timezone="Tokyo Standard Time"' } });
      return all(
        holds(isMidnight(at(utc.body, 'start', 'dateTime')), 'not midnight where no zone was asked for'),
        holds(isMidnight(at(tokyo.body, 'start', 'dateTime')), 'turned into the zone that was asked for'),
      );
    },
  },
  {
    id: 'calendar.foundByUid',
    claim: 'An own event is found by its iCalUId',
    source: 'our reasoning from GD/res/event.md',
    played: null,
    check: async (stops) => {
      const uid = textAt(await read(stops, textAt(await stops.meeting(), 'id'), '?$select=iCalUId'), 'iCalUId');
      const found = await stops.me.ask('GET', `/me/events?$filter=iCalUId eq '${encodeURIComponent(uid)}'&$select=id`);
      return all(answered(found, 200), holds(listAt(found.body, 'value').length === 1, `${listAt(found.body, 'value').length} found`));
    },
  },
  {
    id: 'calendar.organiserCannotAnswer',
    claim: 'The organiser cannot accept the own meeting',
    source: 'gd#560',
    played: null,
    check: async (stops) =>
      answered(await stops.me.ask('POST', `/me/events/${textAt(await stops.meeting(), 'id')}/accept`, { body: { sendResponse: false } }), 400),
  },
  {
    id: 'calendar.foreignId',
    claim: 'What is no id at all is a 400, not a 404',
    source: 'gd#6069',
    played: null,
    check: async (stops) => answered(await read(stops, 'AAMk%2Fno+id'), 400),
  },
  {
    id: 'calendar.ifMatch',
    claim: 'A PATCH of an event takes no account of If-Match',
    source: 'our reasoning: no page says that it does',
    played: null,
    check: async (stops) => {
      const id = textAt(await stops.meeting(), 'id');
      return answered(await stops.me.ask('PATCH', `/me/events/${id}`, { body: { importance: 'normal' }, headers: { 'If-Match': 'W/"old"' } }), 200);
    },
  },
  {
    id: 'calendar.goneIsNotFound',
    claim: 'A deleted event is a 404',
    source: 'GD/con/errors.md',
    played: null,
    check: async (stops) => {
      const id = textAt(await stops.newEvent(between(stops.day(3), '08:00', '08:30')), 'id');
      await stops.me.ask('DELETE', `/me/events/${id}`);
      return answered(await read(stops, id), 404);
    },
  },
  {
    id: 'calendar.extension',
    claim: 'An open extension is made on an event, and read with it by its name',
    source: 'GD/api/opentypeextension-post-opentypeextension.md',
    played: 'fault oddExpand: refused, or absent',
    check: async (stops) => {
      const path = `/me/events/${textAt(await stops.meeting(), 'id')}`;
      const body = { '@odata.type': 'microsoft.graph.openTypeExtension', extensionName: 'dk.dagsorden.v1', one: '1', two: '2' };
      const made = await stops.me.ask('POST', `${path}/extensions`, { body });
      const found = await stops.me.ask('GET', `${path}?$select=id&$expand=extensions($filter=id eq 'dk.dagsorden.v1')`);
      return all(answered(made, 201), holds(at(listAt(found.body, 'extensions')[0], 'one') === '1', 'not among what was read'));
    },
  },
  {
    id: 'calendar.extensionIsReplaced',
    claim: 'A PATCH of an open extension removes what it does not name',
    source: 'GD/res/opentypeextension.md',
    played: null,
    check: async (stops) => {
      const path = `/me/events/${textAt(await stops.meeting(), 'id')}/extensions/dk.dagsorden.v1`;
      const body = { '@odata.type': 'microsoft.graph.openTypeExtension', extensionName: 'dk.dagsorden.v1', one: '3' };
      const patched = await stops.me.ask('PATCH', path, { body });
      const now = await stops.me.ask('GET', path);
      return all(answered(patched, 200), holds(at(now.body, 'two') === undefined, 'what was not named is still there'));
    },
  },
  {
    id: 'calendar.bodyLosesComments',
    claim: 'Comments and data- attributes in the body of an event are not kept; an id is',
    source: 'our reasoning from what Exchange is known to clean',
    played: 'the switch body-rewritten of the page that plays Outlook takes ids away, too',
    check: async (stops) => {
      const content = '<p id="dagsorden" data-dagsorden="1">Dagsorden<!--dagsorden--></p>';
      const made = await stops.newEvent({ ...between(stops.day(3), '09:00', '09:30'), body: { contentType: 'html', content } });
      const kept = String(at((await read(stops, textAt(made, 'id'), '?$select=body')).body, 'body', 'content'));
      return all(
        holds(/id="?(x_)?dagsorden/.test(kept), 'the id is gone'),
        holds(!kept.includes('<!--dagsorden'), 'the comment is kept'),
        holds(!kept.includes('data-dagsorden'), 'the attribute is kept'),
      );
    },
  },
  {
    id: 'calendar.linkInBodyIsKept',
    claim: 'A link in the body of an own event is kept letter by letter, what follows # included',
    source: 'our reasoning; mail gateways rewrite what is received',
    played: 'the switch body-links-wrapped of the page that plays Outlook',
    check: async (stops) => {
      const link = 'https://dagsorden.example/index.html#/m?s=a%2Cb&k=c';
      const content = `<p><a href="${link.replace('&', '&amp;')}">Dagsorden</a></p>`;
      const made = await stops.newEvent({ ...between(stops.day(3), '10:00', '10:30'), body: { contentType: 'html', content } });
      const kept = htmlAt((await read(stops, textAt(made, 'id'), '?$select=body')).body, 'body', 'content');
      return holds(kept.includes(link), kept.includes('dagsorden.example') ? 'another spelling of it' : 'no such link');
    },
  },
  {
    id: 'calendar.bodyKeepsMeeting',
    claim: 'A body that keeps the block with the join address leaves the online meeting as it is',
    source: 'GD/api/event-update.md; gd#9743',
    played: null,
    check: async (stops) => {
      const id = textAt(await stops.meeting(), 'id');
      const before = await read(stops, id, '?$select=body,onlineMeeting');
      const content = `<p>Ny tekst</p>${String(at(before.body, 'body', 'content'))}`;
      const patched = await stops.me.ask('PATCH', `/me/events/${id}`, { body: { body: { contentType: 'html', content } } });
      const after = await read(stops, id, '?$select=onlineMeeting,isOnlineMeeting');
      return all(answered(patched, 200), holds(joinUrl(after) === joinUrl(before), 'another join address, or none'));
    },
  },
  {
    id: 'calendar.bodyEndsMeeting',
    claim: 'A body without that block ends the online meeting',
    source: 'GD/api/event-update.md; gd#9743',
    played: null,
    check: async (stops) => {
      const online = { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' };
      const id = textAt(await stops.newEvent({ ...between(stops.day(3), '11:00', '11:30'), ...online }), 'id');
      await stops.me.ask('PATCH', `/me/events/${id}`, { body: { body: { contentType: 'html', content: '<p>Kun dette</p>' } } });
      const after = await read(stops, id, '?$select=onlineMeeting,isOnlineMeeting');
      return holds(at(after.body, 'isOnlineMeeting') !== true || typeof joinUrl(after) !== 'string', 'the meeting is still online');
    },
  },
  {
    id: 'calendars.keepTheirId',
    claim: 'A calendar that was just made is found by the id that was answered',
    source: 'GD/api/user-post-calendars.md; gd#5580 says otherwise',
    played: 'fault calendarDrift',
    check: async (stops) => {
      const made = await stops.me.ask('POST', '/me/calendars', { body: { name: `${stops.name} kalender` } });
      const id = textAt(made, 'id');
      stops.cleanUp.owes('calendar', async () => {
        const all = await stops.me.ask('GET', '/me/calendars?$select=id,name&$top=100');
        const own = listAt(all.body, 'value').find((calendar) => at(calendar, 'name') === `${stops.name} kalender`);
        return stops.me.ask('DELETE', `/me/calendars/${String(at(own, 'id') ?? id)}`);
      });
      return answered(await stops.me.ask('GET', `/me/calendars/${id}`), 200);
    },
  },
];
