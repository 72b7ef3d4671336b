import * as v from 'valibot';
import type { Agenda } from '../../meeting/agenda.ts';
import { differsFromCalendar } from '../../meeting/calendarFacts.ts';
import { headFollowing, occasionOf } from '../../meeting/occasion.ts';
import type { MeetingPointer, Occasion } from '../../meeting/meeting.ts';
import { pointer } from '../../meeting/schemas.ts';
import { plan } from '../plan.ts';
import type { Workplace } from '../workplace.ts';

interface FollowInput {
  readonly pointer: MeetingPointer;
  /** The organiser's own copy; null where it has left the calendar and the organiser says that the meeting is called off. */
  readonly eventId: string | null;
  /** ISO instant of seeing it. */
  readonly at: string;
}

/** What the row says then: head and calendar. */
export interface Followed {
  readonly head: Omit<Agenda, 'items'>;
  readonly occasion: Occasion;
}

const input: v.GenericSchema<unknown, FollowInput> = v.object({ pointer, eventId: v.nullable(v.string()), at: v.string() });

export const followCalendarPlan = plan({
  input,
  // What the board's lists do not take is not the reader's trouble: it is written by whoever may, when they see it.
  steps: { meeting: { refusable: ['NotAllowed', 'ConsentMissing', 'SiteOutdated', 'AppOutdated', 'Refused', 'NotFound', 'Conflict', 'Unreadable'] } },
  perform: async (workplace, ordered: FollowInput, { steps }): Promise<Followed | null> => {
    let now: Followed | null = null;
    await steps.take('meeting', async () => {
      now = await follow(workplace, ordered);
    });
    return now;
  },
});

/** The event is read again, and held against the row as it is then: an order that has waited writes no older time over a newer one. */
async function follow({ store }: Workplace, { pointer: of, eventId, at }: FollowInput): Promise<Followed | null> {
  const event = eventId === null ? null : await store.eventById(eventId);
  let now: Followed | null = null;
  await store.putOccasion(of, ({ head, occasion }) => {
    if (!occasion) return null;
    now = { head, occasion };
    if (event === null) return (now = { head, occasion: { ...occasion, standing: 'cancelled' } });
    if (!event.iAmOrganizer || !differsFromCalendar(occasion, event)) return null;
    const said = occasionOf(event, occasion, at);
    return (now = { head: headFollowing(head, occasion, said), occasion: said });
  });
  return now;
}
