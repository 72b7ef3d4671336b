import type { FollowUp } from '../../src/meeting/followUp.ts';
import { asItemId, asMeetingKey } from '../../src/meeting/ids.ts';

const ane = { id: 'ane', name: 'Ane Kratholm', email: 'ane.kratholm@fjordby.example' };
/** Something that is to be done, at its plainest. */
export const followUpOf = (fields: Partial<FollowUp> = {}): FollowUp => ({
  id: 'a',
  key: asMeetingKey('m'),
  itemId: asItemId('item-1'),
  decision: null,
  openness: 'open',
  what: 'Skrive notat',
  owner: ane,
  due: '2026-12-01',
  state: 'open',
  stateBy: 'Ulla',
  stateAt: '2026-09-03T10:00:00Z',
  writtenBy: 'Ulla',
  writtenAt: '2026-09-03T10:00:00Z',
  itemTitle: '1 Nyt',
  meetingTitle: 'Direktionsmøde',
  toDoDone: null,
  toDoDue: null,
  decidedDue: null,
  ...fields,
});
