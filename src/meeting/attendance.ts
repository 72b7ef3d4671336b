import { answeredForEarlier, givenForEarlier } from './calendarFacts.ts';
import { standing } from './apologies.ts';
import type { Apology, CalendarEvent, Invitee, MeetingFile, Person } from './meeting.ts';
import { eachOnce, namesByPlace } from './knownPeople.ts';
import { whoIsWho } from './persons.ts';

export { itemsOfScope } from './itemsOfScope.ts';
export { myAnswerTo } from './myAnswer.ts';

/** One line of the overview: somebody invited, or somebody who is not but sent an apology. */
export interface AnswerRow {
  readonly person: Person;
  /** `perhapsInvited`: not named in the invitation, but a group is, whose members nobody told us. */
  readonly answer: Invitee['answer'] | 'notInvited' | 'perhapsInvited' | 'group';
  readonly optional: boolean;
  readonly apology: Apology | null;
  /** Outlook says no, and no apology stands: a person must say whether it is one (product invariant 11). */
  readonly suggested: boolean;
  /** An apology was taken back after Outlook's no: they come, and their calendar cannot say so. */
  readonly comesAfterAll: boolean;
  /** The apology, or else the answer, was given for an earlier time of the meeting: it is to be asked about again. */
  readonly earlier: boolean;
}

type Answered = Pick<MeetingFile, 'apologies'> & Partial<Pick<MeetingFile, 'occasion'>>;

/** Everybody's answer and apology, invited people in the invitation's order, then the others. Nobody stands in it twice. */
export function answersOf(event: Pick<CalendarEvent, 'invitees'>, file: Answered): AnswerRow[] {
  const given = (apology: Apology) => file.occasion !== undefined && givenForEarlier(apology, file.occasion);
  const answered = ({ answer, answeredAt }: Invitee) =>
    file.occasion !== undefined && answer !== 'none' && answer !== 'organizer' && answeredForEarlier(answeredAt, file.occasion);
  const apologists = file.apologies.map(({ person }) => person);
  const named = namesByPlace(event.invitees);
  const who = whoIsWho([...named, ...apologists]);
  const invitees = eachOnce(named, who);
  const stand = standing(file.apologies, who);
  const isThem = (one: Person, other: Person) => who(one) !== null && who(one) === who(other);
  const tookBack = (invitee: Invitee): boolean =>
    file.apologies.some(
      ({ person, withdrawnAt }) =>
        withdrawnAt !== null && isThem(person, invitee) && !(Date.parse(invitee.answeredAt ?? '') > Date.parse(withdrawnAt)),
    );
  const invited = invitees.map((invitee): AnswerRow => {
    const declined = invitee.answer === 'declined' && !invitee.isGroup;
    const apology = invitee.isGroup ? null : (stand.find(({ person }) => isThem(person, invitee)) ?? null);
    return {
      person: invitee,
      answer: invitee.isGroup ? 'group' : invitee.answer,
      optional: invitee.optional,
      apology,
      suggested: declined && apology === null && !tookBack(invitee),
      comesAfterAll: declined && apology === null && tookBack(invitee),
      earlier: apology === null ? answered(invitee) : given(apology),
    };
  });
  const answer = invitees.some(({ isGroup }) => isGroup) ? 'perhapsInvited' : 'notInvited';
  const others = stand
    .filter(({ person }) => !invitees.some((invitee) => !invitee.isGroup && isThem(invitee, person)))
    .map((apology): AnswerRow => ({
      person: apology.person,
      answer,
      optional: false,
      apology,
      suggested: false,
      comesAfterAll: false,
      earlier: given(apology),
    }));
  return [...invited, ...others];
}

/** The apologies that stand and were given for an earlier time of the meeting. */
export function earlierApologies({ apologies, occasion }: Pick<MeetingFile, 'apologies' | 'occasion'>): Apology[] {
  return standing(apologies).filter((apology) => givenForEarlier(apology, occasion));
}

/** What the sentence above the list counts. Whoever sent an apology for the whole meeting is counted there and nowhere else. */
export interface AnswerCounts {
  readonly invited: number;
  readonly accepted: number;
  readonly tentative: number;
  readonly apologies: number;
  /** No answer is never "present" (product invariant 2). */
  readonly none: number;
  /** Groups, which are no people: how many are invited by them nobody told us. */
  readonly groups: number;
}

export function countAnswers(rows: readonly AnswerRow[]): AnswerCounts {
  const away = (row: AnswerRow) => row.apology?.scope.kind === 'meeting';
  const still = rows.filter((row) => !away(row));
  const of = (answer: AnswerRow['answer']) => still.filter((row) => row.answer === answer).length;
  return {
    invited: rows.filter(({ answer }) => answer !== 'notInvited' && answer !== 'perhapsInvited' && answer !== 'group').length,
    accepted: of('accepted') + of('organizer'),
    tentative: of('tentative'),
    apologies: rows.filter((row) => row.apology !== null).length,
    none: of('none'),
    groups: of('group'),
  };
}

/** The invited person of a name as a paper prints it, whatever its case and signs; null where nobody is, or two are. */
export function inviteeNamed(invitees: readonly Invitee[], name: string): Invitee | null {
  const [one, other] = invitees.filter((invitee) => plain(invitee.name) === plain(name));
  return one && !other ? one : null;
}

function plain(name: string): string {
  return name
    .toLocaleLowerCase('da')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
}
