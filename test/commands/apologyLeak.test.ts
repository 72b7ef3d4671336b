import { openDB } from 'idb';
import { expect, test, vi } from 'vitest';
import { asItemId } from '../../src/meeting/ids.ts';
import { LISTS } from '../../src/storage/lists.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { fjordby } from './fjordby.ts';

// The message goes to the organiser in the calendar's answer, and stays nowhere else: planted words are looked for wherever the product keeps or tells anything.

const town = fjordby();
const MARK = 'hemmelighed-7Q2';

test(
  'the words of a message, and reasons in a pasted list, are in no list, version, message, log or store of the device',
  { timeout: 60_000 },
  async () => {
    const ulla = await town.as('ulla.skarvad');
    const team = (await ulla.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
    const board = await ulla.board.prepareBoard(team.teamId, () => undefined);
    const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
    const made = await town.ask('ulla.skarvad', '/me/events', {
      method: 'POST',
      body: {
        subject: 'Møde',
        start: { dateTime: `${day}T09:00:00`, timeZone: 'Europe/Copenhagen' },
        end: { dateTime: `${day}T10:00:00`, timeZone: 'Europe/Copenhagen' },
        attendees: ['ane.kratholm', 'lene.vadgaard'].map((name) => ({
          type: 'required',
          emailAddress: { address: `${name}@fjordby.example`, name },
        })),
      },
    });
    const event = (await ulla.find.findEvent((made.body as { id: string }).id)).event!;
    const plain = agendaOf(['1 Nyt'], { start: at('09.00'), title: 'Møde' });
    const agenda = { ...plain, items: plain.items.map((item) => ({ ...item, id: asItemId(`leak/${item.id}`) })) };
    const file = await ulla.agenda.attachAgenda({ event, board, agenda }, () => undefined);

    const device = 'the device that keeps no words';
    const ane = await town.as('ane.kratholm', { kind: 'none' }, { device });
    const mine = (await ane.find.findMyEvent(file))!;
    const scope = { kind: 'items', itemIds: [agenda.items[0]!.id] } as const;
    await ane.apology.sendApology({ file, event: mine, scope, substitute: null, message: MARK, hold: 200 });
    const opened = await ane.find.openMeeting(file.pointer);
    const staffVerbs = await ane.attendance.staff();
    const staff = {
      from: staffVerbs.me(),
      chair: { id: town.idOf('lene.vadgaard'), name: 'Lene Vadgaard', email: null },
      secretary: null,
      text: await staffVerbs.message(file, { kind: 'apology', name: 'Ane Kratholm', isPart: false }),
      until: file.occasion.end,
    };
    await ane.apology.sendApology({ file: opened, event: mine, scope: { kind: 'meeting' }, substitute: null, message: MARK, hold: 200, staff });
    await vi.waitFor(() => expect(ane.outbox.state()).toMatchObject({ pending: 0, held: 0, orders: [] }), { timeout: 20_000, interval: 50 });
    for (const { name, substitute } of await ulla.attendance.readApologies(`Afbud: Lene Vadgaard (${MARK}, ferie)`)) {
      expect(name).toBe('Lene Vadgaard');
      await ulla.attendance.confirmApology(file, { id: null, name, email: null }, { way: 'mail', substitute });
    }

    const found: string[] = [];
    let told = 0;
    const look = (where: string, what: unknown) => JSON.stringify(what ?? null).includes(MARK) && found.push(where);
    for (const { name, place } of LISTS) {
      if (place === 'closed') continue;
      const path = `/sites/${board.siteId}/lists/${name}/items`;
      const { body } = await town.ask('ulla.skarvad', `${path}?$expand=fields`);
      look(name, body);
      for (const { id } of (body as { value?: { id: string }[] }).value ?? [])
        look(`${name} versions`, (await town.ask('ulla.skarvad', `${path}/${id}/versions?$expand=fields`)).body);
    }
    look('the log of requests', await town.log());
    look('the channel', (await town.ask('ulla.skarvad', `/teams/${board.teamId}/channels/${board.channelId}/messages`)).body);
    look('the invitation', (await town.ask('ulla.skarvad', `/me/events/${event.id}`)).body);
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const database = await openDB(name);
      for (const store of database.objectStoreNames) look(`${name} ${store}`, await database.getAll(store));
      database.close();
    }
    for (const person of ['ulla.skarvad', 'lene.vadgaard']) {
      const { value } = (await town.ask(person, '/me/chats')).body as { value: { id: string }[] };
      for (const { id } of value) {
        const { body } = await town.ask(person, `/chats/${id}/messages`);
        look(`a chat of ${person}`, body);
        if (JSON.stringify(body).includes(staff.text.slice(0, 40))) told += 1;
      }
    }
    const now = await ulla.find.openMeeting(file.pointer);
    for (const format of ['md', 'html', 'txt', 'json'] as const) {
      const { bytes } = await ulla.exports.makeFile(now, { what: 'agenda', format, edition: 'open', itemId: null });
      look(`the agenda as ${format}`, new TextDecoder().decode(bytes));
    }
    look('what the overview reads', now);
    expect(found).toEqual([]);
    // The message that was told to the chair is names alone, and is where it belongs.
    expect(told).toBe(1);
    // And the record is there.
    expect((await ulla.find.openMeeting(file.pointer)).apologies).toHaveLength(2);
  },
);
