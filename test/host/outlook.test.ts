// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createOutlookHost } from '../../src/host/outlook.ts';
import { isPassing } from '../../src/meeting/errors.ts';
import { FakeMedia } from './fakeMedia.ts';
import { FakeOutlook } from './fakeOutlook.ts';
import { config } from './fakeTeams.ts';

let outlook: FakeOutlook;
beforeEach(() => {
  new FakeMedia();
  outlook = new FakeOutlook();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the appointment the pane stands beside', () => {
  test('read: its id is put into Graph’s alphabet by Outlook itself', async () => {
    outlook.reading('AAMk/x+y=');
    expect(await createOutlookHost(config)).toMatchObject({
      surface: 'appointmentRead',
      meeting: { kind: 'event', eventId: 'AAMk-x_y=' },
      invitation: null,
    });
  });

  test('compose: the form is asked for its id', async () => {
    outlook.composing('AAMk/x');
    expect(await createOutlookHost(config)).toMatchObject({ surface: 'appointmentCompose', meeting: { kind: 'event', eventId: 'AAMk-x' } });
  });

  test('compose: an appointment that was never saved has no id, until it is saved from the pane', async () => {
    outlook.composing(null);
    const host = await createOutlookHost(config);
    expect(host.meeting).toEqual({ kind: 'unsaved' });
    await host.invitation?.lookAgain();
    expect(host.meeting).toEqual({ kind: 'unsaved' });
    await host.invitation?.save();
    expect(host.meeting).toEqual({ kind: 'event', eventId: 'AAMk-gemt' });
  });

  test('compose: one that the person saves in Outlook meanwhile is found when it is asked for again', async () => {
    outlook.composing(null);
    const host = await createOutlookHost(config);
    await new Promise((done) => (outlook.item?.['saveAsync'] as (done: (result: unknown) => void) => void)(done));
    expect(host.meeting).toEqual({ kind: 'unsaved' });
    await host.invitation?.lookAgain();
    expect(host.meeting).toEqual({ kind: 'event', eventId: 'AAMk-gemt' });
  });

  test('compose: one that Outlook will not save stays unsaved, and the refusal has a name', async () => {
    outlook.composing(null);
    const host = await createOutlookHost(config);
    Object.assign(outlook.item ?? {}, {
      saveAsync: (done: (result: object) => void) => done({ status: 'failed', error: { code: 7000, name: 'Adgang nægtet', message: 'no' } }),
    });
    await expect(host.invitation?.save()).rejects.toMatchObject({ name: 'NotAllowed', detail: { what: 'saveAsync' } });
    expect(host.meeting).toEqual({ kind: 'unsaved' });
  });

  test('in a calendar that a colleague shares: the event is named with the mailbox it stands in', async () => {
    outlook.reading('AAMk/x').sharedBy('ulla.skarvad@fjordby.example');
    expect((await createOutlookHost(config)).meeting).toEqual({ kind: 'event', eventId: 'ulla.skarvad@fjordby.example:AAMk-x' });
    outlook.composing('AAMk/y').sharedBy('ulla.skarvad@fjordby.example');
    expect((await createOutlookHost(config)).meeting).toEqual({ kind: 'event', eventId: 'ulla.skarvad@fjordby.example:AAMk-y' });
  });

  test('a client that refuses to tell whose calendar it is shows one’s own', async () => {
    outlook.reading('AAMk/x');
    Object.assign(outlook.item ?? {}, {
      getSharedPropertiesAsync: (done: (result: object) => void) =>
        done({ status: 'failed', error: { code: 9018, name: 'X', message: 'not shared' } }),
    });
    expect((await createOutlookHost(config)).meeting).toEqual({ kind: 'event', eventId: 'AAMk-x' });
  });

  test('compose in an old client: nobody can tell whether it was saved', async () => {
    outlook.composing('AAMk/x');
    delete outlook.item?.['getItemIdAsync'];
    expect((await createOutlookHost(config)).meeting).toEqual({ kind: 'unsaved' });
  });

  test('read in a client that leaves out the id', async () => {
    outlook.reading('');
    expect((await createOutlookHost(config)).meeting).toEqual({ kind: 'none' });
  });

  test('no appointment at all', async () => {
    expect((await createOutlookHost(config)).meeting).toEqual({ kind: 'none' });
  });
});

describe('the body of the form', () => {
  test('is read and written as HTML, one call at a time', async () => {
    outlook.composing('A');
    const { invitation } = await createOutlookHost(config);
    await Promise.all([1, 2, 3, 4, 5].map((each) => invitation?.writeHtml(`<p>${each}</p>`)));
    expect(await invitation?.readHtml()).toBe('<p>5</p>');
    expect(outlook.mostOut).toBe(1);
  });

  test('a form that does not answer is a silent host, and does not block the next call', async () => {
    outlook.composing('A');
    const { invitation } = await createOutlookHost(config);
    vi.useFakeTimers();
    const body = outlook.item?.['body'] as { getAsync: unknown };
    const answering = body.getAsync;
    body.getAsync = () => undefined;
    const failure = invitation?.readHtml().catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await failure).toMatchObject({ name: 'HostSilent', detail: { seconds: '15' } });
    body.getAsync = answering;
    const html = invitation?.readHtml();
    await vi.advanceTimersByTimeAsync(10);
    expect(await html).toBe('<p>Kære alle</p>');
  });

  test('what is too long for office.js is named as such, and does not block the next call', async () => {
    outlook.composing('A');
    const { invitation } = await createOutlookHost(config);
    const failure = await invitation?.writeHtml('x'.repeat(1_000_001)).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'TooLarge', detail: { what: 'body.setAsync' }, retryAfter: null });
    expect(isPassing(failure)).toBe(false);
    expect(await invitation?.readHtml()).toBe('<p>Kære alle</p>');
  });

  test('something short can be put above a body of any length', async () => {
    outlook.composing('A');
    outlook.html = 'x'.repeat(1_000_001);
    const { invitation } = await createOutlookHost(config);
    await invitation?.prependHtml('<p>Dagsorden</p>');
    expect(outlook.html.slice(0, 17)).toBe('<p>Dagsorden</p>x');
    await expect(invitation?.prependHtml('x'.repeat(1_000_001))).rejects.toMatchObject({ name: 'TooLarge' });
  });

  test.each([
    [9006, 'DataExceedsMaximumSize', 'TooLarge'],
    [7000, 'Adgang nægtet', 'NotAllowed'],
    [9038, 'InsufficientItemPermissionsError', 'NotAllowed'],
    [9011, 'HtmlSanitizationFailure', 'Refused'],
    [9041, 'NetworkError', 'HostSilent'],
    [5001, 'Intern fejl', 'HostSilent'],
  ])('a refusal (%i %s) has a name, and keeps Outlook’s code for "Detaljer"', async (code, name, named) => {
    outlook.composing('A');
    const { invitation } = await createOutlookHost(config);
    const body = outlook.item?.['body'] as { setAsync: unknown };
    body.setAsync = (_html: string, _options: object, done: (result: object) => void) =>
      done({ status: 'failed', error: { code, name, message: 'no' } });
    await expect(invitation?.writeHtml('x')).rejects.toMatchObject({ name: named, detail: { officeCode: String(code), officeError: name } });
  });

  test('office.js that throws anything else refused it', async () => {
    outlook.composing('A');
    const { invitation } = await createOutlookHost(config);
    const body = outlook.item?.['body'] as { setAsync: unknown };
    body.setAsync = () => {
      throw new TypeError('data');
    };
    await expect(invitation?.writeHtml('x')).rejects.toMatchObject({ name: 'Refused' });
    body.setAsync = () => {
      throw new Error('Elevated permission is required to call the method: body.setAsync.');
    };
    await expect(invitation?.writeHtml('x')).rejects.toMatchObject({ name: 'NotAllowed' });
  });
});

describe('an Outlook that is not there', () => {
  test('office.js was blocked', async () => {
    vi.unstubAllGlobals();
    await expect(createOutlookHost(config)).rejects.toMatchObject({ name: 'HostSilent', detail: { reason: 'office.js was not loaded' } });
  });

  test('a plain page', async () => {
    outlook.set({ host: null });
    await expect(createOutlookHost(config)).rejects.toMatchObject({ name: 'HostSilent', detail: { reason: 'the page is not open in Outlook' } });
  });

  test('office.js never gets an answer', async () => {
    vi.useFakeTimers();
    outlook.ready = new Promise(() => undefined);
    const opened = createOutlookHost(config).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await opened).toMatchObject({ name: 'HostSilent', detail: { seconds: '5' } });
  });
});
