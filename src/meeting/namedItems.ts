import { withItems } from './excused.ts';
import type { Edition, ExcusedItem } from './meeting.ts';

/** What an edition prints of people, with each item that is named there as it is to be named. */
export function withItemsNamed<Around extends Pick<Edition, 'excused' | 'attendance'>>(
  around: Around,
  nameOf: (item: ExcusedItem) => ExcusedItem,
): Pick<Edition, 'excused' | 'attendance'> {
  const { excused, attendance } = around;
  return {
    excused: excused.map((person) => withItems(person, nameOf)),
    ...(attendance !== undefined && {
      attendance: {
        ...attendance,
        present: attendance.present.map((person) => ({
          ...person,
          excusedFor: person.excusedFor.map(nameOf),
          moves: person.moves.map((move) => ({ ...move, item: move.item && nameOf(move.item) })),
        })),
      },
    }),
  };
}
