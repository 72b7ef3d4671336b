import { plainNumbering, type Numbering } from './numbering.ts';
import { plainProfile, type BodyRules, type SectionForm } from './profile.ts';
import { BODY_KINDS, type BodyKind } from './words.ts';

/**
 * Rules to begin with, by the kind of body: proposals that a person takes and changes, never what anybody is held to. Members are the body's own. Where
 * a rule is by law, its source is named; the days are whole calendar days, so that four weekdays before a meeting are at least six.
 */

const section = (role: SectionForm['role'], heading: string): SectionForm => ({ role, heading });
const summary = section('summary', 'Resumé');
const background = section('background', 'Sagsfremstilling');
const finance = section('finance', 'Økonomiske konsekvenser');
const recommendation = section('recommendation', 'Indstilling');
const route = section('text', 'Sagsgang');
const purpose = section('purpose', 'Formål');

/** "1.", "1.1." */
const dotted: Numbering = { ...plainNumbering, levels: ['decimal', 'decimal'], behind: '.' };

const plain = plainProfile.rules;

export const READY_PROFILES = {
  /**
   * A directorate or management group: an administrative meeting has no rule by law of quorum, publicity or signatures. Its papers have Sagsfremstilling
   * and Indstilling; minutes hold from when they are sent.
   */
  administrative: {
    ...plain,
    kind: 'administrative',
    sections: [purpose, background, recommendation],
    deadlines: [
      { what: 'agenda', days: 3 },
      { what: 'papers', days: 3 },
      { what: 'minutes', days: 2 },
    ],
  },
  /**
   * A standing committee (kommunestyrelsesloven § 20): half of the members decide, as in the council (§ 11); the agenda goes out before the meeting without a number of days by law;
   * who steps in is decided by the group that elected the member (§ 28), so a stedfortræder is of the party's list. The protocol is signed (§ 20, as § 13).
   */
  committee: {
    ...plain,
    kind: 'committee',
    quorum: { kind: 'half', atLeast: null, chairRequired: false },
    sections: [summary, background, finance, route, recommendation],
    numbering: dotted,
    approval: 'signatures',
    deadlines: [
      { what: 'agenda', days: 4 },
      { what: 'papers', days: 4 },
      { what: 'apology', days: 1 },
      { what: 'minutes', days: 1 },
    ],
    substitutes: 'partyList',
    substituteWord: 'stedfortræder',
  },
  /**
   * The municipal council: at least half of the members (kommunestyrelsesloven § 11); the agenda as far as possible four weekdays before the meeting, the
   * material three (§ 8); the protocol is signed after each meeting (§ 13); a stedfortræder comes from the list the member was elected on (§ 15). Items are
   * open, since meetings are public and one item is closed only when its nature requires it (§ 10).
   */
  council: {
    ...plain,
    kind: 'council',
    quorum: { kind: 'half', atLeast: null, chairRequired: false },
    sections: [summary, background, finance, route, recommendation],
    numbering: dotted,
    approval: 'signatures',
    deadlines: [
      { what: 'agenda', days: 6 },
      { what: 'papers', days: 5 },
      { what: 'apology', days: 0 },
      { what: 'minutes', days: 1 },
    ],
    substitutes: 'partyList',
    substituteWord: 'stedfortræder',
  },
  /** A MED committee or works council: by agreement, not by law. Both sides have named suppleanter; nobody outvotes the other, so there is no quorum to count. */
  worksCouncil: {
    ...plain,
    kind: 'worksCouncil',
    sections: [background, recommendation],
    numbering: dotted,
    approval: 'noObjection',
    deadlines: [
      { what: 'agenda', days: 7 },
      { what: 'papers', days: 7 },
      { what: 'minutes', days: 7 },
    ],
    substitutes: 'personal',
    substituteWord: 'suppleant',
  },
  /** A school board: its own forretningsorden. The chair's vote where both sides are even, about a week's notice and half of those who vote are what such rules commonly say; an alternate steps in for whoever is away. */
  schoolBoard: {
    ...plain,
    kind: 'schoolBoard',
    quorum: { kind: 'half', atLeast: null, chairRequired: false },
    sections: [purpose, background, recommendation],
    castingVote: true,
    approval: 'nextMeeting',
    deadlines: [
      { what: 'agenda', days: 7 },
      { what: 'papers', days: 7 },
      { what: 'minutes', days: 7 },
    ],
    substitutes: 'free',
    substituteWord: 'suppleant',
  },
  /**
   * The board of an association: its own articles. Seven to eight days' notice, minutes within seven and approved when nobody objects, half of the board with
   * the chair or the deputy in the chair's place, whose vote decides where both sides are even; a suppleant, who is another office than a stedfortræder.
   */
  association: {
    ...plain,
    kind: 'association',
    quorum: { kind: 'half', atLeast: null, chairRequired: true },
    sections: [background, recommendation],
    numbering: dotted,
    castingVote: true,
    approval: 'noObjection',
    deadlines: [
      { what: 'agenda', days: 8 },
      { what: 'papers', days: 8 },
      { what: 'minutes', days: 7 },
    ],
    substitutes: 'free',
    substituteWord: 'suppleant',
  },
} as const satisfies Readonly<Record<BodyKind, BodyRules>>;

export type ReadyProfile = BodyKind;
export const READY_NAMES = BODY_KINDS;

/** The ready profile these rules are, in whatever language and whatever the body calls itself, or null where somebody has changed them. */
export function readyProfileOf(rules: BodyRules): ReadyProfile | null {
  const { language, kind } = rules;
  return READY_NAMES.find((name) => sameRules({ ...READY_PROFILES[name], language, kind }, rules)) ?? null;
}

/** What kind of body it is: what it has told, else what its rules are those of; null where neither tells. */
export const bodyKindOf = (rules: BodyRules): BodyKind | null => rules.kind ?? readyProfileOf(rules);

/** Do two bodies meet by the same rules, in whatever order deadlines are told? */
export function sameRules(one: BodyRules, other: BodyRules): boolean {
  const told = ({ quorum: { kind, atLeast, chairRequired }, numbering, ...rules }: BodyRules) =>
    JSON.stringify([
      [kind, atLeast, chairRequired],
      rules.sections.map(({ role, heading }) => [role, heading]),
      [numbering.levels, numbering.between, numbering.behind, numbering.breaks, numbering.restart, numbering.from],
      [rules.kind, rules.openness, rules.castingVote, rules.approval, rules.substitutes, rules.substituteWord, rules.language],
      rules.deadlines.map(({ what, days }) => `${what} ${days}`).sort(),
    ]);
  return told(one) === told(other);
}

/** What somebody changed of the rules they saw, over the rules as they are now; each rule is one. */
export function changedOver(seen: BodyRules, mine: BodyRules, now: BodyRules): BodyRules {
  const own = <Key extends keyof BodyRules>(key: Key): BodyRules[Key] => (sameRules({ ...seen, [key]: mine[key] }, seen) ? now[key] : mine[key]);
  return {
    kind: own('kind'),
    quorum: own('quorum'),
    sections: own('sections'),
    numbering: own('numbering'),
    openness: own('openness'),
    castingVote: own('castingVote'),
    approval: own('approval'),
    deadlines: own('deadlines'),
    substitutes: own('substitutes'),
    substituteWord: own('substituteWord'),
    language: own('language'),
  };
}

/** Ways of numbering to choose between. */
export const READY_NUMBERINGS = {
  letters: plainNumbering,
  dotted,
  brackets: { ...plainNumbering, behind: ')' },
  roman: { ...plainNumbering, levels: ['roman', 'decimal'], behind: '.' },
  none: { ...plainNumbering, levels: [null] },
} as const satisfies Readonly<Record<string, Numbering>>;
export type ReadyNumbering = keyof typeof READY_NUMBERINGS;
export const NUMBERING_NAMES = Object.keys(READY_NUMBERINGS) as readonly ReadyNumbering[];

/** The way of numbering by its signs, whatever it begins with and where; null for one of a body's own. */
export function readyNumberingOf({ levels, between, behind }: Numbering): ReadyNumbering | null {
  const found = NUMBERING_NAMES.find((name) => {
    const ready: Numbering = READY_NUMBERINGS[name];
    return JSON.stringify([ready.levels, ready.between, ready.behind]) === JSON.stringify([levels, between, behind]);
  });
  return found ?? null;
}
