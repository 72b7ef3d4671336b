import type { PaperFormat } from '../../exporters/exportPaper.ts';
import type { PaperEdition } from '../../exporters/paper/paper.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { Exported } from '../../meeting/words.ts';

/** What somebody wants as a file. */
export interface ExportWanted {
  readonly what: Exported;
  /** One item with its decision (udskrift), or null for the whole. */
  readonly itemId: ItemId | null;
  readonly format: PaperFormat;
  readonly edition: PaperEdition;
}
