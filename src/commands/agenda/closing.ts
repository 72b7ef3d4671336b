// What only the copies of an item need, before it is closed and after, and what brings agenda, calendar and invitation together: fetched with the first of them.
export { closeInMinutes } from '../publish/closeInMinutes.ts';
export { tellOfClosing } from '../publish/tellOfClosing.ts';
export { acceptDisclosures, acceptedDisclosures } from './acceptedDisclosures.ts';
export { copiesOfItem } from './copiesOfItem.ts';
export { changeTimes } from './changeTimes.ts';
export { moveMeeting } from './moveMeeting.ts';
export { updateInvitation } from './updateInvitation.ts';
