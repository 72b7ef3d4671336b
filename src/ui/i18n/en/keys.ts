import type { SameKeys } from '../sameKeys.ts';
import type da from '../da/keys.ts';

export default {
  title: 'Keys',
  arrows: 'Move between items',
  enter: 'Open the item',
  edit: 'Edit the item',
  escape: 'Close without saving',
  move: 'Move the item while you make the agenda',
  nest: 'Make it a sub-item, or lift it out again',
  remove: 'Delete the item',
  undo: 'Undo the latest change',
  redo: 'Redo what was undone',
  phrase: 'Choose a phrase while taking minutes',
  recommended: 'Take the recommendation as the decision',
  nextItem: 'Go on to the next item at the meeting',
  previousItem: 'Go to the previous item at the meeting',
  help: 'Show this list',
} satisfies SameKeys<typeof da>;
