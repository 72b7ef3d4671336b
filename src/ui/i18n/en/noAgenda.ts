import type da from '../da/noAgenda.ts';
import type { SameKeys } from '../sameKeys.ts';

export default {
  organizerTitle: 'The meeting has no agenda yet',
  organizerWords: 'Put in a programme you already have, or write the items. You see what the invitation will look like before anything is sent.',
  make: 'Make the agenda',
  propose: 'Begin with the last meeting or a template',
  resume: 'Continue with the agenda',
  attendeeTitle: 'There is no agenda yet',
  attendeeWords: 'When {{name}} puts the agenda in the invitation, it appears here.',
  attendeeWordsNoName: 'When the organiser puts the agenda in the invitation, it appears here.',
  unsavedTitle: 'The meeting has no agenda yet',
  unsavedWords:
    'The appointment is not saved in the calendar yet. When you begin, Dagsorden saves it with what you have written. Nobody is invited until you send it from Outlook yourself.',
  unsavedMake: 'Save the appointment and make the agenda',
  unsavedBusy: 'Saving the appointment …',
  unsavedOwn: 'I have saved it myself',
  unsavedLate:
    'The appointment is saved, but has not reached the calendar yet. Wait a moment and try again. What you have written in it is still there.',
  noEventTitle: 'There is no meeting here',
  noEventWords: 'Open Dagsorden from a meeting in the calendar, or choose the meeting from the list of your meetings.',
} satisfies SameKeys<typeof da>;
