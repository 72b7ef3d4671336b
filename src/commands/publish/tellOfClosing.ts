import { Failure } from '../../meeting/errors.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { fetched } from '../../storage/fetched.ts';
import type { Desk } from '../desk.ts';
import { linkTo } from '../link.ts';

/**
 * Tells the board's channel that the minutes announced there have been corrected, without a word of what was closed. It is posted at once or not at
 * all, and never by itself later: a message cannot be written over itself.
 * @returns whether it is there for certain
 * @throws Failure where it was not posted
 */
export const tellOfClosing =
  ({ workplace }: Desk) =>
  async (file: MeetingFile): Promise<boolean> => {
    const { closingNotice } = await fetched(import(/* webpackChunkName: "exporters" */ '../../exporters/closingNotice.ts'));
    if (file.minutes === null) throw new Failure('NotFound', 'No minutes have been published');
    const link = linkTo(workplace.appOrigin, file.pointer, 'referat');
    const notice = closingNotice(file.minutes, link, workplace.language);
    // It holds no word of any item, so there is nothing to look at once more.
    const posted = await workplace.store.postChannelMessage(file.board, notice, async () => undefined);
    if (posted.kind === 'failed') throw posted.error;
    return posted.kind === 'posted';
  };
