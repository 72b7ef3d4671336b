import { standing } from './apologies.ts';
import { eachOnce, namesByPlace } from './knownPeople.ts';
import type { Apology, CalendarEvent, Invitee, MeetingFile } from './meeting.ts';
import { namesApart } from './namesApart.ts';
import { whoIsWho } from './persons.ts';

/** The people of a meeting as they are listed: nobody stands in both lists, and nobody twice in one. */
export interface PeopleListed {
  /** Those whose apology stands, for the whole of the meeting or a part of it, invited or not. */
  readonly excused: readonly { readonly apology: Apology; readonly name: string }[];
  /** Those invited who have not sent one, groups among them, in the invitation's order. Whether they come nobody says here. */
  readonly participants: readonly { readonly invitee: Invitee; readonly name: string }[];
}

/**
 * Everybody who is listed with a meeting, once: whoever has sent an apology stands among the excused, whatever the invitation says. Wherever people are
 * listed, it is by this. `name` tells people of the same name apart.
 */
export function peopleListed(event: Pick<CalendarEvent, 'invitees'> | null, file: Pick<MeetingFile, 'apologies'>): PeopleListed {
  const named = namesByPlace(event?.invitees ?? []);
  const who = whoIsWho([...named, ...file.apologies.map(({ person }) => person)]);
  const apologies = standing(file.apologies, who);
  const away = new Set(apologies.map(({ person }) => who(person)));
  const isAway = (invitee: Invitee): boolean => !invitee.isGroup && who(invitee) !== null && away.has(who(invitee));
  const invitees = eachOnce(named, who).filter((invitee) => !isAway(invitee));
  const nameOf = namesApart([...apologies.map(({ person }) => person), ...invitees]);
  return {
    excused: apologies.map((apology) => ({ apology, name: nameOf(apology.person) })),
    participants: invitees.map((invitee) => ({ invitee, name: nameOf(invitee) })),
  };
}
