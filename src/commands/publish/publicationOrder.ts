import { channelDigest } from '../../exporters/channelDigest.ts';
import { correctionsOf, isCorrected, newestInLog } from '../../meeting/corrections.ts';
import { editionOf } from '../../meeting/edition.ts';
import { Failure } from '../../meeting/errors.ts';
import { withRollCall } from '../../meeting/editionRollCall.ts';
import { withFollowUps } from '../../meeting/editionFollowUp.ts';
import type { FollowUp } from '../../meeting/followUp.ts';
import type { Audience, Edition, MeetingFile, MinutesLine } from '../../meeting/meeting.ts';
import type { PresenceNote } from '../../meeting/presence.ts';
import { withdrawn } from '../../meeting/publications.ts';
import { linkTo } from '../link.ts';
import type { Workplace } from '../workplace.ts';
import type { LinesOrder, PublicationOrder } from './publishInput.ts';

/** What is read beside a meeting's file because its minutes print it. */
export interface Beside {
  /** Of the roll call. */
  readonly notes: readonly PresenceNote[];
  readonly followUps: readonly FollowUp[];
}

/** Adds to an edition what it prints beside the file. */
export const printedWith =
  (file: MeetingFile, { notes, followUps }: Beside) =>
  <Who extends Audience>(edition: Edition<Who>): Edition<Who> =>
    withFollowUps(withRollCall(edition, file, notes), followUps, file.minutes);

/**
 * Decides everything a publication will send. A publication that was begun is ended under its own version and time; what is changed after it has
 * reached everybody is a correction, and goes out as the next version.
 * @param beside what an edition prints beside the file
 * @param people those whom the message is to tell that they have something to do; null for nobody
 */
export function publicationOrder(
  workplace: Workplace,
  file: MeetingFile,
  beside: Beside,
  people: PublicationOrder['people'] = null,
): PublicationOrder {
  const asPrinted = printedWith(file, beside);
  const begun = newestInLog(file.publications);
  // What was taken back comes out again as another edition, never as the same one.
  const corrects = begun !== null && (withdrawn(file.publications) !== null || isCorrected(correctionsOf(file, asPrinted)));
  const version = (begun?.version ?? 1) + (corrects ? 1 : 0);
  const at = begun === null || corrects ? workplace.now().toISOString() : begun.at;
  const outside = asPrinted(editionOf(file, 'outside', version, at));
  const closed = asPrinted(editionOf(file, 'circle', version, at)).lines.filter((line) => line.openness === 'closed');
  const digest = channelDigest({
    edition: outside,
    link: linkTo(workplace.appOrigin, file.pointer, 'referat'),
    language: workplace.language,
    people,
  });
  const [previous, answers] = [previousOf(file.minutes, version), firstPost(file.publications, version)];
  return { pointer: file.pointer, board: file.board, version, at, outside, closed, digest, people, previous, answers };
}

/** What the seal of this version names as the one before; publishing a version again names the same. */
function previousOf(published: MeetingFile['minutes'], version: number): string | null {
  if (published === null) return null;
  return (published.version === version ? published.seal?.previous : published.seal?.hash) ?? null;
}

/** The link to the message with which the minutes were first announced. */
function firstPost(log: MeetingFile['publications'], version: number): string | null {
  const posted = log.filter((line) => line.target === 'channel' && line.state === 'done' && line.reference !== null && line.version < version);
  return [...posted].sort((a, b) => a.version - b.version)[0]?.reference ?? null;
}

/**
 * What was shown to the person who published is what is sent, or nothing: an order may have waited for a connection, and others
 * close items and correct decisions meanwhile.
 * @returns the order, with what an order of lines alone lacks as it is now
 * @throws Failure Conflict
 */
export function asItStands(workplace: Workplace, order: PublicationOrder | LinesOrder, file: MeetingFile, beside: Beside): PublicationOrder {
  const now = publicationOrder(workplace, file, beside, order.people);
  const { version, at, outside } = order;
  if (said(now, !('lines' in outside)) !== said(order, !('lines' in outside))) {
    throw new Failure('Conflict', 'The minutes have changed since they were shown');
  }
  const back = withdrawn(file.publications);
  if (back !== null && back.version >= version) {
    throw new Failure('Conflict', 'The minutes have been taken back since', { detail: back.by === '' ? {} : { by: back.by } });
  }
  return {
    ...order,
    outside: { ...now.outside, version, publishedAt: at },
    closed: now.closed,
    previous: now.previous ?? order.previous,
    answers: now.answers,
  };
}

/** What an order says, apart from its version and time. */
function said({ outside, closed, digest }: PublicationOrder | LinesOrder, linesAlone: boolean): string {
  const lines = 'lines' in outside ? outside.lines : outside;
  if (linesAlone || !('lines' in outside)) return JSON.stringify({ outside: lines.map(lineAlone), closed: closed.map(lineAlone), digest });
  return JSON.stringify({ head: outside.head, excused: outside.excused, attendance: outside.attendance, lines, closed, digest });
}

const lineAlone = ({ itemId, number, title, openness, decision, outcome, notTreated, further, dissent, votes }: MinutesLine): MinutesLine => ({
  itemId,
  number,
  title,
  openness,
  decision,
  outcome,
  notTreated,
  ...(further && { further }),
  ...(dissent && { dissent }),
  ...(votes && { votes }),
});
