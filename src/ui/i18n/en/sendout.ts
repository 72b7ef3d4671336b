import type da from '../da/sendout.ts';
import type { SameKeys } from '../sameKeys.ts';

export default {
  live: {
    writes: '{{name}} is writing here now',
    alsoHere_one:
      '{{names}} is writing in this item too. Lines that only one of you changes are merged when you save; the rest is shown side by side.',
    alsoHere_other:
      '{{names}} are writing in this item too. Lines that only one of you changes are merged when you save; the rest is shown side by side.',
    changed: 'The agenda has changed.',
    changedBy: '{{names}} changed the agenda.',
    lost: 'Somebody has removed or closed the item you are writing in. Your words still stand here: copy them before you cancel.',
  },
  unsent: {
    form_one: 'The agenda is in the invitation. Press Send in Outlook, and {{count}} participant gets it.',
    form_other: 'The agenda is in the invitation. Press Send in Outlook, and {{count}} participants get it.',
    form_zero: 'The agenda is in the invitation. Save the appointment in Outlook.',
    calendar: 'The agenda is in the invitation, but it has not been sent. Open the meeting in Outlook, and press Send.',
  },
  absent: {
    draft: 'The agenda is a draft. It is not in the invitation yet.',
    gone: 'The agenda is no longer in the invitation.',
    put: 'See and send it',
  },
  stale: {
    title: 'The invitation shows an older agenda',
    lead: 'Nothing has been sent. Participants get an update when you choose to send it.',
    added: 'New: {{after}}',
    changed: '{{before}} becomes {{after}}',
    removed: 'Gone: {{before}}',
    order: 'The items stand in another order.',
    update_zero: 'Update the invitation',
    update_one: 'Update the invitation for {{count}}',
    update_other: 'Update the invitation for {{count}}',
    updated: 'The invitation has been updated.',
    inForm: 'The text has been changed in the open appointment. Press Send in Outlook, and the others get it.',
    kept: 'The update waits for a connection and is sent by itself.',
  },
  supplement: {
    choose_one: 'Send the new item as a supplementary agenda. It is marked in the invitation.',
    choose_other: 'Send the {{count}} new items as a supplementary agenda. They are marked in the invitation.',
  },
  news: {
    title: 'New since you read it {{day}}',
    added: 'New item: {{title}}',
    changed: '{{title}}: {{fields}}',
    removed_one: '{{count}} item has been taken off the agenda.',
    removed_other: '{{count}} items have been taken off the agenda.',
    field: {
      title: 'title',
      time: 'time',
      presenters: 'presenter',
      text: 'text',
      papers: 'papers',
      openness: 'open or closed',
    },
    read: 'I have read it',
  },
  views: {
    label: 'As it looks to',
    invitation: 'The invitation',
    outside: 'Everybody in Dagsorden',
    circle: 'The closed circle',
    outsideLead: 'This is the agenda as everybody sees it who may open it.',
    circleLead: 'This is the agenda for those who may read closed items. Nobody else sees it.',
  },
  disclosures: {
    title: 'May this be sent?',
    lead: 'It looks like something about a person. Nothing is blocked by it.',
    kind: {
      cpr: 'Personal number: {{words}}',
      phone: 'Telephone number: {{words}}',
      email: 'E-mail address: {{words}}',
      health: 'A word about health: “{{words}}”',
    },
    accept: 'It may stand',
    acceptOf: 'It may stand: {{words}}',
    acceptAll: 'All of it may stand',
  },
} satisfies SameKeys<typeof da>;
