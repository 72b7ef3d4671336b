import { channelDigest } from '../../exporters/channelDigest.ts';
import { editionOf } from '../../meeting/edition.ts';
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
  const begun = file.publications.at(-1);
  const version = begun?.version ?? 1;
  const at = begun?.at ?? workplace.now().toISOString();
  const digest = channelDigest({
    edition: editionOf(file, 'outside', version, at),
    link: linkTo(workplace.appOrigin, file.pointer, 'referat'),
    language: workplace.language,
  });
  return { pointer: file.pointer, board: file.board, version, at, outside, closed, digest };
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
