import type { PaperFormat } from '../../exporters/exportPaper.ts';
import type { PaperEdition } from '../../exporters/paper/paper.ts';
import type { ItemId } from '../../meeting/ids.ts';

/** What somebody wants as a file. */
export interface ExportWanted {
  readonly what: 'agenda' | 'minutes';
  /** One item with its decision (udskrift), or null for the whole. */
  readonly itemId: ItemId | null;
  readonly format: PaperFormat;
  readonly edition: PaperEdition;
}
