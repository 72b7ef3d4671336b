import type { ClipboardEvent } from 'react';
import type { Draft } from '../kit/useDraft.ts';
import { pastedPaper, readPasted, writePasted, type PastedPaper } from './pastedPaper.ts';

export interface Pasted {
  /** What was pasted with tables, lists or headings; null where nothing was. */
  readonly copied: PastedPaper | null;
  /** The same, as long as the text has not been changed since. */
  readonly structured: PastedPaper | null;
  readonly onPaste: (paste: ClipboardEvent<HTMLTextAreaElement>) => void;
  readonly asPlainText: () => void;
}

/** Keeps the HTML a paper was pasted with beside its text. */
export function usePastedPaper(paper: Draft, pasted: Draft): Pasted {
  const copied = pasted.text === '' ? null : readPasted(pasted.text);
  // HTML belongs to the text it was pasted with: once that is changed by hand, the text is what counts.
  const structured = copied !== null && copied.text === paper.text ? copied : null;
  const onPaste = (paste: ClipboardEvent<HTMLTextAreaElement>) => {
    const { selectionStart, selectionEnd, value } = paste.currentTarget;
    const found = pastedPaper(paste.clipboardData);
    // A paste into what is there already is only a part of the paper.
    if (found && value.slice(0, selectionStart).trim() === '' && value.slice(selectionEnd).trim() === '') {
      pasted.change(writePasted(found));
      if (value !== '' && selectionEnd - selectionStart < value.length) {
        paste.preventDefault();
        paper.change(found.text);
      }
    }
  };
  return { copied, structured, onPaste, asPlainText: pasted.drop };
}
