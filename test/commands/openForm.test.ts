import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Commands } from '../../src/commands/commands.ts';
import { HostFailure, type InvitationForm, type MeetingHint } from '../../src/host/host.ts';
import { isPassing } from '../../src/meeting/errors.ts';
import { joinLinkMeaning, joinLinksIn } from '../../src/meeting/joinLink.ts';
import { pointersInBody } from '../../src/storage/eventLink.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import type { Agenda } from '../../src/meeting/agenda.ts';
import type { Board, CalendarEvent } from '../../src/meeting/meeting.ts';
import { safeLink } from '../meeting/gateways.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { fjordby } from './fjordby.ts';

const town = fjordby();
const ulla = 'ulla.skarvad';
const words = 'Nyt fra havnen';

let board: Board;
beforeAll(async () => {
  const commands = await town.as(ulla);
  const team = (await commands.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await commands.board.prepareBoard(team.teamId, () => undefined);
});

afterEach(async () => {
  vi.unstubAllGlobals();
  await town.clearFaults();
});

describe('an agenda meant for an open form in Outlook', () => {
  test('is put in that form, and nothing is sent: the organiser does that', async () => {
    const mine = await newAppointment('Formularmøde');
    const form = formOf(mine.html);
    const pane = await town.as(ulla, mine.hint, { form });
    const agenda = agendaFor(mine.event);
    expect((await pane.agenda.previewInvitation(mine.event, agenda, board)).sentByForm).toBe(true);
    const file = await pane.agenda.attachAgenda({ event: mine.event, board, agenda, via: 'form' }, () => undefined);
    expect(form.html).toContain(words);
    expect(file.status.agenda).toBe('draft');
    expect(await invitation(mine.event)).toBe(mine.html);
  });

  test.each(['the form of another appointment', 'another appointment that is only read', 'a form that was never saved'] as const)(
    'when the pane was closed midway and the next one stands beside %s: the rows are kept, no invitation is touched, and it asks',
    async (next) => {
      const mine = await newAppointment(`Afbrudt ved ${next}`);
      const other = await newAppointment(`Et andet, ${next}`);
      const agenda = agendaFor(mine.event);
      const device = `device with ${next}`;
      const first = await town.as(ulla, mine.hint, { form: formOf(mine.html), device });
      const form = formOf(other.html);
      const second =
        next === 'another appointment that is only read'
          ? await town.as(ulla, other.hint, { device })
          : await town.as(ulla, next === 'a form that was never saved' ? { kind: 'unsaved' } : other.hint, { form, device });

      // Without locks no pane sees another: the first one is as good as closed.
      vi.stubGlobal('navigator', {});
      await interrupted(first, mine.event, agenda);
      await second.outbox.resume();

      expect(form.html).toBe(other.html);
      expect(await invitation(other.event)).toBe(other.html);
      expect(await invitation(mine.event)).toBe(mine.html);
      expect(second.outbox.state()).toMatchObject({ pending: 0, stuck: [{ command: 'attachAgenda', failure: { name: 'InvitationNotOpen' } }] });
      const steps = second.outbox.state().orders.flatMap((order) => order.steps.map(({ name, state }) => `${name} ${state}`));
      expect(steps).toEqual(['meeting done', 'items done', 'routes skipped', 'pointer done', 'invitation failed', 'notice waiting']);
      const { event } = await second.find.findEvent(mine.event.id);
      const file = await second.find.openMeeting(event!.pointer!);
      expect(file.agenda.items).toEqual(agenda.items);
      expect(file.status.agenda).toBe('draft');

      // She opens the right one and sends it again.
      const right = formOf(mine.html);
      const third = await town.as(ulla, mine.hint, { form: right, device });
      await third.outbox.retry();
      expect(right.html).toContain(words);
      expect(third.outbox.state()).toMatchObject({ pending: 0, stuck: [] });
    },
  );
});

describe('an appointment that is in no calendar yet', () => {
  type Hint = { kind: 'unsaved' | 'event'; eventId?: string };
  /** The form as Outlook shows it: saving puts it into the calendar and gives it a name. */
  const unsaved = async (subject: string, late = 0) => {
    const hint: Hint = { kind: 'unsaved' };
    const form = formOf(`<p>Kære alle, vi ses til ${subject}</p>`);
    form.save = async () => {
      if (hint.kind === 'event') return;
      const made = await newAppointment(subject, form.html);
      if (late > 0) await town.fault({ method: 'GET', path: '/me/events/', count: late, status: 404, code: 'ErrorItemNotFound' });
      Object.assign(hint, made.hint);
    };
    return { hint: hint as MeetingHint, form };
  };

  test('is saved by Dagsorden, and its agenda is made at once; what was typed stands below it', async () => {
    const { hint, form } = await unsaved('Ny aftale');
    const pane = await town.as(ulla, hint, { form });
    expect(await pane.find.findMeeting()).toEqual({ event: null, pointer: null });
    const { event } = (await pane.find.saveAppointment())!;
    expect(event).toMatchObject({ subject: 'Ny aftale', iAmOrganizer: true, pointer: null });
    await pane.agenda.attachAgenda({ event: event!, board, agenda: agendaFor(event!), via: 'form' }, () => undefined);
    expect(form.html).toContain(words);
    expect(form.html).toContain('Kære alle, vi ses til Ny aftale');
  });

  test('that comes late to the server is waited for', async () => {
    const { hint, form } = await unsaved('Sen aftale', 2);
    const pane = await town.as(ulla, hint, { form });
    expect((await pane.find.saveAppointment())?.event).toMatchObject({ subject: 'Sen aftale' });
  });

  test('and that Outlook will not save is told as Outlook’s refusal, with the form as it was', async () => {
    const { hint, form } = await unsaved('Uden lov');
    const before = form.html;
    form.save = () => Promise.reject(new HostFailure('NotAllowed', 'as Outlook says', { detail: { what: 'saveAsync' } }));
    const pane = await town.as(ulla, hint, { form });
    await expect(pane.find.saveAppointment()).rejects.toMatchObject({ name: 'NotAllowed', detail: { what: 'saveAsync' } });
    expect(form.html).toBe(before);
  });

  test('is found without another word when she has saved it in Outlook herself', async () => {
    const { hint, form } = await unsaved('Selv gemt');
    form.lookAgain = form.save;
    const pane = await town.as(ulla, hint, { form });
    expect((await pane.find.findMeeting()).event).toMatchObject({ subject: 'Selv gemt' });
  });
});

describe('an invitation with a picture in it, too large for Outlook’s form', () => {
  const withPicture = (html: string) => html.replace(/(<body[^>]*>)?/, `$1<img src="data:image/png;base64,${'A'.repeat(1_000_000)}">`);

  test('is refused by name; the rows are kept, the form is as it was, and nothing waits to be tried again', async () => {
    const mine = await newAppointment('Med billede');
    const form = formOf(withPicture(mine.html));
    const before = form.html;
    const pane = await town.as(ulla, mine.hint, { form });
    const order = { event: mine.event, board, agenda: agendaFor(mine.event) };
    const refused = await pane.agenda.attachAgenda({ ...order, via: 'form' }, () => undefined).catch((error: unknown) => error);
    expect(refused).toMatchObject({ name: 'TooLarge', detail: { about: 'invitation', what: 'body.setAsync' } });
    expect(isPassing(refused)).toBe(false);
    expect(pane.outbox.state()).toMatchObject({ pending: 0, stuck: [], refused: true });
    expect(form.html).toBe(before);

    // The two ways on, one after the other.
    await pane.agenda.attachAgenda({ ...order, via: 'link' }, () => undefined);
    expect(form.html.endsWith(before)).toBe(true);
    expect(pointersInBody(form.html).map(({ key }) => key)).toEqual([mine.event.key]);
    expect(form.html).not.toContain(words);
    await pane.agenda.attachAgenda({ ...order, via: 'link' }, () => undefined);
    expect(form.html.match(/dagsorden-agenda/g)).toHaveLength(1);
    const { event } = await pane.find.findEvent(mine.event.id);
    const file = await pane.agenda.attachAgenda({ ...order, event: event!, via: 'graph' }, () => undefined);
    expect(file.status.agenda).toBe('sent');
    expect(await invitation(mine.event)).toContain(words);
  });
});

describe('an agenda that waited, and that the form is too large for by then', () => {
  const waited = async (subject: string) => {
    const mine = await newAppointment(subject);
    const device = `device of ${subject}`;
    const first = await town.as(ulla, mine.hint, { form: formOf(mine.html), device });
    vi.stubGlobal('navigator', {});
    await interrupted(first, mine.event, agendaFor(mine.event));
    const form = formOf(`<img src="data:image/png;base64,${'A'.repeat(1_000_000)}">${mine.html}`);
    const pane = await town.as(ulla, mine.hint, { form, device });
    await pane.outbox.resume();
    const { pending, stuck } = pane.outbox.state();
    expect([pending, stuck.map(({ failure }) => failure.name)]).toEqual([0, ['TooLarge']]);
    return { mine, form, pane, id: stuck[0]!.id };
  };

  test('is sent past the form', async () => {
    const { mine, pane, id } = await waited('Ventet for stor');
    await pane.outbox.sendAnotherWay(id, 'graph');
    expect(pane.outbox.state()).toMatchObject({ pending: 0, stuck: [], orders: [] });
    expect(await invitation(mine.event)).toMatch(new RegExp(words));
    const { event } = await pane.find.findEvent(mine.event.id);
    expect((await pane.find.openMeeting(event!.pointer!)).status.agenda).toBe('sent');
  });

  test('puts its link alone in the form', async () => {
    const { mine, form, pane, id } = await waited('Ventet, kun link');
    const before = form.html;
    await pane.outbox.sendAnotherWay(id, 'link');
    expect(pane.outbox.state()).toMatchObject({ pending: 0, stuck: [], orders: [] });
    expect(form.html.endsWith(before)).toBe(true);
    expect(pointersInBody(form.html).map(({ key }) => key)).toEqual([mine.event.key]);
    expect(await invitation(mine.event)).toBe(mine.html);
  });

  test('stays as it is where it is asked for by an id that is gone', async () => {
    const { pane } = await waited('Ventet, væk');
    await pane.outbox.sendAnotherWay('none', 'graph');
    expect(pane.outbox.state().stuck).toHaveLength(1);
  });
});

describe('an invitation somebody has written in', () => {
  test('keeps the sentence below the link and in the table, tells of them before, and has one agenda and its join link', async () => {
    const mine = await newAppointment('Skrevet i');
    const form = formOf(mine.html);
    const pane = await town.as(ulla, mine.hint, { form });
    const agenda = agendaFor(mine.event);
    const first = await pane.agenda.attachAgenda({ event: mine.event, board, agenda, via: 'form' }, () => undefined);
    // Outlook takes the id away; she types below the link, and in a row.
    form.html = form.html
      .replace('id="dagsorden-agenda"', '')
      .replace('</a></p>', '</a></p><p>Husk madpakken</p>')
      .replace(words, `${words} (Ane er forsinket)`);
    const next = { ...agenda, items: agenda.items.map((item, at) => (at === 1 ? { ...item, title: 'Eventuelt og tak' } : item)) };
    const preview = await pane.agenda.previewInvitation(mine.event, next, board);
    expect(preview.kept.join(' ')).toContain('Ane er forsinket');
    expect(preview.goes).toEqual([]);
    await pane.agenda.attachAgenda({ event: mine.event, board, agenda: next, base: first.agenda.items, via: 'form' }, () => undefined);
    expect(form.html).toContain('Husk madpakken');
    expect(form.html).toContain('Ane er forsinket');
    expect(form.html).toContain('Eventuelt og tak');
    expect(form.html.match(/Åbn dagsordenen og meld afbud/g)).toHaveLength(1);
    expect(joinLinksIn(form.html).map(joinLinkMeaning)).toEqual(joinLinksIn(mine.html).map(joinLinkMeaning));
  });
});

describe('the join link in an Outlook that rewrites the body', () => {
  test.each([
    ['with other escapes', (link: string) => link.replace(/%[0-9a-f]{2}/g, (escape) => escape.toUpperCase())],
    ['on the new host', (link: string) => link.replace('teams.microsoft.com', 'teams.cloud.microsoft')],
    ['inside Safe Links', (link: string) => safeLink(link.replaceAll('&amp;', '&')).replaceAll('&', '&amp;')],
  ])('is still there %s', async (how, written) => {
    const mine = await newAppointment(`Omskrevet ${how}`);
    const form = rewriting(mine.html, written);
    const pane = await town.as(ulla, mine.hint, { form });
    await pane.agenda.attachAgenda({ event: mine.event, board, agenda: agendaFor(mine.event), via: 'form' }, () => undefined);
    expect(form.html).toContain(words);
    expect(joinLinksIn(form.html)).not.toEqual(joinLinksIn(mine.html));
  });

  test('is not when it lost its context: the form is put back as it was', async () => {
    const mine = await newAppointment('Mistet');
    let writes = 0;
    const form = rewriting(mine.html, (link) => ((writes += 1) === 1 ? link.replace(/\?.*$/, '') : link));
    const pane = await town.as(ulla, mine.hint, { form });
    const attached = pane.agenda.attachAgenda({ event: mine.event, board, agenda: agendaFor(mine.event), via: 'form' }, () => undefined);
    await expect(attached).rejects.toMatchObject({ name: 'InvitationChanged' });
    expect(form.html).toBe(mine.html);
  });
});

describe('an agenda for a meeting whose form is not the open one', () => {
  test('is shown as it will be in its own invitation, and goes there', async () => {
    const mine = await newAppointment('Valgt på listen');
    const other = await newAppointment('Den åbne formular');
    const form = formOf(other.html);
    const pane = await town.as(ulla, other.hint, { form });
    const agenda = agendaFor(mine.event);
    const preview = await pane.agenda.previewInvitation(mine.event, agenda, board);
    expect(preview.sentByForm).toBe(false);
    expect(preview.html).toContain('Programmet for Valgt på listen');
    const file = await pane.agenda.attachAgenda({ event: mine.event, board, agenda, via: 'graph' }, () => undefined);
    expect(file.status.agenda).toBe('sent');
    expect(await invitation(mine.event)).toContain(words);
    expect(form.html).toBe(other.html);
  });
});

/** Cut at the first row; what was ordered waits on the device. */
async function interrupted(pane: Commands, event: CalendarEvent, agenda: Agenda): Promise<void> {
  await town.fault({ method: 'POST', path: '/lists/', count: 1, cut: 'before' });
  await expect(pane.agenda.attachAgenda({ event, board, agenda, via: 'form' }, () => undefined)).rejects.toSatisfy(isPassing);
  expect(pane.outbox.state().pending).toBe(1);
  await town.clearFaults();
}

function agendaFor(event: CalendarEvent): Agenda {
  const agenda = agendaOf([`1 ${words} @09.00-09.20`, '2 Evt'], { start: at('09.00'), title: event.subject });
  return { ...agenda, items: agenda.items.map((item) => ({ ...item, id: asItemId(`${event.subject}/${item.id}`) })) };
}

/** What stands in an open form, until somebody presses Send there. */
function formOf(html: string): InvitationForm & { html: string } {
  return {
    html,
    save: async () => undefined,
    lookAgain: async () => undefined,
    async readHtml() {
      return this.html;
    },
    async writeHtml(next) {
      if (next.length > 1_000_000) throw new HostFailure('TooLarge', 'as office.js does', { detail: { what: 'body.setAsync' } });
      this.html = next;
    },
    async prependHtml(first) {
      this.html = first + this.html;
    },
  };
}

/** A form that writes the join link in its own way. */
function rewriting(html: string, written: (link: string) => string): InvitationForm & { html: string } {
  const form = formOf(html);
  form.writeHtml = async (next) => {
    form.html = next.replace(/https:\/\/teams\.microsoft\.com\/l\/meetup-join\/[^"]+/, written);
  };
  return form;
}

interface Appointment {
  readonly event: CalendarEvent;
  /** As Outlook names it: by the REST id, which is not the one Dagsorden asks Graph for. */
  readonly hint: MeetingHint;
  readonly html: string;
}

async function newAppointment(subject: string, content = `<p>Programmet for ${subject}</p>`): Promise<Appointment> {
  const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  const { body } = await town.ask(ulla, '/me/events', {
    method: 'POST',
    body: {
      subject,
      body: { contentType: 'html', content },
      start: { dateTime: `${day}T09:00:00`, timeZone: 'Europe/Copenhagen' },
      end: { dateTime: `${day}T10:00:00`, timeZone: 'Europe/Copenhagen' },
      isOnlineMeeting: true,
      onlineMeetingProvider: 'teamsForBusiness',
      attendees: [{ type: 'required', emailAddress: { address: 'ane.kratholm@fjordby.example', name: 'Ane Kratholm' } }],
    },
  });
  const restId = (body as { id: string }).id;
  const { event } = await (await town.as(ulla)).find.findEvent(restId);
  expect(event!.id).not.toBe(restId);
  return { event: event!, hint: { kind: 'event', eventId: restId }, html: await invitation(event!) };
}

/** The event's HTML in the organiser's mailbox. */
async function invitation({ id }: CalendarEvent): Promise<string> {
  const answer = await town.ask(ulla, `/me/events/${id}?$select=body`);
  return (answer.body as { body: { content: string } }).body.content;
}
