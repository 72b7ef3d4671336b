import { setTimeout as delay } from 'node:timers/promises';
import { all, answered, holds, notTried, type Belief, type Finding } from '../belief.ts';
import { between, type Stops, type Traveller } from '../stops.ts';
import { at, htmlAt, listAt, textAt } from '../wire.ts';

const withOther =
  (check: (stops: Stops, other: Traveller) => Promise<Finding>) =>
  async (stops: Stops): Promise<Finding> =>
    stops.other ? check(stops, stops.other) : notTried('nobody else signed in (--second)');

/** Asks again until the answer is what we wait for: mail takes its time. The last answer tells, after two minutes or so. */
async function awaited<Seen>({ patience }: Stops, look: () => Promise<Seen>, arrived: (seen: Seen) => boolean): Promise<Seen> {
  for (let wait = 1; ; wait *= 2) {
    const seen = await look();
    if (arrived(seen) || wait > patience) return seen;
    await delay(wait * 1000);
  }
}

const inView = async (who: Traveller, stops: Stops, day: number) => {
  const asked = `/me/calendarView?startDateTime=${stops.day(day)}T00:00:00Z&endDateTime=${stops.day(day + 1)}T00:00:00Z`;
  const select =
    "&$select=id,subject,iCalUId,type,seriesMasterId,originalStart,onlineMeeting,body&$expand=extensions($filter=id eq 'dk.dagsorden.v1')&$top=50";
  return listAt((await who.ask('GET', `${asked}${select}`)).body, 'value').filter((event) => at(event, 'subject') === stops.name);
};
const theirs = (stops: Stops, other: Traveller, day: number) =>
  awaited(
    stops,
    () => inView(other, stops, day),
    (found) => found.length > 0,
  );

/** What arrives in another's mailbox, and what their answer does. */
export const otherMailboxBeliefs: readonly Belief[] = [
  {
    id: 'copies.ownIds',
    claim: 'An invited person has a copy with an id of its own and the same iCalUId',
    source: 'gd#18193, gdc#372; GD/res/event.md',
    played: null,
    check: withOther(async (stops, other) => {
      const meeting = await stops.meeting();
      const [copy] = await theirs(stops, other, 0);
      if (copy === undefined) return holds(false, 'no copy arrived');
      const uid = at((await stops.me.ask('GET', `/me/events/${textAt(meeting, 'id')}?$select=iCalUId`)).body, 'iCalUId');
      return all(holds(at(copy, 'iCalUId') === uid, 'another iCalUId'), holds(at(copy, 'id') !== at(meeting.body, 'id'), 'the same id'));
    }),
  },
  {
    id: 'copies.noExtension',
    claim: 'An open extension stays on the copy it was put on',
    source: 'our reasoning; office-js-docs-reference#2020',
    played: null,
    check: withOther(async (stops, other) => {
      const [copy] = await theirs(stops, other, 0);
      return holds(listAt(copy, 'extensions').length === 0, 'it came along');
    }),
  },
  {
    id: 'copies.sameJoinUrl',
    claim: 'The join address is the same in every copy',
    source: 'our reasoning',
    played: null,
    check: withOther(async (stops, other) => {
      const [copy] = await theirs(stops, other, 0);
      return holds(
        at(copy, 'onlineMeeting', 'joinUrl') === at((await stops.meeting()).body, 'onlineMeeting', 'joinUrl'),
        'another spelling, or none',
      );
    }),
  },
  {
    id: 'copies.linkAsSent',
    claim: 'A link in an invitation arrives as it was sent',
    source: 'our reasoning; Safe Links and other gateways rewrite it',
    played: 'the switch body-links-wrapped of the page that plays Outlook',
    check: withOther(async (stops, other) => {
      const link = 'https://dagsorden.example/index.html#/m?s=a&k=c';
      const attendees = [{ type: 'required', emailAddress: { address: other.address, name: other.address } }];
      const content = `<p><a href="${link.replace('&', '&amp;')}">Dagsorden</a></p>`;
      await stops.newEvent({ ...between(stops.day(6), '09:00', '09:30'), attendees, body: { contentType: 'html', content } });
      const [copy] = await theirs(stops, other, 6);
      const body = htmlAt(copy, 'body', 'content');
      return holds(body.includes(link), /safelinks/i.test(body) ? 'rewritten by Safe Links' : 'rewritten, or gone');
    }),
  },
  {
    id: 'copies.oneOccurrence',
    claim: 'Who is invited to one occurrence alone has a single event with the iCalUId of the series, and no original start',
    source: 'our reasoning: no source found',
    played: 'fault uidPerOccurrence',
    check: withOther(async (stops, other) => {
      const occurrence = (await stops.series()).occurrences[1];
      const attendees = [{ type: 'required', emailAddress: { address: other.address, name: other.address } }];
      const invited = await stops.me.ask('PATCH', `/me/events/${String(at(occurrence, 'id'))}`, { body: { attendees } });
      const [copy] = await theirs(stops, other, 11);
      return all(
        answered(invited, 200),
        holds(at(copy, 'iCalUId') === at(occurrence, 'iCalUId'), 'another iCalUId'),
        holds(at(copy, 'type') === 'singleInstance', 'an event of another type'),
        holds(typeof at(copy, 'originalStart') !== 'string', 'with an original start'),
      );
    }),
  },
  {
    id: 'answers.noProposalWithoutMail',
    claim: 'A new time cannot be proposed in an answer that is not sent',
    source: 'GD/api/event-decline.md',
    played: null,
    check: withOther(async (stops, other) => {
      const [copy] = await theirs(stops, other, 0);
      const body = { sendResponse: false, proposedNewTime: between(stops.day(1), '10:00', '11:00') };
      return answered(await other.ask('POST', `/me/events/${String(at(copy, 'id'))}/decline`, { body }), 400);
    }),
  },
  {
    id: 'answers.askedAgain',
    claim: 'When a meeting is moved, the answers that were given to its earlier time are gone from the organiser’s event',
    source: 'our reasoning from GD/api/event-update.md',
    played: 'fault keepsAnswers',
    check: withOther(async (stops, other) => {
      const attendees = [{ type: 'required', emailAddress: { address: other.address, name: other.address } }];
      const id = textAt(await stops.newEvent({ ...between(stops.day(7), '09:00', '09:30'), attendees }), 'id');
      const [copy] = await theirs(stops, other, 7);
      await other.ask('POST', `/me/events/${String(at(copy, 'id'))}/accept`, { body: { sendResponse: true } });
      const answer = async () => at((await stops.me.ask('GET', `/me/events/${id}?$select=attendees`)).body, 'attendees', 0, 'status', 'response');
      const given = await awaited(stops, answer, (response) => response === 'accepted');
      const moved = await stops.me.ask('PATCH', `/me/events/${id}`, { body: between(stops.day(7), '13:00', '13:30') });
      return all(
        holds(given === 'accepted', 'the organiser does not see the first answer'),
        answered(moved, 200),
        holds((await answer()) !== 'accepted', 'they stay'),
      );
    }),
  },
  {
    id: 'forwards.toldToOrganiser',
    claim: 'Whom an attendee forwards the invitation to stands on the organiser’s list',
    source: 'GD/api/event-forward.md',
    played: 'fault forwardUntold',
    check: withOther(async (stops, other) => {
      const attendees = [{ type: 'required', emailAddress: { address: other.address, name: other.address } }];
      const id = textAt(await stops.newEvent({ ...between(stops.day(8), '09:00', '09:30'), attendees }), 'id');
      const [copy] = await theirs(stops, other, 8);
      // An address that is nobody's, anywhere (RFC 2606).
      const nobody = 'nobody@dagsorden.example';
      const sent = await other.ask('POST', `/me/events/${String(at(copy, 'id'))}/forward`, {
        body: { toRecipients: [{ emailAddress: { address: nobody, name: nobody } }] },
      });
      if (sent.status !== 202) return answered(sent, 202);
      const listed = await awaited(
        stops,
        async () => listAt((await stops.me.ask('GET', `/me/events/${id}?$select=attendees`)).body, 'attendees').length,
        (count) => count > 1,
      );
      return holds(listed > 1, 'they do not');
    }),
  },
  {
    id: 'answers.declineTakesItAway',
    claim: 'A declined event leaves the calendar of whoever declined, and the organiser sees the answer',
    source: 'our reasoning from GD/api/event-decline.md',
    played: null,
    check: withOther(async (stops, other) => {
      const [copy] = await theirs(stops, other, 0);
      const declined = await other.ask('POST', `/me/events/${String(at(copy, 'id'))}/decline`, { body: { sendResponse: true } });
      if (declined.status !== 202) return answered(declined, 202);
      const left = await awaited(
        stops,
        () => inView(other, stops, 0),
        (found) => found.length === 0,
      );
      const path = `/me/events/${textAt(await stops.meeting(), 'id')}?$select=attendees`;
      const told = await awaited(
        stops,
        async () => at((await stops.me.ask('GET', path)).body, 'attendees', 0, 'status', 'response'),
        (response) => response === 'declined',
      );
      return all(holds(left.length === 0, 'it is still in the view'), holds(told === 'declined', 'the organiser does not see it'));
    }),
  },
];
