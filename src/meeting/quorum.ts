import type { Agenda } from './agenda.ts';
import { standing } from './apologies.ts';
import type { ItemId } from './ids.ts';
import type { Apology } from './meeting.ts';
import { whoIsWho } from './persons.ts';
import type { Attendee } from './presence.ts';
import { coversItem, presenceAt } from './presenceAt.ts';
import type { BodyProfile } from './profile.ts';
import { isQuorate, votesNeeded, type Present } from './quorate.ts';
import { itemsToTreat } from './run.ts';
import type { QuorumState } from './words.ts';

/** Whether the body can decide on an item, and why. It is shown and never blocks. */
export interface QuorumAt {
  readonly state: QuorumState;
  /** Voting members at the table, stand-ins counted as whom they stand in for. */
  readonly there: number;
  readonly needed: number;
  /** The rule wants the chair or the deputy, and neither is there. */
  readonly chairMissing: boolean;
  /** Voting members of whom nobody noted anything. */
  readonly unknown: number;
}

type Plan = Pick<Agenda, 'start' | 'items'>;

/** Quorum at an item, of those noted there. Whoever is recused does not count, and whoever was not noted is not there. */
export function quorumAt(profile: BodyProfile, plan: Plan, attendees: readonly Attendee[], itemId: ItemId): QuorumAt {
  const at = attendees.map((attendee) => ({ attendee, is: presenceAt(plan, attendee, itemId) }));
  const asPresent = ({ attendee: { person, insteadOf } }: (typeof at)[number]): Present => ({
    person,
    insteadOf: profile.rules.substitutes === 'none' ? null : insteadOf,
  });
  const there = at.filter(({ is }) => is === 'there' || is === 'online').map(asPresent);
  const unknown = at.filter(({ is }) => is === 'unknown').map(asPresent);
  return weighed(profile, there, unknown);
}

/** What may be hoped for before the meeting: everybody comes but those who sent an apology, and the stand-ins they named come. */
export function expectedQuorum(profile: BodyProfile, plan: Plan, apologies: readonly Apology[], itemId: ItemId): QuorumAt {
  const who = whoIsWho([...profile.members.map(({ person }) => person), ...apologies.map(({ person }) => person)]);
  const sent = standing(apologies, who);
  const coming = profile.members.flatMap(({ person }): Present[] => {
    const apology = sent.find((each) => who(each.person) !== null && who(each.person) === who(person));
    if (apology === undefined || !coversItem(plan, apology, itemId)) return [{ person, insteadOf: null }];
    const name = profile.rules.substitutes === 'none' ? '' : (apology.substitute ?? '').trim();
    return name === '' ? [] : [{ person: { id: null, name, email: null }, insteadOf: person }];
  });
  return weighed(profile, coming, []);
}

/** The items that nobody could decide on if the apologies stand as they do. */
export function itemsThatFall(profile: BodyProfile, agenda: Plan, apologies: readonly Apology[]): ItemId[] {
  return itemsToTreat(agenda).flatMap(({ id }) => (expectedQuorum(profile, agenda, apologies, id).state === 'falls' ? [id] : []));
}

function weighed(profile: BodyProfile, there: readonly Present[], unknown: readonly Present[]): QuorumAt {
  const needed = votesNeeded(profile);
  const count = (present: readonly Present[]) => countOf(profile, present);
  const quorate = isQuorate(profile, there);
  const chairOnly: BodyProfile = { ...profile, rules: { ...profile.rules, quorum: { kind: 'none', atLeast: null, chairRequired: true } } };
  const chairMissing = profile.rules.quorum.chairRequired && isQuorate(chairOnly, there) === false;
  const facts = { there: count(there), needed, chairMissing, unknown: count([...there, ...unknown]) - count(there) };
  if (quorate === null) return { state: 'none', ...facts };
  if (quorate) {
    // Just as many as are needed: when one more goes, it falls.
    return { state: facts.there > needed || needed === 0 ? 'holds' : 'atRisk', ...facts };
  }
  return { state: isQuorate(profile, [...there, ...unknown]) === true ? 'open' : 'falls', ...facts };
}

/** How many voting members are there, in person or by a stand-in: nobody twice. */
function countOf(profile: BodyProfile, present: readonly Present[]): number {
  const voting = profile.members.filter(({ votes }) => votes);
  const who = whoIsWho([...voting.map(({ person }) => person), ...present.map(({ person, insteadOf }) => insteadOf ?? person)]);
  const keys = new Set(present.map(({ person, insteadOf }) => who(insteadOf ?? person)));
  return voting.filter(({ person }) => who(person) !== null && keys.has(who(person))).length;
}
