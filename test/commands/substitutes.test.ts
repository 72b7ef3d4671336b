import { beforeAll, describe, expect, test } from 'vitest';
import { standing } from '../../src/meeting/apologies.ts';
import { asItemId } from '../../src/meeting/ids.ts';
import type { Board, CalendarEvent, MeetingFile, Person } from '../../src/meeting/meeting.ts';
import { peopleListed } from '../../src/meeting/peopleListed.ts';
import { plainProfile } from '../../src/meeting/profile.ts';
import { callsAsStandIn } from '../../src/meeting/substitutes.ts';
import { agendaOf, at } from '../meeting/agendas.ts';
import { fjordby } from './fjordby.ts';

// Stand-ins: called, coming, declined and called off, with the invitation that follows. All over HTTP.

const town = fjordby();
const secretary = 'ulla.skarvad';
const whole = { kind: 'meeting' } as const;
const named = (name: string, email: string): Person => ({ id: town.idOf(email), name, email: `${email}@fjordby.example` });

let board: Board;
beforeAll(async () => {
  const commands = await town.as(secretary);
  const team = (await commands.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  board = await commands.board.prepareBoard(team.teamId, () => undefined);
});

let days = 0;
/** A meeting to which Ane and Lene are invited; Ane has sent an apology. */
async function meeting(subject: string, invited: readonly string[] = ['ane.kratholm', 'lene.vadgaard']) {
  const day = new Date(Date.now() + (20 + (days += 1)) * 86_400_000).toISOString().slice(0, 10);
  const { body } = await town.ask(secretary, '/me/events', {
    method: 'POST',
    body: {
      subject,
      start: { dateTime: `${day}T09:00:00`, timeZone: 'Europe/Copenhagen' },
      end: { dateTime: `${day}T12:00:00`, timeZone: 'Europe/Copenhagen' },
      attendees: invited.map((name) => ({ type: 'required', emailAddress: { address: `${name}@fjordby.example`, name } })),
    },
  });
  const ulla = await town.as(secretary);
  const event = (await ulla.find.findEvent((body as { id: string }).id)).event!;
  const plain = agendaOf(['1 Nyt @09.00-09.20', '2 Budget @09.20-10.00'], { start: at('09.00'), title: subject });
  const agenda = { ...plain, items: plain.items.map((item) => ({ ...item, id: asItemId(`${subject}/${item.id}`) })) };
  const file = await ulla.agenda.attachAgenda({ event, board, agenda }, () => undefined);
  const ane = await town.as('ane.kratholm');
  const apology = await ane.apology.sendApology({ file, event: await ane.find.findMyEvent(file), scope: whole, substitute: null, message: '' });
  return { event, file, ulla, ane, apology, verbs: await ulla.attendance.substitutes() };
}

const invitedTo = async (event: CalendarEvent): Promise<string[]> =>
  (await (await town.as(secretary)).find.findEvent(event.id))
    .event!.invitees.map(({ email }) => (email ?? '').replace('@fjordby.example', ''))
    .sort();
const now = async (event: CalendarEvent) => (await (await town.as(secretary)).find.findEvent(event.id)).event!;
const told = async (file: MeetingFile, event: CalendarEvent, person = secretary) => {
  const verbs = await (await town.as(person)).attendance.substitutes();
  const copy = person === secretary ? await now(event) : null;
  return (await verbs.read(file, copy)).calls.map(({ person: { name }, state, told: by }) => `${name} ${state} ${by}`);
};
/** What stands in the list, in the order it was written. */
const written = async (file: MeetingFile) => (await town.storeOf(secretary).substituteActs(file.pointer)).acts.map(({ act }) => act);
const mails = async (person: string, subject: string): Promise<number> =>
  (
    (
      await town.ask(
        person,
        `/me/calendarView?startDateTime=${new Date().toISOString()}&endDateTime=${new Date(Date.now() + 90 * 86_400_000).toISOString()}&$top=200`,
      )
    ).body as {
      value: { subject: string; isCancelled: boolean }[];
    }
  ).value.filter((event) => event.subject.includes(subject) && !event.isCancelled).length;

const torkil = () => named('Torkil Bækhøj', 'torkil.baekhoej');
const poul = () => named('Poul Kringelholm', 'poul.kringelholm');
const anePerson = () => named('Ane Kratholm', 'ane.kratholm');

describe('calling somebody', () => {
  test('puts them on the invitation, and their answer in Outlook is seen', async () => {
    const { event, file, verbs } = await meeting('Indkald én');
    await verbs.call(file, event, { person: torkil(), insteadOf: anePerson() }, []);
    expect(await invitedTo(event)).toEqual(['ane.kratholm', 'lene.vadgaard', 'torkil.baekhoej']);
    expect(await told(file, event)).toEqual(['Torkil Bækhøj called act']);
    const theirs = await town.as('torkil.baekhoej');
    const mine = (await theirs.find.findMyEvent(file))!;
    await theirs.apology.comeToMeeting(file, mine);
    expect(await told(file, event)).toEqual(['Torkil Bækhøj coming calendar']);
  });

  test('only the one who is called is written to', async () => {
    const { event, file, verbs } = await meeting('Kun én får besked');
    const before = await now(event);
    await verbs.call(file, event, { person: torkil(), insteadOf: anePerson() }, []);
    expect(await mails('torkil.baekhoej', 'Kun én får besked')).toBe(1);
    // Ane has declined, so the meeting had left her calendar: nothing brings it back.
    expect(await mails('ane.kratholm', 'Kun én får besked')).toBe(0);
    const after = await now(event);
    expect(after.invitees.filter(({ name }) => !name.includes('Torkil'))).toMatchObject(
      before.invitees.map(({ name, email, optional }) => ({ name, email, optional })),
    );
  });

  test('is done once by two who do it at once, and the second who calls another is told', async () => {
    const { event, file, verbs } = await meeting('To på én gang');
    const other = await (await town.as(secretary)).attendance.substitutes();
    await Promise.all([verbs, other].map((each) => each.call(file, event, { person: torkil(), insteadOf: anePerson() }, [])));
    expect(await told(file, event)).toEqual(['Torkil Bækhøj called act']);
    await expect(other.call(file, event, { person: poul(), insteadOf: anePerson() }, [])).rejects.toMatchObject({ name: 'Conflict' });
    expect(await told(file, event)).toEqual(['Torkil Bækhøj called act']);
    expect(await invitedTo(event)).toEqual(['ane.kratholm', 'lene.vadgaard', 'torkil.baekhoej']);
  });

  test('of two who call for two members at once both come on the invitation', async () => {
    const { event, file, verbs } = await meeting('To for to');
    const lene = await town.as('lene.vadgaard');
    await lene.apology.sendApology({ file, event: await lene.find.findMyEvent(file), scope: whole, substitute: null, message: '' });
    const other = await (await town.as(secretary)).attendance.substitutes();
    await Promise.all([
      verbs.call(file, event, { person: torkil(), insteadOf: anePerson() }, []),
      other.call(file, event, { person: poul(), insteadOf: named('Lene Vadgaard', 'lene.vadgaard') }, []),
    ]);
    expect(await invitedTo(event)).toEqual(['ane.kratholm', 'lene.vadgaard', 'poul.kringelholm', 'torkil.baekhoej']);
  });

  test.each(['before', 'after'] as const)('an answer that is lost %s the row or the invitation was written doubles nothing', async (cut) => {
    const { event, file, verbs } = await meeting(`Tabt svar ${cut}`);
    await town.fault({ method: 'POST', path: 'DagsordenStedfortraedere', count: 1, cut });
    await town.fault({ method: 'PATCH', path: '/me/events/', count: 1, cut });
    await verbs.call(file, event, { person: torkil(), insteadOf: anePerson() }, []).catch(() => undefined);
    await town.clearFaults();
    const ulla = await town.as(secretary);
    await (await ulla.attendance.substitutes()).call(file, await now(event), { person: torkil(), insteadOf: anePerson() }, []);
    expect(await told(file, event)).toEqual(['Torkil Bækhøj called act']);
    expect(await invitedTo(event)).toEqual(['ane.kratholm', 'lene.vadgaard', 'torkil.baekhoej']);
  });

  test('is refused where the member comes after all', async () => {
    const { event, file, ane, apology, verbs } = await meeting('Kommer alligevel');
    await ane.apology.withdrawApology(file, apology);
    await expect(verbs.call(file, event, { person: torkil(), insteadOf: anePerson() }, [])).rejects.toMatchObject({ name: 'Conflict' });
    expect(await told(file, event)).toEqual([]);
    expect(await invitedTo(event)).toEqual(['ane.kratholm', 'lene.vadgaard']);
  });

  test('an invitation that cannot be changed leaves the call standing, to be invited later', async () => {
    const { event, file, verbs } = await meeting('Kan ikke inviteres');
    await town.fault({ method: 'PATCH', path: '/me/events/', count: 20, status: 403 });
    expect(await verbs.call(file, event, { person: torkil(), insteadOf: anePerson() }, [])).toMatchObject({ name: 'NotAllowed' });
    expect(await verbs.invite(file, event)).toMatchObject({ name: 'NotAllowed' });
    await town.clearFaults();
    expect(await told(file, event)).toEqual(['Torkil Bækhøj called act']);
    expect(await invitedTo(event)).toEqual(['ane.kratholm', 'lene.vadgaard']);
    expect(await verbs.invite(file, event)).toBeNull();
    expect(await invitedTo(event)).toEqual(['ane.kratholm', 'lene.vadgaard', 'torkil.baekhoej']);
  });
});

describe('an answer that waited', () => {
  test('does not go before a newer one, neither in the rows nor in the calendar', async () => {
    const { event, file, verbs } = await meeting('Svaret fra før');
    await verbs.call(file, event, { person: torkil(), insteadOf: anePerson() }, []);
    const phone = await town.as('torkil.baekhoej', { kind: 'none' }, { device: 'the phone of a stand-in' });
    const mine = (await phone.find.findMyEvent(file))!;
    const onPhone = await phone.attendance.substitutes();
    const [call] = (await onPhone.read(file, mine)).calls;
    await town.fault({ user: 'torkil.baekhoej@fjordby.example', cut: 'before' });
    await expect(onPhone.answer(file, mine, call!, 'declined')).rejects.toMatchObject({ name: 'Offline' });
    await town.clearFaults();

    const laptop = await town.as('torkil.baekhoej');
    const onLaptop = await laptop.attendance.substitutes();
    expect(await onLaptop.answer(file, mine, (await onLaptop.read(file, mine)).calls[0]!, 'coming')).toBeNull();
    await phone.outbox.retry();
    expect(phone.outbox.state()).toMatchObject({ pending: 0, stuck: [{ command: 'keepSubstitutes', failure: { name: 'Conflict' } }] });
    expect(await told(file, event)).toEqual(['Torkil Bækhøj coming act']);
    expect((await laptop.find.findMyEvent(file))?.myAnswer).toBe('accepted');
  });
});

describe('an apology of whoever is called', () => {
  /** Torkil is called for Ane, by the screen of whoever called the meeting. */
  const called = async (subject: string) => {
    const the = await meeting(subject);
    await the.verbs.call(the.file, the.event, { person: torkil(), insteadOf: anePerson() }, []);
    const theirs = await town.as('torkil.baekhoej');
    return { ...the, theirs, mine: await theirs.find.findMyEvent(the.file) };
  };
  const excused = async (file: MeetingFile, event: CalendarEvent) => {
    const apologies = standing((await (await town.as(secretary)).find.openMeeting(file.pointer)).apologies);
    return {
      rows: apologies.map(({ person: { name } }) => name),
      listed: peopleListed(await now(event), { apologies }).excused.map(({ name }) => name),
    };
  };
  const only = { rows: ['Ane Kratholm'], listed: ['Ane Kratholm'] };

  test('is their no: the next is offered, and they stand nowhere among the excused', async () => {
    const { event, file, theirs, mine, verbs } = await called('Afløseren melder afbud');
    const sent = await theirs.apology.sendApology({ file, event: mine, scope: whole, substitute: null, message: '' });
    expect(sent.asStandIn).toBe(true);
    expect(await written(file)).toEqual(['called', 'declined']);
    expect(await told(file, event)).toEqual(['Torkil Bækhøj declined act']);
    expect(await excused(file, event)).toEqual(only);
    expect((await theirs.find.findMyEvent(file))?.myAnswer ?? 'declined').toBe('declined');
    // The next one is called as after any no.
    const { calls } = await verbs.read(file, await now(event));
    await verbs.call(file, await now(event), { person: poul(), insteadOf: anePerson() }, calls);
    expect(await told(file, event)).toEqual(['Torkil Bækhøj declined act', 'Poul Kringelholm called act']);
  });

  test('is their no when the secretary writes it in, and when they had said that they come to a part', async () => {
    const { event, file, ulla, theirs, mine } = await called('Skrevet ind for afløseren');
    await theirs.apology.sendApology({
      file,
      event: mine,
      scope: { kind: 'items', itemIds: [file.agenda.items[0]!.id] },
      substitute: null,
      message: '',
    });
    expect((await excused(file, event)).rows).toEqual(['Ane Kratholm', 'Torkil Bækhøj']);
    await ulla.attendance.confirmApology(file, torkil(), { way: 'phone' });
    // What they sent themselves is left as it is by whoever writes in for them; their own is not.
    await theirs.apology.sendApology({ file, event: mine, scope: whole, substitute: null, message: '' });
    expect(await told(file, event)).toEqual(['Torkil Bækhøj declined act']);
    expect(await excused(file, event)).toEqual(only);
    expect((await theirs.find.findMyEvent(file))?.myAnswer ?? 'declined').toBe('declined');
  });

  test('that was cut off is their no once', async () => {
    const { event, file, theirs, mine } = await called('Afløserens tabte svar');
    await town.fault({ method: 'POST', path: 'DagsordenStedfortraedere', count: 1, cut: 'after' });
    await theirs.apology.sendApology({ file, event: mine, scope: whole, substitute: null, message: '' }).catch(() => undefined);
    await town.clearFaults();
    await theirs.outbox.retry();
    expect(await written(file)).toEqual(['called', 'declined']);
    expect(await excused(file, event)).toEqual(only);
  });

  test('a no in Outlook is an answer and no apology to confirm, also of one who was invited before', async () => {
    const { event, file, verbs } = await meeting('Afløserens nej i Outlook', ['ane.kratholm', 'lene.vadgaard', 'torkil.baekhoej']);
    await verbs.call(file, event, { person: torkil(), insteadOf: anePerson() }, []);
    const theirs = await town.as('torkil.baekhoej');
    const { id } = (await theirs.find.findMyEvent(file))!;
    await town.ask('torkil.baekhoej', `/me/events/${id}/decline`, { method: 'POST', body: { comment: '', sendResponse: true } });
    const { calls } = await verbs.read(file, await now(event));
    expect(calls).toMatchObject([{ state: 'declined', told: 'calendar', broughtIn: false }]);
    expect(callsAsStandIn(calls, torkil(), plainProfile)).toHaveLength(1);
    expect(callsAsStandIn(calls, named('Lene Vadgaard', 'lene.vadgaard'), plainProfile)).toEqual([]);
    // Whoever confirms it all the same, on an older screen, writes their answer.
    const ulla = await town.as(secretary);
    await ulla.attendance.confirmApology(file, torkil());
    expect(await excused(file, event)).toEqual(only);
  });
});

test('of many invited only the last ask whether they are called, or whoever the screen knows to be', async () => {
  const many = [
    'lene.vadgaard',
    'ane.kratholm',
    'poul.kringelholm',
    'rikke.vindum',
    'mona.thuesen',
    'freja.damsbo',
    'lise.noerreskov',
    'torkil.baekhoej',
  ];
  const others = ['asger.moelbjerg', 'inge.sandholt', 'per.gyvelbo', 'lykke.strandager'];
  const { file } = await meeting('Mange inviterede', [...many, ...others]);
  const lene = await town.as('lene.vadgaard');
  const mine = await lene.find.findMyEvent(file);
  const asked = async () => (await town.log()).some(({ path }) => path.includes('DagsordenStedfortraedere'));
  const words = { file, event: mine, scope: whole, substitute: null, message: '' };
  await town.emptyLog();
  await lene.apology.sendApology(words);
  expect(await asked()).toBe(false);
  await lene.apology.sendApology({ ...words, isCalled: true });
  expect(await asked()).toBe(true);
});

describe('a call that waited until the meeting is over', () => {
  const later = () => new Date(Date.now() + 400 * 86_400_000);

  test('mails nobody, and says why', async () => {
    const { event, file } = await meeting('Ventede for længe');
    const offline = await town.as(secretary, { kind: 'none' }, { device: 'a desk that slept' });
    await town.fault({ user: 'ulla.skarvad@fjordby.example', cut: 'before' });
    const call = async () => (await offline.attendance.substitutes()).call(file, event, { person: torkil(), insteadOf: anePerson() }, []);
    await expect(call()).rejects.toMatchObject({ name: 'Offline' });
    await town.clearFaults();
    const awake = await town.as(secretary, { kind: 'none' }, { device: 'a desk that slept', clock: later });
    await awake.outbox.retry();
    await expect((await awake.attendance.substitutes()).call(file, event, { person: torkil(), insteadOf: anePerson() }, [])).rejects.toMatchObject({
      name: 'Conflict',
      detail: { reason: 'over' },
    });
    expect(await written(file)).toEqual([]);
    expect(await invitedTo(event)).toEqual(['ane.kratholm', 'lene.vadgaard']);
    expect(await mails('torkil.baekhoej', 'Ventede for længe')).toBe(0);
  });

  test('nobody is taken off or put on an invitation to a meeting that is over', async () => {
    const { event, file, verbs } = await meeting('Afmeldt bagefter');
    await verbs.call(file, event, { person: torkil(), insteadOf: anePerson() }, []);
    const [call] = (await verbs.read(file, await now(event))).calls;
    const after = await (await town.as(secretary, { kind: 'none' }, { clock: later })).attendance.substitutes();
    expect(await after.callOff(file, await now(event), call!)).toBeNull();
    expect(await after.invite(file, await now(event))).toBeNull();
    expect(await written(file)).toEqual(['called', 'calledOff']);
    expect(await invitedTo(event)).toEqual(['ane.kratholm', 'lene.vadgaard', 'torkil.baekhoej']);
  });
});

describe('the chain', () => {
  test('one who declines in Dagsorden, one who declines in Outlook, and the third who comes', async () => {
    const { event, file, verbs } = await meeting('Kæden');
    await verbs.call(file, event, { person: torkil(), insteadOf: anePerson() }, []);
    const theirs = await town.as('torkil.baekhoej');
    const mine = (await theirs.find.findMyEvent(file))!;
    const answering = await theirs.attendance.substitutes();
    const [call] = (await answering.read(file, mine)).calls;
    await answering.answer(file, mine, call!, 'declined');
    expect(await told(file, event)).toEqual(['Torkil Bækhøj declined act']);

    const seen = (await verbs.read(file, await now(event))).calls;
    await verbs.call(file, await now(event), { person: poul(), insteadOf: anePerson() }, seen);
    const poulHere = await town.as('poul.kringelholm');
    const event2 = (await poulHere.find.findMyEvent(file))!;
    await town.ask('poul.kringelholm', `/me/events/${event2.id}/decline`, { method: 'POST', body: { comment: '', sendResponse: true } });
    expect(await told(file, event)).toEqual(['Torkil Bækhøj declined act', 'Poul Kringelholm declined calendar']);

    const third = named('Lise Nørreskov', 'lise.noerreskov');
    await verbs.call(file, await now(event), { person: third, insteadOf: anePerson() }, (await verbs.read(file, await now(event))).calls);
    expect(await told(file, event)).toEqual(['Torkil Bækhøj declined act', 'Poul Kringelholm declined act', 'Lise Nørreskov called act']);
    expect((await verbs.read(file, await now(event))).calls.map(({ place }) => place)).toEqual([1, 2, 3]);
  });
});

describe('an apology that is taken back', () => {
  test('calls the stand-in off, who is taken off the invitation by whoever sends it', async () => {
    const { event, file, ane, apology, verbs } = await meeting('Trækker afbud');
    await verbs.call(file, event, { person: torkil(), insteadOf: anePerson() }, []);
    await ane.apology.withdrawApology(file, apology);
    expect(await told(file, event)).toEqual(['Torkil Bækhøj calledOff comes']);
    expect(await told(file, event, 'torkil.baekhoej')).toEqual(['Torkil Bækhøj calledOff comes']);
    expect(await written(file)).toEqual(['called', 'calledOff']);
    const [call] = (await verbs.read(file, await now(event))).calls;
    await verbs.callOff(file, await now(event), call!);
    expect(await invitedTo(event)).toEqual(['ane.kratholm', 'lene.vadgaard']);
    expect(await mails('torkil.baekhoej', 'Trækker afbud')).toBe(0);
    // Another apology calls nobody by itself.
    const again = await town.as('ane.kratholm');
    await again.apology.sendApology({ file: await again.find.openMeeting(file.pointer), event: null, scope: whole, substitute: null, message: '' });
    expect(await told(file, event)).toEqual(['Torkil Bækhøj calledOff act']);
  });

  test('one who stood on the invitation before stays there', async () => {
    const { event, file, verbs } = await meeting('Var inviteret', ['ane.kratholm', 'torkil.baekhoej']);
    await verbs.call(file, event, { person: torkil(), insteadOf: anePerson() }, []);
    const [call] = (await verbs.read(file, await now(event))).calls;
    await verbs.callOff(file, await now(event), call!);
    expect(await invitedTo(event)).toEqual(['ane.kratholm', 'torkil.baekhoej']);
  });
});

test('what somebody else writes in the list calls nobody', async () => {
  const { event, file } = await meeting('Skrevet udenom');
  const store = town.storeOf('lene.vadgaard');
  await store.addSubstituteAct(file.pointer, { id: 'past', act: 'called', person: torkil(), insteadOf: anePerson(), place: 1, wasInvited: false });
  expect(await told(file, event)).toEqual([]);
});

test('the item at which stand-ins are called stands first, once', async () => {
  const { file, verbs, ulla } = await meeting('Punktet');
  const other = await (await town.as(secretary)).attendance.substitutes();
  await Promise.all([verbs.insertItem(file, 'Indkaldelse af stedfortræder'), other.insertItem(file, 'Indkaldelse af stedfortræder')]);
  const titles = (await ulla.find.openMeeting(file.pointer)).agenda.items.map(({ title }) => title);
  expect(titles).toEqual(['Indkaldelse af stedfortræder', 'Nyt', 'Budget']);
});

test('a site without the list says so, and an apology is taken back there all the same', async () => {
  const { event, file, ane, apology, verbs } = await meeting('Uden liste');
  await town.fault({ path: 'DagsordenStedfortraedere', status: 404, count: 50 });
  await expect(verbs.read(file, event)).rejects.toMatchObject({ name: 'SiteNotPrepared' });
  await ane.apology.withdrawApology(file, apology);
  await town.clearFaults();
  expect((await ane.find.openMeeting(file.pointer)).apologies).toMatchObject([{ withdrawnAt: expect.any(String) }]);
});

describe('the invitation that is changed', () => {
  const anyDay = new Date(Date.now() + 50 * 86_400_000).toISOString().slice(0, 10);
  const at9 = { dateTime: `${anyDay}T09:00:00`, timeZone: 'Europe/Copenhagen' };
  const at10 = { dateTime: `${anyDay}T10:00:00`, timeZone: 'Europe/Copenhagen' };
  const attendees = [{ type: 'required', emailAddress: { address: 'ane.kratholm@fjordby.example', name: 'Ane Kratholm' } }];
  const attach = async (subject: string, event: CalendarEvent) => {
    const plain = agendaOf(['1 Nyt'], { title: subject });
    const agenda = { ...plain, items: plain.items.map((item) => ({ ...item, id: asItemId(`${subject}/${item.id}`) })) };
    const ulla = await town.as(secretary);
    const file = await ulla.agenda.attachAgenda({ event, board, agenda }, () => undefined);
    const ane = await town.as('ane.kratholm');
    await ane.apology.sendApology({ file, event: await ane.find.findMyEvent(file), scope: whole, substitute: null, message: '' });
    return { file, verbs: await ulla.attendance.substitutes() };
  };

  test('of a series is that of one meeting alone', async () => {
    const subject = 'Serie med stedfortræder';
    await town.ask(secretary, '/me/events', {
      method: 'POST',
      body: {
        subject,
        start: at9,
        end: at10,
        attendees,
        recurrence: { pattern: { type: 'daily', interval: 7 }, range: { type: 'numbered', startDate: anyDay, numberOfOccurrences: 3 } },
      },
    });
    const ulla = await town.as(secretary);
    const all = () =>
      ulla.find.listMyMeetings(new Date(), new Date(Date.now() + 90 * 86_400_000)).then((found) => found.filter((one) => one.subject === subject));
    const [, second] = await all();
    const { file, verbs } = await attach(subject, second!);
    await verbs.call(file, second!, { person: torkil(), insteadOf: anePerson() }, []);
    expect((await all()).map(({ invitees }) => invitees.length)).toEqual([1, 2, 1]);
    expect(await mails('torkil.baekhoej', subject)).toBe(1);
  });

  test('keeps its online meeting, its words and everybody’s kind of invitation', async () => {
    const subject = 'Online med stedfortræder';
    const optional = { type: 'optional', emailAddress: { address: 'rikke.vindum@fjordby.example', name: 'Rikke Vindum' } };
    const { body } = await town.ask(secretary, '/me/events', {
      method: 'POST',
      body: { subject, start: at9, end: at10, attendees: [...attendees, optional], isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' },
    });
    const read = async () =>
      (await town.ask(secretary, `/me/events/${(body as { id: string }).id}`)).body as Record<
        'body' | 'onlineMeeting' | 'subject' | 'start',
        unknown
      >;
    const ulla = await town.as(secretary);
    const event = (await ulla.find.findEvent((body as { id: string }).id)).event!;
    const { file, verbs } = await attach(subject, event);
    const before = await read();
    await verbs.call(file, event, { person: torkil(), insteadOf: anePerson() }, []);
    const after = await read();
    for (const what of ['body', 'onlineMeeting', 'subject', 'start'] as const) expect(after[what]).toEqual(before[what]);
    expect((await now(event)).invitees.map(({ email, optional: isOptional }) => [email, isOptional])).toEqual([
      ['ane.kratholm@fjordby.example', false],
      ['rikke.vindum@fjordby.example', true],
      ['torkil.baekhoej@fjordby.example', false],
    ]);
  });

  test('stands in the calendar of another, who lets a delegate write there', async () => {
    const subject = 'Delegeret stedfortræder';
    await town.ask(secretary, '/me/calendar/calendarPermissions', {
      method: 'POST',
      body: { emailAddress: { address: 'rikke.vindum@fjordby.example' }, role: 'write' },
    });
    const { body } = await town.ask(secretary, '/me/events', { method: 'POST', body: { subject, start: at9, end: at10, attendees } });
    const { id } = body as { id: string };
    const { file } = await attach(subject, (await (await town.as(secretary)).find.findEvent(id)).event!);
    const rikke = await town.as('rikke.vindum', { kind: 'event', eventId: `${secretary}@fjordby.example:${id}` });
    const { event } = await rikke.find.findMeeting();
    await (await rikke.attendance.substitutes()).invite(file, event!);
    expect(await invitedTo(event!.mailbox === undefined ? event! : { ...event!, id })).toEqual(['ane.kratholm']);
    const verbs = await (await town.as(secretary)).attendance.substitutes();
    await town.fault({ method: 'PATCH', path: '/me/events/', count: 20, status: 403 });
    await verbs.call(file, { ...event!, id }, { person: torkil(), insteadOf: anePerson() }, []);
    await town.clearFaults();
    await (await rikke.attendance.substitutes()).invite(file, event!);
    expect(await invitedTo({ ...event!, id })).toEqual(['ane.kratholm', 'torkil.baekhoej']);
  });

  test('is tried again where Exchange is busy', async () => {
    const { event, file, verbs } = await meeting('Travlt');
    await town.fault({ method: 'PATCH', path: '/me/events/', count: 1, status: 429, retryAfter: 1 });
    await town.fault({ method: 'POST', path: 'DagsordenStedfortraedere', count: 1, status: 409 });
    await verbs.call(file, event, { person: torkil(), insteadOf: anePerson() }, []).catch(() => undefined);
    await town.clearFaults();
    await (await town.as(secretary)).outbox.retry();
    const later = await (await town.as(secretary)).attendance.substitutes();
    await later.call(file, event, { person: torkil(), insteadOf: anePerson() }, []);
    expect(await told(file, event)).toEqual(['Torkil Bækhøj called act']);
    expect(await invitedTo(event)).toEqual(['ane.kratholm', 'lene.vadgaard', 'torkil.baekhoej']);
  });
});

test('a reminder names the meeting and the deadline and nothing else, and who was written to is noted on the device alone', async () => {
  const { file, ulla } = await meeting('Mind om svar');
  const verbs = await ulla.attendance.reminders();
  const words = await verbs.words(file, '2026-05-04');
  expect(words).toMatch(
    /^Hej\. Du har ikke svaret på indkaldelsen til “Mind om svar”, .* kl\. 09\.00\. .* Fristen for afbud er mandag den 4\. maj\.$/,
  );
  for (const { title } of file.agenda.items) expect(words).not.toContain(title);
  expect(await verbs.lastReminded(file)).toBeNull();
  await verbs.noteReminded(file, ['a@fjordby.example', 'a@fjordby.example']);
  expect(await verbs.lastReminded(file)).toMatchObject({ people: ['a@fjordby.example'] });
});
