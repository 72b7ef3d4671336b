import { Hono } from 'hono';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { APP_ID, SHAREPOINT_HOST } from '../known.ts';
import { addConsent, consented, removeConsent } from '../identity/consents.ts';
import { knownScopes } from '../identity/appScopes.ts';
import { tokenLifetime } from '../identity/accessTokens.ts';
import { everyone, personBy } from '../microsoftGraph/directory/people.ts';
import { giveNewCalendarIds } from '../microsoftGraph/calendar/calendarDrift.ts';
import { setSitePeople, siteBy } from '../microsoftGraph/sharepoint/siteStore.ts';
import { addSiteWithLibrary } from '../microsoftGraph/sharepoint/siteWithLibrary.ts';
import { setListPeople } from '../microsoftGraph/sharepoint/listAccess.ts';
import { addPersonWithMailbox } from '../fixtures/fjordby/fjordby.ts';
import { newPerson } from '../fixtures/fjordby/people.ts';
import { openChannelFiles } from '../microsoftGraph/teams/channelSites.ts';
import { addTeamMember, renameChannel, setTeamPublic } from '../microsoftGraph/teams/teamStore.ts';
import type { Tenant } from '../tenant.ts';
import { faultShape } from './faults.ts';
import { ownPagesOnly } from './ownPages.ts';

const tokenRequest = z.object({
  user: z.string(),
  scopes: z.array(z.string()).min(1),
  /** Seconds. A token that has already run out is made with 0 or less. */
  lifetime: z.number().optional(),
  clientId: z.string().optional(),
  /** Refuse as the real one would where nobody consented, instead of handing the token out. */
  respectConsent: z.boolean().optional(),
  nonce: z.string().optional(),
});

const listPermissions = z.object({
  site: z.string(),
  list: z.string(),
  /** User principal name or id → what they may do; null gives the list its site's permissions again. */
  people: z.record(z.string(), z.enum(['read', 'write'])).nullable(),
});

/** A site that is no team's: its address, its name, and who may do what there; nobody named is everybody in the organisation, to read. */
const newSite = z.object({
  path: z.string().regex(/^\/(sites|teams)\/[\w.-]+$/),
  name: z.string().min(1),
  people: z.record(z.string(), z.enum(['read', 'write', 'owner'])),
});

const newPeople = z.object({
  names: z.array(z.string().min(1)).min(1),
  /** Id of a team they become members of. */
  team: z.string().optional(),
});

const consentRequest = z.object({ user: z.string().optional(), scopes: z.array(z.string()).optional(), clientId: z.string().optional() });

/**
 * `/_dev/…`: what tests, host pages and curious people need and a real tenant has not. No token asked: the server is on loopback only, and only its
 * own pages and programs are let in.
 */
export function devRoutes(tenant: Tenant): Hono {
  const app = new Hono();
  const { db } = tenant;
  app.use(ownPagesOnly(tenant.origin));
  app.onError((error, context) => context.json({ error: error.message }, 400));
  tokenRoutes(app, tenant);
  faultRoutes(app, tenant);
  sharePointRoutes(app, tenant);
  mailboxRoutes(app, tenant);
  consentRoutes(app, tenant);

  app.get('/users', (context) =>
    context.json(
      everyone(db).map(({ id, upn, displayName, jobTitle, department, role }) => ({
        id,
        userPrincipalName: upn,
        displayName,
        jobTitle,
        department,
        role,
      })),
    ),
  );

  peopleRoutes(app, tenant);

  app.get('/apps', (context) =>
    context.json({ manifest: readManifest(tenant.manifestFile), appOrigin: tenant.appOrigins[0] ?? null, clientId: APP_ID }),
  );

  /** `{"enforce": true}` enforces every rate limit, `false` the usual ones, `"none"` none. */
  app.post('/limits', async (context) => {
    const { enforce } = z.object({ enforce: z.union([z.boolean(), z.literal('none')]) }).parse(await context.req.json());
    tenant.throttle.enforced = enforce === 'none' ? 'none' : enforce ? 'all' : 'usual';
    return context.body(null, 204);
  });

  app.get('/log', (context) => {
    const last = Number(context.req.query('last') ?? 0);
    const lines = tenant.log.lines();
    return context.json(last > 0 ? lines.slice(-last) : lines);
  });
  app.delete('/log', (context) => {
    tenant.log.clear();
    return context.body(null, 204);
  });

  return app;
}

function tokenRoutes(app: Hono, tenant: Tenant): void {
  const { db } = tenant;
  app.post('/token', async (context) => {
    const asked = tokenRequest.parse(await context.req.json());
    const person = personBy(db, asked.user);
    if (!person) return context.json({ error: `Nobody is called ${asked.user}; GET /_dev/users lists everyone.` }, 404);
    const graphScopes = asked.scopes
      .map((scope) => scope.replace(/^https:\/\/graph\.microsoft\.com\//, ''))
      .filter((scope) => !['openid', 'profile', 'email', 'offline_access'].includes(scope));
    const clientId = asked.clientId ?? APP_ID;
    const granted = consented(db, clientId, person.id);
    const scopes = graphScopes.includes('.default') ? [...granted] : graphScopes;
    const missing = scopes.filter((scope) => !granted.has(scope));
    if (asked.respectConsent && missing.length > 0) {
      return context.json(
        { error: 'consent_required', error_description: `AADSTS65001: nobody has consented to ${missing.join(' ')} for this app.`, scopes: missing },
        400,
      );
    }
    const unknown = scopes.filter((scope) => !knownScopes.includes(scope));
    if (unknown.length > 0) return context.json({ error: `The local tenant knows no scope ${unknown.join(', ')}.` }, 400);
    const now = tenant.now();
    const lifetime = asked.lifetime ?? tokenLifetime;
    return context.json({
      token_type: 'Bearer',
      access_token: await tenant.tokens.issue(person, scopes, { now, lifetime, appId: clientId }),
      id_token: await tenant.tokens.issueIdToken(person, { audience: clientId, now, ...(asked.nonce ? { nonce: asked.nonce } : {}) }),
      expires_in: lifetime,
      scope: scopes.join(' '),
    });
  });
}

/** What an administrator does: more people, each with a mailbox, who join a team. */
function peopleRoutes(app: Hono, { db }: Tenant): void {
  app.post('/users', async (context) => {
    const { names, team } = newPeople.parse(await context.req.json());
    const before = everyone(db).length;
    const added = names.map((displayName) => newPerson(displayName));
    const known = added.find(({ upn }) => personBy(db, upn));
    if (known) return context.json({ error: `Somebody is called ${known.upn} already.` }, 409);
    db.transaction(() =>
      added.forEach((person, number) => {
        addPersonWithMailbox(db, person, before + number);
        if (team !== undefined) addTeamMember(db, team, person.id, false);
      }),
    );
    return context.json(
      added.map(({ id, upn, displayName }) => ({ id, userPrincipalName: upn, displayName })),
      201,
    );
  });
}

function faultRoutes(app: Hono, tenant: Tenant): void {
  app.post('/faults', async (context) => {
    const body: unknown = await context.req.json();
    const parsed = z.array(faultShape).safeParse(Array.isArray(body) ? body : [body]);
    if (!parsed.success) return context.json({ error: z.prettifyError(parsed.error) }, 400);
    return context.json({ ids: parsed.data.map((fault) => tenant.faults.install(fault)) }, 201);
  });
  app.get('/faults', (context) => context.json(tenant.faults.list()));
  app.delete('/faults', (context) => {
    tenant.faults.clear();
    return context.body(null, 204);
  });
  app.delete('/faults/:id', (context) =>
    tenant.faults.remove(Number(context.req.param('id'))) ? context.body(null, 204) : context.json({ error: 'No such fault.' }, 404),
  );
}

/** What people do on SharePoint's own pages and in Teams, where Graph has no word for it. */
function sharePointRoutes(app: Hono, tenant: Tenant): void {
  const { db } = tenant;
  /** What a person does in Teams by opening the Files tab of a private channel for the first time: its site is made. */
  app.post('/channels/open', async (context) => {
    const { channel } = z.object({ channel: z.string() }).parse(await context.req.json());
    const opened = db.transaction(() => openChannelFiles(db, channel, tenant.now()));
    return opened ? context.body(null, 204) : context.json({ error: 'No such channel.' }, 404);
  });

  /** What a channel's owner does in Teams: another name, also for the channel that every team has. */
  app.post('/channels/rename', async (context) => {
    const { channel, name } = z.object({ channel: z.string(), name: z.string().min(1).max(50) }).parse(await context.req.json());
    return renameChannel(db, channel, name) ? context.body(null, 204) : context.json({ error: 'No such channel.' }, 404);
  });

  /** What an administrator does: a site that is no team's. Once more, it has other people. */
  app.post('/sites', async (context) => {
    const { path, name, people } = newSite.parse(await context.req.json());
    const unknown = Object.keys(people).find((each) => !personBy(db, each));
    if (unknown !== undefined) return context.json({ error: `Nobody is called ${unknown}.` }, 404);
    const byId = Object.fromEntries(Object.entries(people).map(([each, role]) => [personBy(db, each)?.id ?? each, role]));
    const id = db.transaction(() => {
      const address = `${SHAREPOINT_HOST}:${path}`;
      const given = { path, displayName: name, description: '', team: null, channel: null, now: tenant.now() };
      const site = siteBy(db, address) ?? siteBy(db, addSiteWithLibrary(db, given, Object.keys(byId)[0] ?? '', 'Generelt'));
      if (!site || site.team !== null || site.channel !== null) throw new Error(`The site ${path} is a team's or a channel's.`);
      if (Object.keys(byId).length > 0) setSitePeople(db, site, byId);
      return site.id;
    });
    return context.json({ id, webUrl: `https://${SHAREPOINT_HOST}${path}` }, 201);
  });

  /** What a team's owner does in its settings: everybody in the organisation may join it, or no more. */
  app.post('/teams/visibility', async (context) => {
    const { team, isPublic } = z.object({ team: z.string(), isPublic: z.boolean() }).parse(await context.req.json());
    return setTeamPublic(db, team, isPublic) ? context.body(null, 204) : context.json({ error: 'No such team.' }, 404);
  });

  /** What a site's owner does in a list's settings: permissions of its own, or the site's again. */
  app.post('/lists/permissions', async (context) => {
    const { site, list, people } = listPermissions.parse(await context.req.json());
    const unknown = Object.keys(people ?? {}).find((name) => !personBy(db, name));
    if (unknown !== undefined) return context.json({ error: `Nobody is called ${unknown}.` }, 404);
    const byId = people && Object.fromEntries(Object.entries(people).map(([name, may]) => [personBy(db, name)?.id ?? name, may]));
    const done = db.transaction(() => setListPeople(db, site, list, byId));
    return done ? context.body(null, 204) : context.json({ error: 'No such list.' }, 404);
  });
}

/** What mailboxes do by themselves from one day to the next. */
function mailboxRoutes(app: Hono, { db }: Tenant): void {
  /** The calendars of a person get other ids (trap 36). */
  app.post('/calendars/drift', async (context) => {
    const { user } = z.object({ user: z.string() }).parse(await context.req.json());
    const person = personBy(db, user);
    if (!person) return context.json({ error: `Nobody is called ${user}.` }, 404);
    db.transaction(() => giveNewCalendarIds(db, person.id));
    return context.body(null, 204);
  });
}

function consentRoutes(app: Hono, { db }: Tenant): void {
  app.get('/consent', (context) => {
    const user = context.req.query('user');
    const person = user === undefined ? undefined : personBy(db, user);
    return context.json({ scopes: [...consented(db, APP_ID, person?.id ?? '*')].sort() });
  });
  app.post('/consent', async (context) => {
    const { user, scopes, clientId } = consentRequest.parse(await context.req.json());
    addConsent(db, clientId ?? APP_ID, user === undefined ? '*' : (personBy(db, user)?.id ?? user), scopes ?? []);
    return context.body(null, 204);
  });
  app.delete('/consent', async (context) => {
    const text = await context.req.text();
    const { user, scopes, clientId } = consentRequest.parse(text === '' ? {} : JSON.parse(text));
    removeConsent(db, clientId ?? APP_ID, user === undefined ? '*' : (personBy(db, user)?.id ?? user), scopes);
    return context.body(null, 204);
  });
}

/** The built unified manifest as it is on disk now, or null while there is none. */
function readManifest(file: string | undefined): unknown {
  if (file === undefined) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new Error(`The app's manifest ${file} cannot be read: ${String(error)}`);
  }
}
