import { samePerson } from './apologies.ts';
import { plainNumbering, type Numbering } from './numbering.ts';
import type { Person } from './meeting.ts';
import type { UnreadRow } from './unreadRow.ts';
import type { BoardLanguage } from './boardLanguage.ts';
import type { ApprovalRule, BodyKind, BodyRole, DeadlineKind, Openness, QuorumKind, SectionRole, SubstituteRule, SubstituteWord } from './words.ts';

/**
 * What a body (mødeforum) is: its members and the rules it meets by. Every field is plain data and always there, so that a stored one
 * can be parsed field by field. A board of which nothing is stored has the `plainProfile`, under which everything is as it was before there
 * were any.
 */
export interface BodyProfile {
  readonly members: readonly BodyMember[];
  readonly rules: BodyRules;
}

/** Somebody in a body. One person has one entry, with every role they hold. */
export interface BodyMember {
  readonly person: Person;
  readonly roles: readonly BodyRole[];
  readonly votes: boolean;
  /** The party's name or letter as the body writes it; null where there are no parties. */
  readonly party: string | null;
  /** Who stands in for just this member; null where nobody is named. */
  readonly substitute: Person | null;
}

export interface BodyRules {
  /** Null where nobody has told. */
  readonly kind: BodyKind | null;
  readonly quorum: Quorum;
  /** The sections of an item's paper, in the order they are written. */
  readonly sections: readonly SectionForm[];
  readonly numbering: Numbering;
  /** What a new item is, until somebody says otherwise. A person decides for each item; no rule opens or closes one. */
  readonly openness: Openness;
  /** Does the chair's vote decide where both sides of a vote are even? */
  readonly castingVote: boolean;
  readonly approval: ApprovalRule;
  /** At most one of each kind. They are shown, and never block. */
  readonly deadlines: readonly Deadline[];
  readonly substitutes: SubstituteRule;
  readonly substituteWord: SubstituteWord;
  /** What invitations and messages are written in. */
  readonly language: BoardLanguage;
}

/** When the body can decide. It is shown and never blocks. */
export interface Quorum {
  readonly kind: QuorumKind;
  /** How many voting members, where `kind` is 'number'; null otherwise. */
  readonly atLeast: number | null;
  /** Must the chair, or the deputy in the chair's place, be there as well? */
  readonly chairRequired: boolean;
}

export interface SectionForm {
  readonly role: SectionRole;
  /** The heading as the body prints it; null for text without one. */
  readonly heading: string | null;
}

/** So many whole days before the meeting begins, or after it for minutes. */
export interface Deadline {
  readonly what: DeadlineKind;
  readonly days: number;
}

/** A body of which nobody has told anything: no members known, no rule that could stand in anybody's way. */
export const plainProfile: BodyProfile = {
  members: [],
  rules: {
    kind: null,
    quorum: { kind: 'none', atLeast: null, chairRequired: false },
    sections: [],
    numbering: plainNumbering,
    openness: 'open',
    castingVote: false,
    approval: 'none',
    deadlines: [],
    substitutes: 'free',
    substituteWord: 'stedfortræder',
    language: 'da',
  },
};

/** A profile as a site keeps it. */
export interface KeptProfile {
  readonly profile: BodyProfile;
  /** Has the site the lists for it? Where it was prepared by an earlier version it is read as the plain one, and "Gør stedet klar" makes them. */
  readonly isPrepared: boolean;
  /** What was left out because it cannot be read. */
  readonly unread: readonly UnreadRow[];
}

/** The sections that are offered for an item's paper, in their order. */
export const sectionsOf = (profile: BodyProfile): readonly SectionForm[] => profile.rules.sections;

/** The member this person is, or null. */
export function memberOf(profile: BodyProfile, person: Pick<Person, 'id' | 'email'>): BodyMember | null {
  return profile.members.find((member) => samePerson(member.person, person)) ?? null;
}

export function hasRole(profile: BodyProfile, person: Pick<Person, 'id' | 'email'> | null, role: BodyRole): boolean {
  return person !== null && (memberOf(profile, person)?.roles.includes(role) ?? false);
}
