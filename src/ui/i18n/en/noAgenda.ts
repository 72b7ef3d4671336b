import type da from '../da/noAgenda.ts';
import type { SameKeys } from '../sameKeys.ts';

export default {
  organizerTitle: 'The meeting has no agenda yet',
  organizerWords: 'Put in a programme you already have, or write the items. You see what the invitation will look like before anything is sent.',
  make: 'Make the agenda',
  resume: 'Continue with the agenda',
  attendeeTitle: 'There is no agenda yet',
  attendeeWords: 'When {{name}} puts the agenda in the invitation, it appears here.',
  attendeeWordsNoName: 'When the organiser puts the agenda in the invitation, it appears here.',
  unsavedTitle: 'Save the appointment first',
  unsavedWords:
    'The appointment is not saved in the calendar yet, so the agenda has nothing to belong to. Save or send it in Outlook, then try again.',
  noEventTitle: 'There is no meeting here',
  noEventWords: 'Open Dagsorden from a meeting in the calendar, or choose the meeting from the list of your meetings.',
} satisfies SameKeys<typeof da>;
