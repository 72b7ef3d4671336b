import type da from '../da/itemEditor.ts';
import type { SameKeys } from '../sameKeys.ts';

export default {
  edit: {
    save: 'Save the item',
    saving: 'Saving …',
    cancel: 'Cancel',
    saved: '{{title}} is changed.',
    undone: '{{title}} is as before.',
    notUndone: '{{title}} could not be put back. Somebody else may have changed it meanwhile.',
    notUndoneBy: '{{title}} could not be put back: {{name}} has changed it meanwhile.',
    queued: '{{title}} is kept on your device and will be sent as soon as possible.',
    restored: 'What you wrote last time has been brought back.',
  },
  conflict: {
    title: 'Somebody else changed the item meanwhile',
    titleBy: '{{name}} changed the item meanwhile',
    words: 'Choose what it should say. Nothing is saved yet.',
    mine: 'Yours',
    theirs: 'Theirs',
    empty: '(empty)',
    yes: 'Yes',
    no: 'No',
    field: {
      standing: 'Standing item',
      title: 'Heading',
      presenters: 'Presenters',
      start: 'Starts',
      end: 'Ends',
      minutes: 'Minutes',
      number: 'Number',
      type: 'Kind',
      sections: 'Text',
    },
  },
} satisfies SameKeys<typeof da>;
