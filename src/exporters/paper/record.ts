import type { ItemId } from '../../meeting/ids.ts';
import { withItems } from '../../meeting/excused.ts';
import type { Edition, ExcusedItem } from '../../meeting/meeting.ts';

/** Published minutes as they are stored, seal and all, so that whoever has the file can check them (docs/export.md). */
export interface PaperRecord {
  readonly edition: Edition;
  /** The closed items whose lines have been left out for readers outside the circle: a seal cannot tell of them. */
  readonly left: readonly ItemId[];
}

/** A record as readers outside the closed circle may have it: the edition that everybody reads is that already, of the circle's the closed lines go. */
export function openRecord({ edition, left }: PaperRecord): PaperRecord {
  if (edition.audience === 'outside') return { edition, left };
  const named = (item: ExcusedItem): ExcusedItem => (item.openness === 'closed' ? { ...item, title: '' } : item);
  const { version, publishedAt, head, excused, attendance, lines, seal } = edition;
  return {
    left: [...left, ...lines.filter(({ openness }) => openness === 'closed').map(({ itemId }) => itemId)],
    edition: {
      audience: 'outside',
      version,
      publishedAt,
      head,
      excused: excused.map((person) => withItems(person, named)),
      ...(attendance && {
        attendance: {
          absent: attendance.absent,
          present: attendance.present.map((person) => ({
            ...person,
            excusedFor: person.excusedFor.map(named),
            moves: person.moves.map((move) => ({ ...move, item: move.item && named(move.item) })),
          })),
        },
      }),
      lines: lines.filter(({ openness }) => openness === 'open'),
      ...(seal && { seal }),
    },
  };
}
