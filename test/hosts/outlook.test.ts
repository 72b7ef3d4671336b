import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { BrowserContext, Frame, Page } from 'playwright-core';
import { appFrame, isReady, openAppointment, openTheHosts } from './theHosts.ts';
import type { TheHosts } from './theHosts.ts';

let hosts: TheHosts;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  hosts = await openTheHosts();
});
afterAll(async () => hosts.close());
beforeEach(async () => {
  context = await hosts.freshContext();
  page = await context.newPage();
});
afterEach(async () => context.close());

const secretary = 'ulla.skarvad';
const attendee = 'ane.kratholm';

async function openPane(user: string, title = /Direktionsmøde/, query = '', which = 0): Promise<Frame> {
  await openAppointment(page, hosts.origin, user, title, query, which);
  await page.getByRole('button', { name: 'Prøveapp', exact: true }).click();
  const frame = await appFrame(page, 'embedded-task-pane');
  await isReady(frame);
  return frame;
}

/** Runs an expression of the add-in's own in its pane. */
function inPane<Result>(frame: Frame, expression: string): Promise<Result> {
  return frame.evaluate<Result>(
    `(async () => { const item = Office.context.mailbox.item; const mailbox = Office.context.mailbox; return (${expression}); })()`,
  );
}

describe('an organiser has the appointment open in a form', () => {
  test('office.js finds itself in Outlook on the web and asks for the fields one by one', async () => {
    const frame = await openPane(secretary);
    expect(await frame.evaluate('ready')).toMatchObject({ host: 'Outlook', platform: 'OfficeOnline' });
    expect(await inPane(frame, 'item.itemType')).toBe('appointment');
    expect(await inPane(frame, 'ask((cb) => item.subject.getAsync(cb))')).toEqual({ value: 'Direktionsmøde' });
    const people = await inPane<{ value: { emailAddress: string }[] }>(frame, 'ask((cb) => item.requiredAttendees.getAsync(cb))');
    expect(people.value.map((person) => person.emailAddress)).toContain('ane.kratholm@fjordby.example');
    expect(await inPane(frame, 'ask((cb) => item.organizer.getAsync(cb))')).toMatchObject({
      value: { emailAddress: 'ulla.skarvad@fjordby.example' },
    });
    expect(await inPane(frame, 'typeof item.itemId')).toBe('undefined');
  });

  test('what the pane writes stands in the form and reaches the mailbox with the update', async () => {
    const frame = await openPane(secretary, /Direktionsmøde/, '', 1);
    const before = await inPane<{ value: string }>(frame, "ask((cb) => item.body.getAsync('html', cb))");
    await inPane(
      frame,
      `ask((cb) => item.body.setAsync('<p id="agenda">1. Velkomst &amp; kaffe</p>' + ${JSON.stringify(before.value)}, { coercionType: 'html' }, cb))`,
    );
    await inPane(frame, "ask((cb) => item.subject.setAsync('Direktionsmøde, ny titel', cb))");
    expect(await page.getByLabel('Titel').inputValue()).toBe('Direktionsmøde, ny titel');
    await page.getByText('1. Velkomst & kaffe').waitFor();
    await page.getByRole('button', { name: 'Send opdatering' }).click();
    await page.getByText(/Sendt til \d+ deltagere/).waitFor();
    await page.reload();
    await page.getByText('1. Velkomst & kaffe').waitFor();
    expect(await page.getByLabel('Titel').inputValue()).toBe('Direktionsmøde, ny titel');
  });

  test('the id is in the alphabet of Exchange and becomes the one Graph knows', async () => {
    const frame = await openPane(secretary);
    const id = await inPane<{ value: string }>(frame, 'ask((cb) => item.getItemIdAsync(cb))');
    const graphId = await inPane<string>(frame, `mailbox.convertToRestId(${JSON.stringify(id.value)}, Office.MailboxEnums.RestVersion.v2_0)`);
    expect(graphId).toBe(new URL(page.url()).searchParams.get('event'));
    expect(id.value).not.toMatch(/[-_]/);
  });

  test('a new appointment has no id until it is saved', async () => {
    await page.goto(`${hosts.origin}/outlook?user=${secretary}@fjordby.example&new=1&pane=app`);
    const frame = await appFrame(page, 'embedded-task-pane');
    await isReady(frame);
    expect(await inPane(frame, 'ask((cb) => item.getItemIdAsync(cb))')).toMatchObject({ name: 'ItemNotSaved' });
    await inPane(frame, "ask((cb) => item.subject.setAsync('Seminar om frivillighed', cb))");
    const saved = await inPane<{ value: string }>(frame, 'ask((cb) => item.saveAsync(cb))');
    expect(saved.value).toBeTruthy();
    expect(await inPane(frame, 'ask((cb) => item.getItemIdAsync(cb))')).toEqual(saved);
  });

  test('custom properties of an unsaved appointment are there after it is saved', async () => {
    await page.goto(`${hosts.origin}/outlook?user=${secretary}@fjordby.example&new=1&pane=app`);
    const frame = await appFrame(page, 'embedded-task-pane');
    await isReady(frame);
    await inPane(
      frame,
      "ask((cb) => item.loadCustomPropertiesAsync((loaded) => { loaded.value.set('agenda', 'udkast'); loaded.value.saveAsync(cb); }))",
    );
    await inPane(frame, 'ask((cb) => item.saveAsync(cb))');
    expect(await inPane(frame, "ask((cb) => item.loadCustomPropertiesAsync(cb)).then((loaded) => loaded.value.get('agenda'))")).toBe('udkast');
  });

  test('changes in the form are told to the pane', async () => {
    const frame = await openPane(secretary);
    await inPane(
      frame,
      'ask((cb) => item.addHandlerAsync(Office.EventType.RecipientsChanged, (event) => heard.push(event.changedRecipientFields.requiredAttendees), cb))',
    );
    await page.getByLabel('Deltagere: Tilføj deltager').fill('Freja Damsbo');
    await page.getByLabel('Deltagere: Tilføj deltager').press('Enter');
    await frame.waitForFunction('heard.length > 0');
    expect(await frame.evaluate('heard')).toEqual([true]);
  });

  test('more than three calls at a time are refused', async () => {
    const frame = await openPane(secretary);
    const answers = await inPane<{ code?: number }[]>(frame, 'Promise.all([1, 2, 3, 4, 5].map(() => ask((cb) => item.subject.getAsync(cb))))');
    expect(answers.filter((answer) => answer.code !== undefined)).toHaveLength(2);
    expect(await inPane(frame, 'ask((cb) => item.subject.getAsync(cb))')).toMatchObject({ value: expect.any(String) });
  });
});

describe('an attendee reads the invitation', () => {
  test('office.js has every property of the item at once', async () => {
    const frame = await openPane(attendee);
    const item = await inPane<Record<string, unknown>>(
      frame,
      '({ subject: item.subject, id: item.itemId, organizer: item.organizer.emailAddress, first: item.requiredAttendees[0].displayName, hours: (item.end - item.start) / 3600000, type: item.itemType })',
    );
    expect(item).toEqual({
      subject: 'Direktionsmøde',
      id: expect.any(String),
      organizer: 'ulla.skarvad@fjordby.example',
      first: 'Asger Mølbjerg',
      hours: 3,
      type: 'appointment',
    });
    const body = await inPane<{ value: string }>(frame, "ask((cb) => item.body.getAsync('html', cb))");
    expect(body.value).toContain('teams.microsoft.com/l/meetup-join/');
  });

  test('custom properties stay on the attendee’s own copy', async () => {
    const frame = await openPane(attendee);
    await inPane(frame, "ask((cb) => item.loadCustomPropertiesAsync((loaded) => { loaded.value.set('set', 'ja'); loaded.value.saveAsync(cb); }))");
    const other = await openPane(secretary);
    expect(await inPane(other, "ask((cb) => item.loadCustomPropertiesAsync(cb)).then((loaded) => loaded.value.get('set'))")).toBeUndefined();
    const again = await openPane(attendee);
    expect(await inPane(again, "ask((cb) => item.loadCustomPropertiesAsync(cb)).then((loaded) => loaded.value.get('set'))")).toBe('ja');
  });

  test('properties above 2,500 characters are refused by office.js itself', async () => {
    const frame = await openPane(attendee);
    const message = await inPane<string>(
      frame,
      "ask((cb) => item.loadCustomPropertiesAsync(cb)).then((loaded) => { loaded.value.set('lang', 'x'.repeat(2600)); try { loaded.value.saveAsync(() => {}); return 'kept'; } catch (error) { return error.name; } })",
    );
    expect(message).toMatch(/ArgumentOutOfRange/);
  });

  test('roaming settings are there at the next visit', async () => {
    const frame = await openPane(attendee);
    await inPane(frame, "(Office.context.roamingSettings.set('tema', 'mørkt'), ask((cb) => Office.context.roamingSettings.saveAsync(cb)))");
    const again = await openPane(attendee);
    expect(await inPane(again, "Office.context.roamingSettings.get('tema')")).toBe('mørkt');
  });

  test('the pane closes when another appointment is opened', async () => {
    await openPane(attendee);
    await page.getByRole('button', { name: 'Tilbage til kalenderen' }).click();
    await page.locator('.calendar').waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
  });

  test('declining takes the meeting out of the calendar and tells the organiser', async () => {
    await openAppointment(page, hosts.origin, 'per.gyvelbo', /Direktionsmøde/);
    const address = page.url();
    await page.getByRole('button', { name: 'Afvis' }).click();
    await page.getByText('Du har afvist mødet').waitFor();
    await page.goto(address);
    await page.getByText('ikke længere i din kalender').waitFor();
    await openAppointment(page, hosts.origin, secretary, /Direktionsmøde/);
    await page.locator('.chip', { hasText: 'Per Gyvelbo' }).getByText('Afvist').waitFor();
  });

  test('a script in the invitation is not run', async () => {
    await openAppointment(page, hosts.origin, secretary, /Chefgruppens ugemøde/);
    await page.locator('.body-editor').evaluate((editor) => {
      editor.innerHTML = '<p>Hej</p><img src="x" onerror="window.ran = true"><a href="javascript:window.ran = true">tryk</a>';
      editor.dispatchEvent(new Event('input'));
    });
    await page.getByRole('button', { name: 'Send opdatering' }).click();
    await page.getByText(/Sendt til/).waitFor();
    await page.reload();
    await page.locator('.body-editor').getByText('Hej').waitFor();
    expect(await page.locator('.body-editor a').getAttribute('href')).toBeNull();
    expect(await page.evaluate('window.ran')).toBeUndefined();
  });
});

describe('a page with office.js', () => {
  test('has no history of its own: pushState and replaceState are null', async () => {
    const frame = await openPane(attendee);
    expect(await frame.evaluate('[history.pushState, history.replaceState]')).toEqual([null, null]);
  });

  test('keeps 32 KB of roaming settings and 50,000 signs of session data, and not more', async () => {
    const frame = await openPane(secretary);
    expect(
      await inPane(
        frame,
        "(Office.context.roamingSettings.set('stor', 'x'.repeat(33 * 1024)), ask((cb) => Office.context.roamingSettings.saveAsync(cb)))",
      ),
    ).toMatchObject({ code: 9019 });
    expect(await inPane(frame, "ask((cb) => item.sessionData.setAsync('kladde', 'x'.repeat(49000), cb))")).toMatchObject({});
    expect(await inPane(frame, "ask((cb) => item.sessionData.setAsync('mere', 'x'.repeat(2000), cb))")).toHaveProperty('code');
  });
});

describe('an Outlook that misbehaves', () => {
  test('office-slow: every answer takes two seconds', async () => {
    const frame = await openPane(secretary, /Direktionsmøde/, '&misbehave=office-slow');
    const taken = await inPane<number>(
      frame,
      '(async () => { const began = Date.now(); await ask((cb) => item.subject.getAsync(cb)); return Date.now() - began; })()',
    );
    expect(taken).toBeGreaterThan(1_900);
  });

  test('no-item-id: neither form of an appointment tells its id', async () => {
    expect(await inPane(await openPane(attendee, /Direktionsmøde/, '&misbehave=no-item-id'), 'item.itemId')).toBeNull();
    expect(await inPane(await openPane(secretary, /Direktionsmøde/, '&misbehave=no-item-id'), 'ask((cb) => item.getItemIdAsync(cb))')).toMatchObject({
      name: 'ItemNotSaved',
    });
  });

  test('properties-fail: custom properties cannot be read', async () => {
    const frame = await openPane(attendee, /Direktionsmøde/, '&misbehave=properties-fail');
    expect(await inPane(frame, 'ask((cb) => item.loadCustomPropertiesAsync(cb))')).toHaveProperty('code');
  });

  test('properties-lost-on-exceptions: a changed occurrence has lost them, another has not', async () => {
    const keep = "new Promise((done) => item.loadCustomPropertiesAsync(({ value }) => { value.set('agenda', 'a1'); value.saveAsync(done); }))";
    const read = "new Promise((done) => item.loadCustomPropertiesAsync(({ value }) => done(value.get('agenda') ?? null)))";
    for (const [title, lost] of [
      [/Direktionsmøde/, 'a1'],
      [/flyttet til tirsdag/, null],
    ] as const) {
      await inPane(await openPane(attendee, title), `${keep}.then(() => null)`);
      expect(await inPane(await openPane(attendee, title), read)).toBe('a1');
      expect(await inPane(await openPane(attendee, title, '&misbehave=properties-lost-on-exceptions'), read)).toBe(lost);
    }
  });

  test('body-rewritten: what is read back is not what was set', async () => {
    const frame = await openPane(secretary, /Direktionsmøde/, '&misbehave=body-rewritten');
    await inPane(frame, `ask((cb) => item.body.setAsync('<p id="a" class="b">Velkomst</p>', { coercionType: 'html' }, cb))`);
    const { value } = await inPane<{ value: string }>(frame, "ask((cb) => item.body.getAsync('html', cb))");
    expect(value).toMatch(/^<div style="font-family: Aptos.*<div[^>]*>Velkomst<\/div>/);
    expect(value).not.toMatch(/id="a"|class="b"|<p/);
  });

  test('body-as-word and body-links-wrapped: classes of Word, prefixed ids, links through Safe Links', async () => {
    const frame = await openPane(secretary, /Direktionsmøde/, '&misbehave=body-as-word,body-links-wrapped');
    const html =
      '<div id="a"><h2>Dagsorden</h2><table><tbody><tr><td>Nyt</td></tr></tbody></table><a href="https://fjordby.example/#/m">Åbn</a></div>';
    await inPane(frame, `ask((cb) => item.body.setAsync(${JSON.stringify(html)}, { coercionType: 'html' }, cb))`);
    const { value } = await inPane<{ value: string }>(frame, "ask((cb) => item.body.getAsync('html', cb))");
    expect(value).toMatch(/<div class="WordSection1"><div id="x_a"><p class="MsoNormal"><b>Dagsorden<\/b>/);
    expect(value).toContain('https://eur05.safelinks.protection.outlook.com/?url=https%3A%2F%2Ffjordby.example%2F%23%2Fm&amp;');
  });

  test('a body of more than a million signs is thrown back by office.js itself; something short can still be put above it', async () => {
    const frame = await openPane(secretary, /Direktionsmøde/);
    const thrown = `(() => { try { item.body.setAsync('x'.repeat(1000001), () => undefined); return 'taken'; } catch (error) { return error.name; } })()`;
    expect(await inPane(frame, thrown)).toBe('Sys.ArgumentOutOfRangeException');
    await inPane(frame, "ask((cb) => item.body.prependAsync('<p>Øverst</p>', { coercionType: 'html' }, cb))");
    const { value } = await inPane<{ value: string }>(frame, "ask((cb) => item.body.getAsync('html', cb))");
    expect(value).toMatch(/^<p>Øverst<\/p>/);
  });
});

describe('a colleague’s shared calendar', () => {
  const shareWith = async (role: string): Promise<void> => {
    const token = await context.request.post(`${hosts.origin}/_dev/token`, {
      data: { user: `${secretary}@fjordby.example`, scopes: ['Calendars.ReadWrite'] },
    });
    const { access_token: bearer } = (await token.json()) as { access_token: string };
    const answer = await context.request.post(`${hosts.origin}/v1.0/me/calendar/calendarPermissions`, {
      data: { emailAddress: { address: `${attendee}@fjordby.example` }, role },
      headers: { Authorization: `Bearer ${bearer}` },
    });
    expect(answer.status()).toBe(201);
  };
  const shared = `&calendar=${secretary}@fjordby.example`;

  test('is refused where it is not shared', async () => {
    await page.goto(`${hosts.origin}/outlook?user=rikke.vindum@fjordby.example${shared}`);
    await page.getByRole('alert').getByText('ErrorAccessDenied').waitFor();
  });

  test('is chosen beside one’s own; its appointments say whose they are and what one may do', async () => {
    await shareWith('read');
    await page.goto(`${hosts.origin}/outlook?user=${attendee}@fjordby.example`);
    await page.getByLabel('Hvis kalender').selectOption({ label: 'Ulla Skarvad' });
    await page.waitForURL(/calendar=ulla/);
    await page
      .locator('.coming')
      .getByRole('link', { name: /Direktionsmøde/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Prøveapp', exact: true }).click();
    const reading = await appFrame(page, 'embedded-task-pane');
    await isReady(reading);
    expect(await inPane(reading, 'ask((cb) => item.getSharedPropertiesAsync(cb))')).toMatchObject({
      value: { owner: `${secretary}@fjordby.example`, delegatePermissions: 1 },
    });
    await shareWith('write');
    await page.reload();
    await page.getByRole('button', { name: 'Prøveapp', exact: true }).click();
    const writing = await appFrame(page, 'embedded-task-pane');
    await isReady(writing);
    expect(await inPane(writing, 'ask((cb) => item.getSharedPropertiesAsync(cb))')).toMatchObject({ value: { delegatePermissions: 63 } });
    await inPane(writing, "ask((cb) => item.subject.setAsync('Direktionsmøde, flyttet af Ane', cb))");
    await page.getByRole('button', { name: 'Send opdatering' }).click();
    await page.getByText(/Sendt til \d+ deltagere/).waitFor();
    await openAppointment(page, hosts.origin, secretary, /flyttet af Ane/);
    expect(await page.getByLabel('Titel').inputValue()).toBe('Direktionsmøde, flyttet af Ane');
  });

  test('has no add-in whose manifest does not speak of shared folders', async () => {
    await shareWith('read');
    hosts.install({ authorization: {} });
    try {
      await openAppointment(page, hosts.origin, attendee, /Direktionsmøde/, shared);
      expect(await page.getByRole('button', { name: 'Prøveapp', exact: true }).count()).toBe(0);
    } finally {
      hosts.install();
    }
  });
});

describe('signing in from the pane', () => {
  const signIn = `(async () => {
    const client = await msal.createNestablePublicClientApplication(clientSettings);
    const answer = await client.acquireTokenSilent({ scopes: ['User.Read'] });
    const me = await fetch(tenantOrigin + '/v1.0/me', { headers: { Authorization: 'Bearer ' + answer.accessToken } });
    return { username: answer.account.username, me: (await me.json()).displayName };
  })()`;

  test('msal gets a token of the local issuer through the host, and Graph takes it', async () => {
    const frame = await openPane(attendee);
    expect(await inPane(frame, "Office.context.requirements.isSetSupported('NestedAppAuth', '1.1')")).toBe(true);
    expect(await frame.evaluate(signIn)).toEqual({ username: 'ane.kratholm@fjordby.example', me: 'Ane Kratholm' });
  });

  const silent = `(async () => { try { const client = await msal.createNestablePublicClientApplication(clientSettings); const answer = await client.acquireTokenSilent({ scopes: ['User.Read'] }); return answer.account.username; } catch (error) { return error.name + ' ' + error.errorCode; } })()`;

  test.each([
    ['naa-interaction', /^InteractionRequiredAuthError/],
    ['naa-interaction-always', /^InteractionRequiredAuthError/],
    ['naa-disabled', /nested_app_auth_bridge_disabled/],
    ['naa-account-unavailable', /no_account_found/],
    ['naa-no-network', /no_network_connectivity/],
    ['naa-transient', /temporarily_unavailable/],
    ['naa-persistent', /7q6cl/],
    ['naa-untrusted-origin', /untrusted_origin/],
    ['naa-empty-error', /^ServerError/],
    ['naa-wrong-account', /^(?!ane).*@fjordby\.example$/],
  ])('misbehaviour %s is what msal then says', async (misbehaviour, words) => {
    const frame = await openPane(attendee, /Direktionsmøde/, `&misbehave=${misbehaviour}`);
    expect(await frame.evaluate(silent)).toMatch(words);
  });

  test.each(['naa-timeout', 'naa-init-timeout'])('with %s nothing ever comes', async (misbehaviour) => {
    const frame = await openPane(attendee, /Direktionsmøde/, `&misbehave=${misbehaviour}`);
    expect(await frame.evaluate(`Promise.race([${silent}, new Promise((resolve) => setTimeout(resolve, 1500, 'nothing'))])`)).toBe('nothing');
  });

  test('with naa-unavailable there is neither the promise nor the bridge', async () => {
    const frame = await openPane(attendee, /Direktionsmøde/, '&misbehave=naa-unavailable');
    expect(await inPane(frame, "Office.context.requirements.isSetSupported('NestedAppAuth', '1.1')")).toBe(false);
    expect(await frame.evaluate('typeof window.nestedAppAuthBridge')).toBe('undefined');
  });

  test('Outlook can promise a bridge that is not there', async () => {
    const frame = await openPane(attendee, /Direktionsmøde/, '&misbehave=naa-bridge-missing');
    expect(await inPane(frame, "Office.context.requirements.isSetSupported('NestedAppAuth', '1.1')")).toBe(true);
    expect(await frame.evaluate('typeof window.nestedAppAuthBridge')).toBe('undefined');
  });

  test('a dialog of the add-in reports back to its pane', async () => {
    const frame = await openPane(attendee);
    const answer = await frame.evaluate(
      `new Promise((resolve) => Office.context.ui.displayDialogAsync(location.origin + '/dialog.html', { height: 40, width: 30, promptBeforeOpen: false }, (opened) => {
        if (opened.status !== 'succeeded') resolve(opened.error.code + ' ' + opened.error.message);
        else opened.value.addEventHandler(Office.EventType.DialogMessageReceived, (event) => { opened.value.close(); resolve(event.message); });
      }))`,
    );
    expect(answer).toBe('færdig');
  });
});
