import type { AgendaItem } from './agenda.ts';
import type { ItemId } from './ids.ts';
import type { FindingCode } from './words.ts';

export type { FindingCode } from './words.ts';

/** A contradiction in an agenda, shown at its line. It never blocks. Words live in the interface, by `code`. */
export interface Finding {
  readonly code: FindingCode;
  readonly itemId: ItemId | null;
  /** Values for the sentence, e.g. { minutes: '20', title: '…' }. */
  readonly values: Readonly<Record<string, string>>;
  /** The one-click mend, where one is obvious: these fields on that item. */
  readonly mend: { readonly itemId: ItemId; readonly fields: Partial<AgendaItem> } | null;
}
