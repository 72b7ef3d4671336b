import { importText } from './importText.ts';
import type { ImportedPaper } from './paper.ts';

/** A file nobody can make an agenda of, and why. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly reason: string;

  constructor(reason: string, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** Reads a file by what it is. Throws Unreadable. */
export async function importFile(
  file: { readonly name: string; readonly type: string; readonly bytes: Uint8Array },
  options: { readonly signal: AbortSignal; readonly onProgress: (part: number) => void },
): Promise<ImportedPaper> {
  options.signal.throwIfAborted();
  if (!/\.(txt|md)$/i.test(file.name)) throw new Unreadable('notAnAgendaFile', `${file.name} is neither text nor Markdown`);
  const paper = importText(new TextDecoder().decode(file.bytes));
  options.onProgress(1);
  return paper;
}
