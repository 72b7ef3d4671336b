import { useTranslation } from 'react-i18next';
import type { ItemId } from '../../meeting/ids.ts';
import type { MeetingFile } from '../../meeting/meeting.ts';
import { outlineOf, type Entry } from '../../meeting/outline.ts';
import { mayReadClosed } from '../../meeting/permissions.ts';
import { shownTitle } from '../../meeting/shownTitle.ts';

/** An item that an apology may name, as this reader may read it. */
export interface Choosable {
  readonly item: ItemId;
  /** Number and title. */
  readonly name: string;
  readonly slot: Entry['slot'];
}

/** The agenda's own lines, without breaks and sub-items. */
export function useChoosable(file: MeetingFile): readonly Choosable[] {
  const { t } = useTranslation(['agenda', 'common']);
  const insider = mayReadClosed({ file });
  return outlineOf(file.agenda)
    .flatMap((chapter) => chapter.entries)
    .filter((entry) => entry.item.kind === 'item')
    .map((entry) => {
      const title = shownTitle(entry, insider) ?? (entry.closed ? t('common:closedItem') : t('agenda:untitled'));
      return { item: entry.item.id, name: [entry.item.number, title].filter((part) => part !== null).join(' '), slot: entry.slot };
    });
}
