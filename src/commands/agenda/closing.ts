// What only the copies of an item need, before it is closed and after: fetched when somebody begins to close or open one.
export { closeInMinutes } from '../publish/closeInMinutes.ts';
export { tellOfClosing } from '../publish/tellOfClosing.ts';
export { acceptDisclosures, acceptedDisclosures } from './acceptedDisclosures.ts';
export { copiesOfItem } from './copiesOfItem.ts';
export { updateInvitation } from './updateInvitation.ts';
