import type { AttachInput } from '../agenda/attachInput.ts';
import type { Steps } from '../steps.ts';
import type { Workplace } from '../workplace.ts';
import { tryNotice, type NoticeFile } from './postNotice.ts';

/**
 * The message to the channel, where one is wanted, when the invitation has left. What stands in Outlook's form is nobody's yet, so nothing is told of it. The rest is done
 * whatever becomes of the message: it has a log of its own.
 */
export async function tellNotice(
  speaking: Workplace,
  file: NoticeFile,
  { event, notice, via }: Pick<AttachInput, 'event' | 'notice' | 'via'>,
  steps: Pick<Steps<'notice'>, 'settle' | 'skip'>,
): Promise<void> {
  if (notice === undefined || via !== 'graph') return steps.skip('notice');
  steps.settle('notice', 'doing');
  const failed = await tryNotice(speaking, file, event, notice);
  steps.settle('notice', failed === null ? 'done' : { failed });
}
