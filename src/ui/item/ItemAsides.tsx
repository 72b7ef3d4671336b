import type { MeetingFile } from '../../meeting/meeting.ts';
import type { Entry } from '../../meeting/outline.ts';
import PersonalNote from '../papers/PersonalNote.tsx';
import CaseRoutePart from './CaseRoutePart.tsx';

/** What stands beside an item's paper and asks for nothing before it is opened: one's own note, and where the item goes on to. */
export default function ItemAsides({ file, entry, mayEdit }: { file: MeetingFile; entry: Entry; mayEdit: boolean }) {
  return (
    <>
      <PersonalNote file={file} itemId={entry.item.id} />
      <CaseRoutePart file={file} entry={entry} mayEdit={mayEdit} />
    </>
  );
}
