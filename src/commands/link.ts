import type { MeetingPointer } from '../meeting/meeting.ts';
import { pointerInAddress, pointerPath, readPointer } from '../storage/eventLink.ts';

export type LinkedPage = 'dagsorden' | 'referat';

/** The address that opens a meeting in a plain browser; the same address is the pointer in the invitation. */
export function linkTo(appOrigin: string, pointer: MeetingPointer, page: LinkedPage): string {
  return `${appOrigin}/index.html#${pointerPath(pointer, page === 'referat' ? 'referat' : 'm')}`;
}

/**
 * Reads the pointer out of an address inside the app ("/m?s=…&k=…", with or without #), also where mail has written its signs otherwise;
 * null where there is none.
 */
export function pointerOf(address: string): MeetingPointer | null {
  return readPointer(address) ?? pointerInAddress(address.replace(/^#?\/?\w+(?=\?|%3f)/i, '#/m'));
}
