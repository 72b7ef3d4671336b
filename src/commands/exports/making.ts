// What is fetched when the first file is made: one chunk with the tree of papers. Each printer is a chunk of its own.
import { exportPaper, type Exported } from '../../exporters/exportPaper.ts';
import { extractOf } from '../../exporters/paper/extract.ts';
import { paperOfAgenda, type PaperContext } from '../../exporters/paper/paperOfAgenda.ts';
import { paperOfMinutes } from '../../exporters/paper/paperOfMinutes.ts';
import { Failure } from '../../meeting/errors.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import type { ExportWanted } from './wanted.ts';
import { webFonts } from './webFonts.ts';

/** @throws Failure NotFound, Offline */
export async function making(file: MeetingFile, { what, itemId, format, edition }: ExportWanted, context: PaperContext): Promise<Exported> {
  if (what === 'minutes' && file.minutes === null) throw new Failure('NotFound', 'No minutes are published');
  const whole = file.minutes !== null && what === 'minutes' ? paperOfMinutes(file.minutes, file, context) : paperOfAgenda(file, context);
  const paper = itemId === null ? whole : extractOf(whole, itemId);
  if (paper === null) throw new Failure('NotFound', 'There is no such item');
  try {
    return await exportPaper(paper, { format, edition, fonts: webFonts });
  } catch (cause) {
    // webpack's word for a file that could not be fetched.
    if (cause instanceof Error && cause.name === 'ChunkLoadError') throw new Failure('Offline', 'A printer could not be fetched', { cause });
    throw cause;
  }
}
