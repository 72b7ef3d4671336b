/** What the ids of guests' events begin with (guests.ts): no meeting of its own stands in such an event. */
export const GUEST_PREFIX = 'dagsorden';

export const isGuestId = (id: string | null | undefined): boolean => id?.startsWith(`${GUEST_PREFIX}-`) ?? false;
