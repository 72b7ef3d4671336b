import type { Database } from '../../database/database.ts';
import { guidOf } from '../../ids.ts';
import { SHAREPOINT_HOST } from '../../known.ts';

export interface Site {
  /** `host,collection,web` */
  id: string;
  collection: string;
  /** Server-relative path, `/sites/direktionen`; empty for the root site. */
  path: string;
  team: string | null;
  /** Set for the own site of a private or shared channel. */
  channel: string | null;
  /** `people`: of a site that is neither a team's nor a channel's, who may do what there, by id. */
  body: { displayName: string; description: string; createdDateTime: string; people?: Readonly<Record<string, Exclude<SiteRole, 'none'>>> };
}

interface SiteRow {
  id: string;
  collection: string;
  path: string;
  team: string | null;
  channel: string | null;
  body: string;
}

const fromRow = (row: SiteRow): Site => ({ ...row, body: JSON.parse(row.body) as Site['body'] });
const columns = 'id, collection, path, team, channel, body';

export type SiteRole = 'none' | 'read' | 'write' | 'owner';

export function siteIdOf(collection: string, web: string): string {
  return `${SHAREPOINT_HOST},${collection},${web}`;
}

export function addSite(
  db: Database,
  site: { path: string; displayName: string; description: string; team: string | null; channel: string | null; now: number },
): string {
  const [collection, web] = [guidOf(`site collection ${site.path}`), guidOf(`web ${site.path}`)];
  const id = siteIdOf(collection, web);
  const body: Site['body'] = { displayName: site.displayName, description: site.description, createdDateTime: new Date(site.now).toISOString() };
  db.run(
    'INSERT INTO site (id, collection, web, path, team, channel, body) VALUES (?,?,?,?,?,?,?)',
    id,
    collection,
    web,
    site.path,
    site.team,
    site.channel,
    JSON.stringify(body),
  );
  return id;
}

/** By full id, by the GUID of its collection, `root`, the host name, or `host:/path`. */
export function siteBy(db: Database, name: string): Site | undefined {
  const text = name.toLowerCase();
  if (text === 'root' || text === SHAREPOINT_HOST) return byPath(db, '');
  if (text.startsWith(`${SHAREPOINT_HOST}:/`)) return byPath(db, text.slice(SHAREPOINT_HOST.length + 1));
  const collection = text.split(',').length === 3 ? text.split(',')[1] : text;
  const row = db.get<SiteRow>(`SELECT ${columns} FROM site WHERE collection = ?`, collection ?? '');
  return row && (text.includes(',') ? row.id === text : true) ? fromRow(row) : undefined;
}

function byPath(db: Database, path: string): Site | undefined {
  const plain = path.replace(/\/+$/, '');
  const row = db.get<SiteRow>(`SELECT ${columns} FROM site WHERE lower(path) = ?`, plain);
  return row && fromRow(row);
}

export function allSites(db: Database): Site[] {
  return db.all<SiteRow>(`SELECT ${columns} FROM site ORDER BY path`).map(fromRow);
}

/**
 * What a person may do in a site: members of the team write, members of a private channel write in its own site, nobody else reads either. A site of neither is
 * everybody's to read, unless its owners have named people.
 */
export function roleIn(db: Database, site: Site, person: string): SiteRole {
  if (site.channel !== null)
    return roleOf(db.get<{ owner: number }>('SELECT owner FROM channel_member WHERE channel = ? AND person = ?', site.channel, person));
  if (site.team !== null) return roleOf(db.get<{ owner: number }>('SELECT owner FROM team_member WHERE team = ? AND person = ?', site.team, person));
  return site.body.people === undefined ? 'read' : (site.body.people[person] ?? 'none');
}

/** What a site's owner does on its page of permissions: from now on those named, and nobody else. */
export function setSitePeople(db: Database, site: Site, people: NonNullable<Site['body']['people']>): void {
  db.run('UPDATE site SET body = ? WHERE id = ?', JSON.stringify({ ...site.body, people }), site.id);
}

function roleOf(row: { owner: number } | undefined): SiteRole {
  return row === undefined ? 'none' : row.owner ? 'owner' : 'write';
}

/**
 * The number a person has in the site's hidden User Information List. It exists only once the person has touched the
 * site; person columns are written with it (gd#2991).
 */
export function siteUserNumber(db: Database, site: string, person: string): number {
  const kept = db.get<{ number: number }>('SELECT number FROM site_user WHERE site = ? AND person = ?', site, person);
  if (kept) return kept.number;
  const last = db.get<{ number: number | null }>('SELECT max(number) AS number FROM site_user WHERE site = ?', site)?.number ?? 5;
  db.run('INSERT INTO site_user (site, person, number) VALUES (?,?,?)', site, person, last + 1);
  return last + 1;
}

export function personOfNumber(db: Database, site: string, number: number): string | undefined {
  return db.get<{ person: string }>('SELECT person FROM site_user WHERE site = ? AND number = ?', site, number)?.person;
}
