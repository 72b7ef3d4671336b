import type { Agenda, Attachment } from '../agenda.ts';

/**
 * A paper read in over an agenda that exists, its items known by their ids already (keepIds.ts): what a paper does not print
 * (the neutral title of a closed item, the link of an attachment, a place it leaves out) stays as it was.
 */
export function overExisting(paper: Agenda, existing: Agenda): Agenda {
  const old = new Map(existing.items.map((item) => [item.id, item]));
  return {
    ...paper,
    title: paper.title.trim() === '' ? existing.title : paper.title,
    date: paper.date ?? existing.date,
    endDate: paper.date !== null ? paper.endDate : existing.endDate,
    start: paper.start ?? existing.start,
    end: paper.end ?? existing.end,
    location: paper.location ?? existing.location,
    chair: paper.chair ?? existing.chair,
    items: paper.items.map((item) => {
      const was = old.get(item.id);
      if (!was) return item;
      return {
        ...item,
        neutralTitle: item.neutralTitle ?? was.neutralTitle,
        attachments: item.attachments.map((attachment) => ({ ...attachment, url: attachment.url ?? linkOf(attachment, was.attachments) })),
      };
    }),
  };
}

function linkOf(attachment: Attachment, before: readonly Attachment[]): string | null {
  return before.find(({ title, documentId }) => title === attachment.title && documentId === attachment.documentId)?.url ?? null;
}
