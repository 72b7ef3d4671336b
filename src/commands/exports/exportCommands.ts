import { Failure } from '../../meeting/errors.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { mayReadClosed } from '../../meeting/permissions.ts';
import { fetched } from '../../storage/fetched.ts';
import type { ChannelFile } from '../../storage/papers.ts';
import type { Exported, PaperFormat } from '../../exporters/exportPaper.ts';
import type { PaperEdition } from '../../exporters/paper/paper.ts';
import type { Desk } from '../desk.ts';
import type { ExportWanted } from './wanted.ts';

export type { Exported, ExportWanted, PaperEdition, PaperFormat };

/** Taking an agenda or minutes out of Dagsorden. */
export type ExportCommands = ReturnType<typeof exportCommands>;

export function exportCommands({ workplace }: Desk) {
  async function makeFile(file: MeetingFile, wanted: ExportWanted): Promise<Exported> {
    if (wanted.edition === 'closed' && !mayReadClosed({ file })) throw new Failure('NotAllowed', 'The closed edition is for the closed circle');
    const { making } = await fetched(import(/* webpackChunkName: "exports" */ './making.ts'));
    return making(file, wanted, { language: workplace.language, organisation: workplace.organisation ?? null });
  }
  return {
    /**
     * The agenda or the published minutes as a file, from what the reader holds; nothing is asked of SharePoint. The closed edition is only for those
     * whom Graph let read the closed lists.
     * @throws Failure NotAllowed, NotFound (no minutes, or no such item), Offline (the printer could not be fetched)
     */
    makeFile,

    /**
     * Keeps the open edition as a file among those of the board's channel, which all in the team read. Nothing is written over: where a file of that name stands
     * there it is told, and with `besides` this one gets a number behind its name.
     * @throws Failure PaperNotStored, ChannelRefused (the board's row names another channel), and what `makeFile` throws
     */
    async keepInChannel(file: MeetingFile, wanted: Omit<ExportWanted, 'edition'>, besides = false): Promise<ChannelFile> {
      const { name, type, bytes } = await makeFile(file, { ...wanted, edition: 'open' });
      return workplace.store.keepInChannel(file.board, { name, content: new Blob([bytes], { type }) }, besides);
    },
  };
}
