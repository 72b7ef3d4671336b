import { Failure } from '../../meeting/errors.ts';
import type { ChannelFile } from '../../meeting/channelFiles.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { mayReadClosed } from '../../meeting/permissions.ts';
import { fetched } from '../../storage/fetched.ts';
import type { Exported, PaperFormat } from '../../exporters/exportPaper.ts';
import type { PaperEdition } from '../../exporters/paper/paper.ts';
import type { Desk } from '../desk.ts';
import type { KeptInChannel } from './channelFiles.ts';
import type { ExportWanted } from './wanted.ts';

export type { Exported, ExportWanted, KeptInChannel, PaperEdition, PaperFormat };

/** Taking an agenda or minutes out of Dagsorden. */
export type ExportCommands = ReturnType<typeof exportCommands>;

const files = () => fetched(import(/* webpackChunkName: "channel-files" */ './channelFiles.ts'));

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

    /** The files of the minutes that lie in the body's channel, or may, the newest first. @throws Failure where the log cannot be read */
    filesInChannel: async ({ pointer }: Pick<MeetingFile, 'pointer'>): Promise<readonly ChannelFile[]> =>
      (await files()).filesInChannel(workplace, pointer),

    /** Puts the open edition of the published minutes there. @throws as channelFiles.ts tells */
    keepInChannel: async ({ pointer }: Pick<MeetingFile, 'pointer'>, format: PaperFormat, besides: boolean): Promise<KeptInChannel> => {
      const make = (file: MeetingFile) => makeFile(file, { what: 'minutes', itemId: null, format, edition: 'open' });
      return (await files()).keepInChannel(workplace, pointer, make, besides);
    },

    /** Takes away those that are known to be there. @returns those that a person has to look for */
    takeFromChannel: async (file: Pick<MeetingFile, 'pointer' | 'board'>): Promise<readonly ChannelFile[]> =>
      (await files()).takeFromChannel(workplace, file),
  };
}
