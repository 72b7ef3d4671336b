import type { Database } from '../../database/database.ts';
import { denied, GraphError } from '../gateway/graphError.ts';
import type { GraphCall } from '../gateway/call.ts';
import { listBy, type List } from './listStore.ts';
import { roleIn, siteBy, type Site } from './siteStore.ts';

/**
 * Whether a list is there for a person at all: one with permissions of its own is for those it names and the owners of
 * the site. It is not listed, found or searched for anybody else.
 */
export function seesList(db: Database, site: Site, list: List, person: string): boolean {
  return list.body.people === undefined || roleIn(db, site, person) === 'owner' || list.body.people[person] !== undefined;
}

/**
 * Refuses what a person may not do with a list that has permissions of its own: to those it does not name it is a 404,
 * as SharePoint hides what may not be seen; a reader's change is a 403. To be confirmed on a real tenant.
 * @throws GraphError 404 itemNotFound, 403 accessDenied
 */
export function requireList(call: GraphCall, site: Site, list: List): void {
  const { db } = call.tenant;
  if (!seesList(db, site, list, call.caller.id)) throw noSuchList();
  if (list.body.people?.[call.caller.id] === 'read' && call.method !== 'GET' && roleIn(db, site, call.caller.id) !== 'owner')
    throw denied('sharepoint');
}

export function noSuchList(): GraphError {
  return new GraphError(404, 'itemNotFound', 'The specified list was not found');
}

/**
 * What the owner of a site does in the list's settings: breaks the inheritance of permissions and names who may read or
 * write; null lets it inherit again. Answers false for no such list.
 */
export function setListPeople(db: Database, siteName: string, listName: string, people: Readonly<Record<string, 'read' | 'write'>> | null): boolean {
  const site = siteBy(db, siteName);
  const list = site && listBy(db, site.id, listName);
  if (!list) return false;
  const { people: _before, ...body } = list.body;
  db.run('UPDATE list SET body = ? WHERE id = ?', JSON.stringify(people === null ? body : { ...body, people }), list.id);
  return true;
}
