import type da from '../da/caseRoute.ts';
import type { SameKeys } from '../sameKeys.ts';

export default {
  label: 'Next body',
  notPrepared: 'The site is from an earlier version. Choose “Prepare the site again” in the team’s tab before an item can be passed on.',
  intro:
    'Is the item to go on to another body? When the minutes from here are published, it comes into that body’s backlog with the case, the decision and a link back.',
  closedIntro:
    'The item is closed. It only comes into the next body’s list for closed items, and only if you have access to it. The text and the decision go along into it.',
  noBodies: 'You are in no other body with Dagsorden. Send the link to the minutes to the other body’s secretary:',
  noBodiesYet: 'You are in no other body with Dagsorden, so the item cannot be passed on from here.',
  none: 'The item has not been passed on to another body.',
  body: 'Goes on to',
  choose: 'Choose a body',
  day: 'To be treated no later than',
  save: 'Save',
  saving: 'Saving…',
  cancel: 'Cancel',
  change: 'Edit',
  remove: 'Remove',
  saved: 'Saved: the item goes on to {{name}}.',
  removed: 'The item no longer goes on.',
  kept: 'Saved on this device. It is sent when there is a connection.',
  to: 'Goes on to {{name}}',
  toBy: 'Goes on to {{name}}, to be treated no later than {{day}}',
  awaiting: 'Waiting: the proposal comes into the backlog there when the minutes are published.',
  undecided: 'Waiting: the item is not decided in the minutes (deferred, for instance), so it has not been passed on.',
  ready: 'The minutes are published, but the item has not been passed on yet.',
  passOn: 'Pass on now',
  passing: 'Passing on…',
  arrived: {
    waiting: 'Waiting in the backlog there.',
    taken: 'On the agenda of',
    withdrawn: 'The proposal has been withdrawn there.',
    unseen: 'The proposal has been passed on. You cannot see what has become of it there.',
  },
  problem: {
    access: 'You, or whoever published the minutes, have no access to {{name}}. Send the link to their secretary, or choose another body.',
    closed: 'The item is closed, and {{name}} has no list for closed items that you have access to. It has not been passed on.',
    notPrepared: '{{name}} is from an earlier version. When “Prepare the site” has been chosen there, the item can be passed on.',
    other: 'The item could not be passed on to {{name}}. Try again.',
  },
  link: 'Link to the minutes',
} as const satisfies SameKeys<typeof da>;
