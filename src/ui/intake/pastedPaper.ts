import * as v from 'valibot';
import type { Intake, IntakeCommands } from '../../commands/commands.ts';
import { isFailure } from '../../meeting/errors.ts';

/** A paper copied from Word, Outlook or SharePoint: its text as it stands in the field, and the HTML it was copied with. */
export interface PastedPaper {
  readonly text: string;
  readonly html: string;
}

/** What HTML can tell of a paper that its plain text cannot: tables, lists and headings, Word's own kinds of them too. */
const STRUCTURE = /<(?:table|ul|ol|li|h[1-6])[\s>]|class=["']?Mso(?:List|Heading|Title)|mso-list:|role=["']?heading/i;

/** The paper that was copied, where its HTML says more than its text; else null. */
export function pastedPaper(clipboard: Pick<DataTransfer, 'getData'>): PastedPaper | null {
  const html = clipboard.getData('text/html');
  const text = clipboard.getData('text/plain').replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  return text.trim() !== '' && STRUCTURE.test(html) ? { text, html } : null;
}

const kept = v.object({ text: v.string(), html: v.string() });

export function writePasted(paper: PastedPaper): string {
  return JSON.stringify(paper);
}

/** The paper that was kept with the draft; null where there is none. */
export function readPasted(saved: string): PastedPaper | null {
  try {
    const read = v.safeParse(kept, JSON.parse(saved));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}

/** Reads the HTML; where no agenda is found in it, the text is read as it stands. Throws what the two commands throw. */
export async function takeInPasted(
  commands: IntakeCommands,
  { html, text }: PastedPaper,
  options: Parameters<IntakeCommands['takeInFile']>[1],
): Promise<Intake> {
  try {
    return await commands.takeInFile(new File([html], 'udklip.html', { type: 'text/html' }), options);
  } catch (error) {
    if (!isFailure(error, 'Unreadable')) throw error;
    return commands.takeInText(text);
  }
}
