// Attachments listed for the whole paper, before or after the items.
import type { Block } from '../blocks.ts';
import type { Language } from '../language.ts';
import type { ImportedPaper } from '../paper.ts';
import { joinArchiveRows, readAttachment } from './attachments.ts';
import { gatherFields } from './fields.ts';

export function readLooseAttachments(
  head: readonly Block[],
  closing: readonly Block[],
  language: Language,
): { before: ImportedPaper['attachments']; after: ImportedPaper['attachments'] } {
  const read = (blocks: readonly Block[]) =>
    gatherFields(blocks, language)
      .fields.filter((field) => field.key === 'attachments' || field.key === 'mailFiles')
      .flatMap((field) => {
        const texts = field.values.map(({ text }) => text);
        const rows = joinArchiveRows(texts, language) ?? (field.key === 'mailFiles' ? texts.flatMap((text) => text.split(/\s*;\s*/)) : texts);
        return rows.flatMap((text) => {
          const attachment =
            field.key === 'mailFiles' ? { number: null, title: text.trim(), documentId: null, closed: null } : readAttachment(text, language);
          return attachment && attachment.title !== '' ? [{ ...attachment, itemIndex: null, line: field.blocks[0]?.lines[0]?.number ?? 0 }] : [];
        });
      });
  return { before: read(head), after: read(closing) };
}
