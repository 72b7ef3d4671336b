import type da from '../da/answers.ts';
import type { SameKeys } from '../sameKeys.ts';

export default {
  title: 'Answers and apologies',
  summary: {
    invited_one: '{{count}} invited',
    invited_other: '{{count}} invited',
    accepted_one: '{{count}} yes',
    accepted_other: '{{count}} yes',
    tentative_one: '{{count}} maybe',
    tentative_other: '{{count}} maybe',
    apologies_one: '{{count}} apology',
    apologies_other: '{{count}} apologies',
    none_one: '{{count}} has not answered',
    none_other: '{{count}} have not answered',
    groups_one: '{{count}} group',
    groups_other: '{{count}} groups',
  },
  suggestion: {
    words: '{{name}} has declined in Outlook. Is that an apology?',
    confirm: 'Confirm the apology',
    confirmFor: 'Confirm the apology from {{name}}',
    busy: 'Saving …',
    done: 'The apology from {{name}} is saved.',
    queued: 'The apology from {{name}} is kept on your device and will be saved as soon as possible.',
    undoQueued: 'The apology from {{name}} will be withdrawn as soon as possible.',
  },
  table: {
    name: 'Name',
    answer: 'Answer',
    apology: 'Apology',
  },
  answer: {
    organizer: 'Organiser',
    accepted: 'Yes',
    tentative: 'Maybe',
    declined: 'No in Outlook',
    none: 'No answer',
    notInvited: 'Not on the invitation',
    perhapsInvited: 'Perhaps invited through a group',
    group: 'Group',
  },
  optional: 'optional',
  apology: {
    meeting: 'Apology',
    items: 'Apology for {{items}}',
    substitute: 'substitute: {{name}}',
    enteredBy: 'entered by {{name}}',
  },
  earlier: {
    answer: 'answered before the meeting was moved. Ask again.',
    apology: 'given for the meeting on {{day}}. Ask again.',
    stands: 'Still stands',
    standsFor: 'The apologies of {{name}} still stand',
    comes: 'Comes after all',
    comesFor: '{{name}} comes after all',
  },
  hint: 'A yes in the calendar is not attendance. Attendance is noted at the meeting.',
  access: {
    title: 'Can somebody not open the meeting?',
    what: 'Dagsorden lies on the team’s site. Whoever is neither a member nor a guest of the team reads the agenda in the invitation, and sends an apology by declining in the calendar with a comment. An owner of the team can give access.',
    label: 'Message to an owner of the team',
    message:
      'Hi. Will you give access to the team “{{team}}” (as a member, or as a guest for people from outside), so that everybody invited to “{{title}}” can read the agenda and send an apology? It is about: …',
  },
  groupHint: 'Dagsorden cannot see who is in a group. It is not counted among those who have not answered.',
  notAsked: 'The directory does not answer just now. A person with several addresses may stand here twice, and a group as a person.',
} satisfies SameKeys<typeof da>;
