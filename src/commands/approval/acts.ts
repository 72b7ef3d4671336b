import { editionOf } from '../../meeting/edition.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile, Person } from '../../meeting/meeting.ts';
import { missingOutcomes } from '../../meeting/minutes.ts';
import { checkSeal, draftFingerprint } from '../../meeting/seal.ts';
import type { ApprovalAct } from '../../meeting/words.ts';
import type { StoredApproval } from '../../storage/approvalRow.ts';
import type { Desk } from '../desk.ts';
import { addCorrectionOrder } from './addCorrection.ts';
import { howItStands } from './howItStands.ts';
import { keepApprovalOrder } from './keepApproval.ts';

type OfMinutes = Pick<MeetingFile, 'pointer'>;

/** What somebody does about the approval. Each is a line that is only added, kept in the outbox like everything that is written. */
export function acts(desk: Desk) {
  const { workplace, send, me } = desk;
  const line = (act: ApprovalAct, fields: Partial<StoredApproval> = {}): StoredApproval => ({
    id: workplace.newId(),
    act,
    draft: '',
    itemId: null,
    words: '',
    people: [],
    deadline: null,
    ...fields,
  });
  const keep = ({ pointer }: OfMinutes, lines: readonly { readonly line: StoredApproval; readonly inner: boolean }[]) =>
    send(keepApprovalOrder, { pointer, lines });

  return {
    howItStands: (file: MeetingFile) => howItStands(workplace, me(), file),
    async sendToReview(file: MeetingFile, people: readonly Person[], deadline: string | null): Promise<void> {
      const missing = missingOutcomes(file.agenda, file.treatments);
      if (missing.length > 0) throw new TypeError(`Minutes are looked through when every item has an outcome; ${missing.length} lack one`);
      const draft = await draftFingerprint(editionOf(file, 'circle', 1, '').lines);
      await keep(file, [{ line: line('review', { draft, people, deadline }), inner: false }]);
    },
    takeBack: (file: OfMinutes) => keep(file, [{ line: line('takenBack'), inner: false }]),
    approve: (file: OfMinutes, draft: string) => keep(file, [{ line: line('approve', { draft }), inner: false }]),
    /** Words may quote the draft: they stand where it does, apart from the objection, which everybody may see. */
    object: (file: OfMinutes, draft: string, words: string) =>
      keep(file, [
        ...(words.trim() === '' ? [] : [{ line: line('comment', { draft, words }), inner: true }]),
        { line: line('object', { draft }), inner: false },
      ]),
    remark: (file: OfMinutes, itemId: ItemId | null, words: string) => keep(file, [{ line: line('comment', { itemId, words }), inner: true }]),
    addCorrection: ({ pointer }: OfMinutes, itemId: ItemId, words: string) =>
      send(addCorrectionOrder, {
        pointer,
        itemId,
        words: words.trim(),
        by: me().name,
        at: workplace.now().toISOString(),
        id: workplace.newId(),
        language: workplace.language,
      }),
    checkSeal: ({ minutes }: Pick<MeetingFile, 'minutes'>) => (minutes === null ? Promise.resolve(null) : checkSeal(minutes)),
  };
}
