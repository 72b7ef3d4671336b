import type { ItemId } from './ids.ts';
import type { Person } from './meeting.ts';
import { samePerson } from './apologies.ts';
import { mayAnswerReview } from './permissions.ts';
import type { BodyProfile } from './profile.ts';
import type { ApprovalAct } from './words.ts';

// How minutes become approved. Everything that somebody does about it is one line that is only added: who did it and when is the service's word,
// and how the minutes stand follows from the lines alone, in whatever order they were read.

/** One line: somebody sent the draft to review, said something about an item, approved, objected, took it back, or added a correction. */
export interface ApprovalLine {
  /** The row's own id, made once. */
  readonly id: string;
  readonly act: ApprovalAct;
  /** The row's author and the instant at which it was made, by the service's own word. */
  readonly by: Person;
  readonly at: string;
  /** Counts the rows of a list as they were made: instants are whole seconds. */
  readonly place: number;
  /** The fingerprint (seal.ts) of the draft it was said of; '' where it was said of none. */
  readonly draft: string;
  /** The item a remark or a correction is about; null for the minutes as a whole. */
  readonly itemId: ItemId | null;
  readonly words: string;
  /** Who is asked, where it was sent to review. */
  readonly people: readonly Person[];
  /** ISO instant until which somebody may object; null where there is none. */
  readonly deadline: string | null;
}

/** What the body's rule is held against. */
export interface ApprovalFacts {
  readonly profile: BodyProfile;
  /** Does the meeting's secretarial work, so that what this person sends to review counts. */
  readonly isSecretary: (person: Person) => boolean;
  readonly now: Date;
}

export interface Signed {
  readonly person: Person;
  readonly at: string;
}

/** Minutes of which nobody was asked, those that are with their reviewers, and those that are final. */
export interface Approval {
  readonly state: 'draft' | 'review' | 'approved';
  /** Who is asked now, or was last; empty before anybody was. */
  readonly asked: readonly Person[];
  readonly sent: Signed | null;
  /** The id of the line that sent it; null before anybody was asked. */
  readonly review: string | null;
  readonly deadline: string | null;
  readonly approvedBy: readonly Signed[];
  readonly objections: readonly Signed[];
  /** Those the rule still waits for. */
  readonly waiting: readonly Person[];
  /** The instant at which they became final; null before. */
  readonly approvedAt: string | null;
  /** The fingerprint of what was sent to review, or of what was approved with the corrections added since; null before anybody was asked. */
  readonly draft: string | null;
}

const BEFORE: Approval = {
  state: 'draft',
  asked: [],
  sent: null,
  review: null,
  deadline: null,
  approvedBy: [],
  objections: [],
  waiting: [],
  approvedAt: null,
  draft: null,
};

/**
 * How the minutes stand. Approved is final: nothing that is added afterwards takes it back, a correction only moves the fingerprint on. An approval
 * counts for the draft it was given to and for nobody but its author.
 */
export function approvalOf(lines: readonly ApprovalLine[], facts: ApprovalFacts): Approval {
  let now = BEFORE;
  for (const line of inOrder(lines)) now = after(untilThen(now, line.at, facts), line, facts);
  return untilThen(now, facts.now.toISOString(), facts);
}

/** Lines in the order in which the service made them; each once. */
function inOrder(lines: readonly ApprovalLine[]): readonly ApprovalLine[] {
  const once = [...new Map(lines.map((line) => [line.id, line])).values()];
  return once.sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.place - b.place || (a.id < b.id ? -1 : 1));
}

function after(now: Approval, line: ApprovalLine, facts: ApprovalFacts): Approval {
  const signed: Signed = { person: line.by, at: line.at };
  if (now.state === 'approved') {
    return line.act === 'correction' && facts.isSecretary(line.by) ? { ...now, draft: line.draft } : now;
  }
  switch (line.act) {
    case 'review':
      if (!facts.isSecretary(line.by)) return now;
      return settled(
        { ...BEFORE, state: 'review', asked: eachPerson(line.people), sent: signed, review: line.id, deadline: line.deadline, draft: line.draft },
        line.at,
        facts,
      );
    case 'takenBack':
      return facts.isSecretary(line.by) ? { ...BEFORE, asked: now.asked } : now;
    case 'approve':
    case 'object':
      if (now.state !== 'review' || line.draft !== now.draft || !mayAnswerReview(now, line.by, facts)) return now;
      return settled(answered(now, line, signed), line.at, facts);
    case 'comment':
    case 'correction':
    case 'telling':
    case 'told':
    case 'notTold':
      return now;
  }
}

/** A person's last word counts. */
function answered(now: Approval, { act }: ApprovalLine, signed: Signed): Approval {
  const others = (all: readonly Signed[]) => all.filter(({ person }) => !isSame(person, signed.person));
  const approvedBy = others(now.approvedBy);
  const objections = others(now.objections);
  return act === 'approve'
    ? { ...now, approvedBy: [...approvedBy, signed], objections }
    : { ...now, approvedBy, objections: [...objections, signed] };
}

/** The deadline may have passed in silence before the next line came. */
function untilThen(now: Approval, at: string, { profile }: ApprovalFacts): Approval {
  const passed = now.deadline !== null && Date.parse(now.deadline) <= Date.parse(at);
  if (profile.rules.approval !== 'noObjection' || now.state !== 'review' || !passed || now.objections.length > 0) return now;
  return { ...now, state: 'approved', approvedAt: now.deadline, waiting: [] };
}

/** Whom the rule waits for now; where it waits for nobody any more, the minutes are approved. */
function settled(now: Approval, at: string, facts: ApprovalFacts): Approval {
  const isThere = (person: Person) => now.approvedBy.some((signed) => isSame(signed.person, person));
  const waiting = needed(now, facts).filter((person) => !isThere(person));
  const anyOf = facts.profile.rules.approval === 'chair' || facts.profile.rules.approval === 'nextMeeting';
  const done = now.approvedBy.length > 0 && (anyOf ? now.approvedBy.some(({ person }) => mayApproveAlone(now, person, facts)) : waiting.length === 0);
  // Silence is told by its deadline alone, and minutes that need no approval are with their reviewers for remarks only.
  const { approval: rule } = facts.profile.rules;
  if (!done || now.objections.length > 0 || rule === 'none' || rule === 'noObjection') return { ...now, waiting };
  return { ...now, state: 'approved', approvedAt: at, waiting: [] };
}

/** Those whose approval the rule asks for. */
function needed({ asked }: Approval, { profile }: ApprovalFacts): readonly Person[] {
  switch (profile.rules.approval) {
    case 'none':
      return [];
    case 'chair':
    case 'nextMeeting':
      return chairsOf(profile).length > 0 ? chairsOf(profile) : asked;
    case 'signatures':
    case 'noObjection':
      return asked;
  }
}

const chairsOf = (profile: BodyProfile): readonly Person[] =>
  profile.members.filter(({ roles }) => roles.includes('chair')).map(({ person }) => person);

/** Does one approval by this person make the minutes final under a rule that asks for one? The secretary notes what the next meeting said. */
function mayApproveAlone(now: Approval, person: Person, facts: ApprovalFacts): boolean {
  const chairs = needed(now, facts).some((other) => isSame(other, person));
  return facts.profile.rules.approval === 'nextMeeting' ? chairs || facts.isSecretary(person) : chairs;
}

/** Is what stands now something else than what was sent to review or approved? Null where the reader cannot know what stands. */
export function changedSince({ draft, state }: Approval, standing: string | null): boolean | null {
  return standing === null ? null : state !== 'draft' && draft !== standing;
}

/** A service names an author by id; an address is only asked where there is none. */
const isSame = (one: Person, other: Person): boolean => samePerson(one, other);

const eachPerson = (people: readonly Person[]): readonly Person[] =>
  people.filter((person, place) => people.findIndex((other) => isSame(other, person)) === place);
