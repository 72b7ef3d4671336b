// Plain text (or markdown) → structure. The way every other format ends.
import { language, type LanguageChoice } from './language.ts';
import type { ImportedPaper } from './paper.ts';
import { recognise } from './recognise/recognise.ts';
import { readSource } from './source.ts';

export interface ImportOptions {
  /** Danish unless told otherwise. */
  language?: LanguageChoice;
}

/**
 * Recognises a meeting paper in plain text. Pure and synchronous; never throws; time grows linearly with the text.
 * A text with no agenda in it gives `items: []`, the finding `noAgenda`, and every line in `unplaced`.
 */
export function importText(text: string, options: ImportOptions = {}): ImportedPaper {
  return recognise(readSource(text), language(options.language));
}
