import type { Treatment } from '../../meeting/meeting.ts';

/** What I wrote last, by place, since the meeting was read: two quick changes of mine must not look like two people's. */
export type Written = Pick<Map<string, Treatment>, 'get' | 'set' | 'delete' | 'clear'>;

export const createWritten = (): Written => new Map<string, Treatment>();
