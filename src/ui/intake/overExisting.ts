import type { Intake } from '../../commands/commands.ts';
import type { Agenda, Attachment } from '../../meeting/agenda.ts';
import { keepIds } from './keepIds.ts';

/**
 * A paper read in over an agenda that exists: the items that are the same keep their ids, and what a paper does not print
 * (the neutral title of a closed item, the link of an attachment, a place it leaves out) stays as it was.
 */
export function overExisting(intake: Intake, existing: Agenda): Intake {
  const kept = keepIds(intake, existing);
  const old = new Map(existing.items.map((item) => [item.id, item]));
  const { agenda } = kept;
  const dated = agenda.date !== null;
  return {
    ...kept,
    agenda: {
      ...agenda,
      title: agenda.title.trim() === '' ? existing.title : agenda.title,
      date: agenda.date ?? existing.date,
      endDate: dated ? agenda.endDate : existing.endDate,
      start: agenda.start ?? existing.start,
      end: agenda.end ?? existing.end,
      location: agenda.location ?? existing.location,
      chair: agenda.chair ?? existing.chair,
      items: agenda.items.map((item) => {
        const was = old.get(item.id);
        if (!was) return item;
        return {
          ...item,
          neutralTitle: item.neutralTitle ?? was.neutralTitle,
          attachments: item.attachments.map((attachment) => ({ ...attachment, url: attachment.url ?? linkOf(attachment, was.attachments) })),
        };
      }),
    },
  };
}

function linkOf(attachment: Attachment, before: readonly Attachment[]): string | null {
  return before.find(({ title, documentId }) => title === attachment.title && documentId === attachment.documentId)?.url ?? null;
}
