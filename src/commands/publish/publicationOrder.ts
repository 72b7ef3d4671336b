import { channelDigest } from '../../exporters/channelDigest.ts';
import { Failure } from '../../meeting/errors.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { minutesLines } from '../../meeting/minutes.ts';
import { linkTo } from '../link.ts';
import type { Workplace } from '../workplace.ts';
import type { PublicationOrder } from './publishMinutes.ts';

/** Decides everything a publication will send. A publication that was begun is ended under its own version and time. */
export function publicationOrder(workplace: Workplace, file: MeetingFile): PublicationOrder {
  const outside = minutesLines(file.agenda, file.treatments, 'outside');
  const closed = minutesLines(file.agenda, file.treatments, 'circle').filter((line) => line.openness === 'closed');
  const digest = channelDigest({
    title: file.agenda.title || file.board.name,
    when: [file.board.name, printDay(file.agenda.date, workplace.language)].filter((part) => part !== '').join(', '),
    lines: outside,
    link: linkTo(workplace.appOrigin, file.pointer, 'referat'),
    language: workplace.language,
  });
  const begun = file.publications.at(-1);
  return {
    pointer: file.pointer,
    board: file.board,
    version: begun?.version ?? 1,
    at: begun?.at ?? workplace.now().toISOString(),
    outside,
    closed,
    digest,
  };
}

/**
 * What was shown to the person who published is what is sent, or nothing: an order may have waited for a connection, and others
 * close items and correct decisions meanwhile.
 * @throws Failure Conflict
 */
export function refuseOutdated(workplace: Workplace, order: PublicationOrder, file: MeetingFile): void {
  const now = publicationOrder(workplace, file);
  const said = ({ outside, closed, digest }: PublicationOrder) => JSON.stringify({ outside, closed, digest });
  if (said(now) !== said(order)) throw new Failure('Conflict', 'The minutes have changed since they were shown');
}

function printDay(date: string | null, language: 'da' | 'en'): string {
  if (date === null) return '';
  const day = new Date(`${date}T12:00:00Z`);
  if (Number.isNaN(day.getTime())) return '';
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'da-DK', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(day);
}
