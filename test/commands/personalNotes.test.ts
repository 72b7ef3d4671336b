import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import { asItemId, asMeetingKey, asSiteId } from '../../src/meeting/ids.ts';
import { fjordby } from './fjordby.ts';

/** A person's own notes, over the wire: in their own OneDrive, and nobody else's business. */
const town = fjordby();
const pointer = { siteId: asSiteId('fjordby.sharepoint.example,a,b'), closedSiteId: null, key: asMeetingKey('møde: 2026/11-30') };
const item = asItemId('punkt-1');
let ane: Commands;

beforeAll(async () => {
  ane = await town.as('ane.kratholm');
});
beforeEach(() => town.clearFaults());

describe('a note of one’s own', () => {
  test('is empty before it is written, and is read again as it was, on another device too', async () => {
    expect(await ane.notes.readNote(pointer, item)).toBe('');
    expect(await ane.notes.keepNote(pointer, item, '', 'Spørg om **budgettet** æøå')).toBe('Spørg om **budgettet** æøå');
    expect(await (await town.as('ane.kratholm')).notes.readNote(pointer, item)).toBe('Spørg om **budgettet** æøå');
    expect(await ane.notes.readNote(pointer, asItemId('punkt-2'))).toBe('');
  });

  test('is nobody else’s', async () => {
    expect(await (await town.as('ulla.skarvad')).notes.readNote(pointer, item)).toBe('');
  });

  test('written on two devices at once keeps the words of both', async () => {
    const before = await ane.notes.readNote(pointer, item);
    await ane.notes.keepNote(pointer, item, before, `Fra telefonen\n${before}`);
    const both = await ane.notes.keepNote(pointer, item, before, `${before}\nFra pc’en`);
    expect(both.split('\n')).toEqual(['Fra telefonen', before, 'Fra pc’en']);
    const clash = await ane.notes.keepNote(pointer, item, before, 'Helt om');
    expect(clash).toContain('Helt om');
    expect(clash).toContain('Fra telefonen');
  });

  test('can be emptied', async () => {
    const before = await ane.notes.readNote(pointer, item);
    expect(await ane.notes.keepNote(pointer, item, before, '')).toBe('');
    expect(await ane.notes.readNote(pointer, item)).toBe('');
  });

  test('waits in the outbox without a connection, and is gone from the device when the person signs out', async () => {
    const pane = await town.as('ane.kratholm', { kind: 'none' }, { device: 'uden-net' });
    await town.fault({ path: '/approot', cut: 'before', name: 'offline' });
    await expect(pane.notes.keepNote(pointer, item, '', 'venter')).rejects.toMatchObject({ name: 'Offline' });
    expect(pane.outbox.state().pending).toBe(1);
    await pane.session.forgetMe();
    expect(await pane.session.hasUnsent()).toBe(false);
  });

  test('where the organisation has not consented, that is what is told', async () => {
    await town.fault({ path: '/approot', status: 403, code: 'Authorization_RequestDenied', name: 'consent' });
    await expect(ane.notes.readNote(pointer, item)).rejects.toMatchObject({ name: 'ConsentMissing' });
  });
});
