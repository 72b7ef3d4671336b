import type { SameKeys } from '../sameKeys.ts';
import type da from '../da/guests.ts';

export default {
  title: 'Guests at single items',
  open_one: '{{count}} presenter is not invited',
  open_other: '{{count}} presenters are not invited',
  show: 'Invite guests',
  lead: 'A guest gets an invitation of their own for the time of the item. It tells the title of the item, time, place and the link to the online meeting, and nothing else. A closed item stands with its neutral title.',
  email: 'E-mail address of {{name}}',
  badEmail: 'Write an e-mail address, such as name@company.com',
  noTime: 'The item has no time yet. Give it one before the guest is invited.',
  invite: 'Send invitation',
  invited: 'Invited {{when}}',
  answer: { accepted: 'Has said yes', declined: 'Has said no', tentative: 'Has answered perhaps', none: 'Has not answered' },
  stale: 'The invitation shows an older time, title or place. Now: {{when}}',
  gone: 'Not to come any more. The invitation still stands in the calendar.',
  goneItem: 'The item is gone',
  update_one: 'Update the invitation of the guest',
  update_other: 'Update the invitations of the guests ({{count}})',
  sent: 'The invitation was sent to {{name}}.',
  updated: 'The invitations of the guests are updated.',
  kept: 'Waits for a connection and is sent by itself.',
} satisfies SameKeys<typeof da>;
