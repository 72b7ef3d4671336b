import { all, answered, holds, type Belief } from '../belief.ts';
import { between } from '../stops.ts';
import { at, listAt, textAt } from '../wire.ts';

const distinct = (values: readonly unknown[]) => new Set(values).size;

/** Series: what their occurrences have in common, and what becomes of one that is moved. */
export const seriesBeliefs: readonly Belief[] = [
  {
    id: 'series.tenAPage',
    claim: 'A calendar view gives ten events a page, and an address for the rest',
    source: 'gd#6201, gdc#9152',
    played: null,
    check: async (stops) => {
      await stops.series();
      const asked = `/me/calendarView?startDateTime=${stops.day(9)}T00:00:00Z&endDateTime=${stops.day(23)}T00:00:00Z`;
      const { body } = await stops.me.ask('GET', asked);
      return all(
        holds(listAt(body, 'value').length === 10, `${listAt(body, 'value').length} on the first page`),
        holds(typeof at(body, '@odata.nextLink') === 'string', 'no address for the rest'),
      );
    },
  },
  {
    id: 'series.oneUid',
    claim: 'All occurrences of a series have one iCalUId',
    source: 'gd#17479, gd#4447; the page says otherwise',
    played: 'fault uidPerOccurrence',
    check: async (stops) => {
      const { occurrences } = await stops.series();
      const uids = distinct(occurrences.map((each) => at(each, 'iCalUId')));
      return holds(uids === 1, `${uids} of them for ${occurrences.length} occurrences`);
    },
  },
  {
    id: 'series.occurrencesNameTheirMaster',
    claim: 'An occurrence says that it is one, and of which series',
    source: 'GD/res/event.md',
    played: null,
    check: async (stops) => {
      const { id, occurrences } = await stops.series();
      const named = occurrences.filter((each) => at(each, 'type') === 'occurrence' && at(each, 'seriesMasterId') === id).length;
      return holds(named === occurrences.length && named === 12, `${named} of ${occurrences.length}`);
    },
  },
  {
    id: 'series.exceptionKeepsItsSlot',
    claim: 'A moved occurrence becomes an exception, and originalStart says where it was',
    source: 'GD/res/event.md',
    played: null,
    check: async (stops) => {
      const occurrence = (await stops.series()).occurrences[3];
      const path = `/me/events/${String(at(occurrence, 'id'))}`;
      const moved = await stops.me.ask('PATCH', path, { body: between(stops.day(13), '14:00', '15:00') });
      const now = await stops.me.ask('GET', `${path}?$select=type,originalStart,iCalUId`);
      const slot = new Date(String(at(occurrence, 'originalStart'))).getTime();
      return all(
        answered(moved, 200),
        holds(at(now.body, 'type') === 'exception', 'no exception'),
        holds(new Date(String(at(now.body, 'originalStart'))).getTime() === slot, 'originalStart is another'),
        holds(at(now.body, 'iCalUId') === at(occurrence, 'iCalUId'), 'iCalUId is another'),
      );
    },
  },
  {
    id: 'series.notPastTheNeighbour',
    claim: 'An occurrence cannot be moved past its neighbour',
    source: 'GD/api/event-update.md',
    played: null,
    check: async (stops) => {
      const occurrence = (await stops.series()).occurrences[6];
      return answered(
        await stops.me.ask('PATCH', `/me/events/${String(at(occurrence, 'id'))}`, { body: between(stops.day(19), '14:00', '15:00') }),
        400,
      );
    },
  },
  {
    id: 'series.movedSeriesMovesSlots',
    claim: 'When a whole series is moved by an hour, originalStart of its occurrences moves along',
    source: 'our reasoning: no source found',
    played: null,
    check: async (stops) => {
      const range = { type: 'numbered', startDate: stops.day(30), numberOfOccurrences: 3, recurrenceTimeZone: 'Romance Standard Time' };
      const recurrence = { pattern: { type: 'daily', interval: 1 }, range };
      const id = textAt(await stops.newEvent({ ...between(stops.day(30), '09:00', '10:00'), recurrence }), 'id');
      const first = async () => {
        const asked = `/me/events/${id}/instances?startDateTime=${stops.day(29)}T00:00:00Z&endDateTime=${stops.day(34)}T00:00:00Z&$orderby=start/dateTime`;
        return new Date(String(at(listAt((await stops.me.ask('GET', asked)).body, 'value')[0], 'originalStart'))).getTime();
      };
      const before = await first();
      const moved = await stops.me.ask('PATCH', `/me/events/${id}`, { body: between(stops.day(30), '10:00', '11:00') });
      const hours = ((await first()) - before) / 3_600_000;
      return all(answered(moved, 200), holds(hours === 1, `moved by ${hours} hours`));
    },
  },
  {
    id: 'series.allDaySlotIsItsOwnMidnight',
    claim: 'The original start of an occurrence of whole days is midnight of the zone it was made in',
    source: 'our reasoning: no source found',
    played: 'fault daySlots',
    check: async (stops) => {
      const whole = (day: string) => ({ dateTime: `${day}T00:00:00`, timeZone: 'Romance Standard Time' });
      const range = { type: 'numbered', startDate: stops.day(40), numberOfOccurrences: 2, recurrenceTimeZone: 'Romance Standard Time' };
      const recurrence = { pattern: { type: 'daily', interval: 1 }, range };
      const made = await stops.newEvent({ isAllDay: true, start: whole(stops.day(40)), end: whole(stops.day(41)), recurrence });
      const asked = `/me/events/${textAt(made, 'id')}/instances?startDateTime=${stops.day(39)}T00:00:00Z&endDateTime=${stops.day(44)}T00:00:00Z&$orderby=start/dateTime`;
      const slot = new Date(String(at(listAt((await stops.me.ask('GET', asked)).body, 'value')[0], 'originalStart')));
      const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Copenhagen', hour: '2-digit', minute: '2-digit' });
      return holds(!Number.isNaN(slot.getTime()) && clock.format(slot) === '00:00', `at another time of the day, ${slot.getUTCHours()} hours UTC`);
    },
  },
  {
    id: 'series.droppedOccurrenceVanishes',
    claim: 'A dropped occurrence is no longer in the view',
    source: 'GD/res/event.md',
    played: null,
    check: async (stops) => {
      const { id, occurrences } = await stops.series();
      const dropped = at(occurrences[9], 'id');
      await stops.me.ask('DELETE', `/me/events/${String(dropped)}`);
      const asked = `/me/events/${id}/instances?startDateTime=${stops.day(9)}T00:00:00Z&endDateTime=${stops.day(23)}T00:00:00Z&$top=50`;
      const left = listAt((await stops.me.ask('GET', asked)).body, 'value');
      return holds(left.length === 11 && !left.some((each) => at(each, 'id') === dropped), `${left.length} are there`);
    },
  },
];
