import { mayHavePublished, type Publishers, type ServiceAuthor } from './authorship.ts';
import { standing } from './apologies.ts';
import type { Apology, Invitee, Person } from './meeting.ts';
import { whoIsWho, type Someone } from './persons.ts';
import { hasRole, memberOf, type BodyProfile } from './profile.ts';
import type { SubstituteState } from './words.ts';

/** An act as it is written: what somebody did about one person standing in for another. */
export interface StoredSubstituteAct {
  /** Made once, so that one that is sent twice is one. */
  readonly id: string;
  readonly act: SubstituteState;
  /** Who stands in, and for whom. */
  readonly person: Person;
  readonly insteadOf: Person;
  /** The how manieth of those who were called for this member, from 1. */
  readonly place: number;
  /** Of a call: did the person stand on the invitation before anybody called them? Then calling them off leaves them there. */
  readonly wasInvited: boolean;
}

/** The same with who did it and when, by the service's own word. */
export interface SubstituteAct extends StoredSubstituteAct {
  readonly by: ServiceAuthor;
  /** ISO instant. */
  readonly at: string;
  /** The order in which the service made the rows. */
  readonly row: number;
}

/** How somebody who was called stands. */
export interface SubstituteCall {
  readonly person: Person;
  readonly insteadOf: Person;
  readonly place: number;
  readonly state: SubstituteState;
  /** By what was written alone: what the next act counts from. */
  readonly written: SubstituteState;
  /** What the state comes from: an act that was written, the person's answer in the calendar, their own apology, or that the member comes after all. */
  readonly told: 'act' | 'calendar' | 'apology' | 'comes';
  /** Did calling them put them on the invitation? */
  readonly broughtIn: boolean;
  /** Who called, and the ISO instant of the last act. */
  readonly calledBy: string;
  readonly at: string;
}

/** What the acts are held against. */
export interface SubstituteFacts {
  readonly apologies: readonly Apology[];
  /** Who is invited, as the organiser's copy tells; none where only another copy is at hand, which tells nobody's answer. */
  readonly invitees: readonly Invitee[];
  readonly profile: BodyProfile;
  /** Those who do the meeting's work; null where that is not known. */
  readonly workers: Publishers | null;
}

const STANDS: readonly SubstituteState[] = ['called', 'coming'];
/** Is this person to come, as far as anybody knows? */
export const stands = ({ state }: Pick<SubstituteCall, 'state'>): boolean => STANDS.includes(state);

interface Pair {
  readonly act: SubstituteAct;
  state: SubstituteState;
  place: number;
  broughtIn: boolean;
  calledBy: string;
  at: string;
}

/**
 * What the acts come to: one line for each two people, in the order they were called. Each act is added and none is changed, so that several people may act at
 * once; what counts is the order in which the service took them. Of two calls for one member at the same time the first counts. An answer counts only of
 * somebody who is called; whoever declined is called again or not at all.
 */
export function callsOf(acts: readonly SubstituteAct[], facts: SubstituteFacts): SubstituteCall[] {
  const { apologies, invitees } = facts;
  const who = whoIsWho([...acts.flatMap(({ person, insteadOf }) => [person, insteadOf]), ...apologies.map(({ person }) => person), ...invitees]);
  const pairs = new Map<string, Pair>();
  const keyOf = ({ person, insteadOf }: SubstituteAct) => `${who(insteadOf) ?? ''}\n${who(person) ?? ''}`;
  for (const act of inOrder(acts)) if (counts(act, facts)) take(act);
  const sent = standing(apologies, who);
  const excused = (person: Someone) => sent.some((apology) => who(apology.person) === who(person));
  const isAway = (person: Someone) => sent.some(({ person: other, scope }) => who(other) === who(person) && scope.kind === 'meeting');
  return [...pairs.values()].map((pair) => ({ ...wordOf(pair), ...toldOf(pair) }));

  function take(act: SubstituteAct): void {
    const pair = pairs.get(keyOf(act));
    if (act.act === 'called') {
      const taken = [...pairs.values()].some((other) => who(other.act.insteadOf) === who(act.insteadOf) && stands(other));
      if (!taken) pairs.set(keyOf(act), begun(act, pair));
    } else if (pair && stands(pair)) {
      pair.state = act.act;
      pair.at = act.at;
    }
  }

  /** What was written, or what the member's or the person's own apology or calendar says since. */
  function toldOf({ act: { person, insteadOf }, state, at }: Pair): Pick<SubstituteCall, 'state' | 'told'> {
    if (!excused(insteadOf) && (stands({ state }) || state === 'calledOff')) return { state: 'calledOff', told: 'comes' };
    if (!stands({ state })) return { state, told: 'act' };
    if (isAway(person)) return { state: 'declined', told: 'apology' };
    const invitee = invitees.find((each) => who(each) !== null && who(each) === who(person));
    const answered = invitee?.answeredAt !== undefined && Date.parse(invitee.answeredAt) >= wholeSecond(at);
    if (answered && invitee.answer === 'declined') return { state: 'declined', told: 'calendar' };
    if (answered && invitee.answer === 'accepted' && state === 'called') return { state: 'coming', told: 'calendar' };
    return { state, told: 'act' };
  }
}

const inOrder = (acts: readonly SubstituteAct[]): SubstituteAct[] =>
  [...new Map(acts.map((act) => [act.id, act])).values()].sort((one, other) => one.at.localeCompare(other.at) || one.row - other.row);

const begun = (act: SubstituteAct, before: Pair | undefined): Pair => ({
  act,
  state: 'called',
  place: before?.place ?? act.place,
  // Whoever was brought in by an earlier call stands on the invitation because of that.
  broughtIn: !act.wasInvited || (before?.broughtIn ?? false),
  calledBy: act.by.name,
  at: act.at,
});

const wordOf = ({ act: { person, insteadOf }, state: written, place, broughtIn, calledBy, at }: Pair) => ({
  person,
  insteadOf,
  written,
  place,
  broughtIn,
  calledBy,
  at,
});

/** Anybody in the team can write the list: calling is the work of those who do the meeting's, answering the person's own as well, and calling off the member's. */
function counts({ act, by, person, insteadOf }: SubstituteAct, { profile, workers }: SubstituteFacts): boolean {
  if (mayHavePublished(workers ?? new Set(), by) || hasRole(profile, by, 'secretary')) return true;
  const isBy = ({ id, email }: Person): boolean =>
    id !== null ? id === by.id : email !== null && by.email !== null && email.toLowerCase() === by.email.toLowerCase();
  if (act === 'called') return false;
  return act === 'calledOff' ? isBy(insteadOf) : isBy(person);
}

/** Who may be called for somebody next, the likeliest first, by the body's rule. Nobody who is excused, called for anybody, has declined, or votes already. */
export function candidatesFor(apology: Apology, calls: readonly SubstituteCall[], { profile, apologies, invitees }: SubstituteFacts): Person[] {
  const { members, rules } = profile;
  if (rules.substitutes === 'none') return [];
  const people = [...members.flatMap(({ person, substitute }) => (substitute ? [person, substitute] : [person])), ...invitees];
  const who = whoIsWho([...people, ...apologies.map(({ person }) => person), ...calls.flatMap(({ person, insteadOf }) => [person, insteadOf])]);
  const absent = who(apology.person);
  const member = members.find(({ person }) => who(person) === absent);
  const named = apology.substitute === null ? [] : people.filter(({ name }) => plain(name) === plain(apology.substitute ?? '')).slice(0, 1);
  const personal = member?.substitute ? [member.substitute] : [];
  const party = member?.party ? members.filter((other) => other.party === member.party && !other.votes).map(({ person }) => person) : [];
  const away = standing(apologies, who).map(({ person }) => who(person));
  const isFree = (person: Person): boolean => {
    const one = who(person);
    const taken = calls.some((call) => who(call.person) === one && (stands(call) || (who(call.insteadOf) === absent && call.state === 'declined')));
    return (
      one !== null && one !== absent && !away.includes(one) && !taken && !members.some(({ person: other, votes }) => votes && who(other) === one)
    );
  };
  const inTurn = { personal: [...personal, ...named], partyList: [...party, ...personal, ...named], free: [...named, ...personal] }[
    rules.substitutes
  ];
  return inTurn.filter((person, place) => isFree(person) && inTurn.findIndex((other) => who(other) === who(person)) === place);
}

/** The second an instant lies in, in milliseconds: the service tells no more. */
const wholeSecond = (iso: string): number => Math.floor(Date.parse(iso) / 1000) * 1000;

const plain = (name: string): string => name.replace(/\s+/g, ' ').trim().toLocaleLowerCase('da');

/** The calls for one person, in the order they were called. */
export function callsFor(calls: readonly SubstituteCall[], person: Someone): SubstituteCall[] {
  const who = whoIsWho([...calls.flatMap((call) => [call.person, call.insteadOf]), person]);
  return calls.filter(({ insteadOf }) => who(insteadOf) === who(person)).sort((one, other) => one.place - other.place);
}

/**
 * The calls by which this person is here as a stand-in; none for a member who votes, who is away as a member, whomever they were called for, and for one who was
 * called off and was invited before. Whoever has any says by a no that they cannot stand in: neither in Outlook nor in Dagsorden is it an apology.
 */
export function callsAsStandIn(calls: readonly SubstituteCall[], person: Someone, profile: BodyProfile): SubstituteCall[] {
  if (memberOf(profile, person)?.votes) return [];
  const who = whoIsWho([...calls.map((call) => call.person), person]);
  return calls.filter((call) => who(call.person) !== null && who(call.person) === who(person) && (call.state !== 'calledOff' || call.broughtIn));
}

/** What the invitation lacks of the calls: those who are to come and do not stand on it, and those whom only a call put there that is called off. */
export function invitationOf(calls: readonly SubstituteCall[], invited: readonly Someone[]): { readonly add: Person[]; readonly remove: Person[] } {
  const who = whoIsWho([...calls.map(({ person }) => person), ...invited]);
  const isInvited = (person: Person) => invited.some((other) => who(other) !== null && who(other) === who(person));
  const wanted = calls.filter(stands);
  const isWanted = (person: Person) => wanted.some((call) => who(call.person) === who(person));
  const once = (people: readonly Person[]) => people.filter((person, place) => people.findIndex((other) => who(other) === who(person)) === place);
  const off = calls.filter(({ state, broughtIn, person }) => state === 'calledOff' && broughtIn && !isWanted(person));
  return {
    add: once(wanted.map(({ person }) => person).filter((person) => person.email !== null && !isInvited(person))),
    remove: once(off.map(({ person }) => person).filter(isInvited)),
  };
}

/**
 * The apologies with who stands in as the calls tell: whoever is called or comes, and nobody where all who were called cannot. Where nobody was called, it is whom
 * the apology names. Whoever was called and has sent an apology of their own since is no excused member: they cannot stand in.
 */
export function withStandIns(apologies: readonly Apology[], calls: readonly SubstituteCall[]): Apology[] {
  const who = whoIsWho([...apologies.map(({ person }) => person), ...calls.map(({ person }) => person)]);
  const isAnswer = ({ person, receivedAt }: Apology): boolean =>
    calls.some((call) => call.told === 'apology' && who(call.person) === who(person) && Date.parse(receivedAt) >= wholeSecond(call.at));
  return apologies
    .filter((apology) => !isAnswer(apology))
    .map((apology) => {
      const theirs = callsFor(calls, apology.person);
      return theirs.length === 0 ? apology : { ...apology, substitute: theirs.find(stands)?.person.name ?? null };
    });
}
