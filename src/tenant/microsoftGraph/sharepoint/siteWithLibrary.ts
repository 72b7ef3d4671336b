import type { Database } from '../../database/database.ts';
import { guidOf } from '../../ids.ts';
import { addDrive, addItem, rootOf } from '../files/driveStore.ts';
import { addList } from './listStore.ts';
import { addSite, siteBy } from './siteStore.ts';

/** A site with its document library, and in it the folder of the channel it belongs to. Answers the site's id. */
export function addSiteWithLibrary(db: Database, given: Parameters<typeof addSite>[1], person: string, folder: string): string {
  const id = addSite(db, given);
  const site = siteBy(db, id);
  if (!site) throw new Error(`The site ${given.path} was not made.`);
  const library = addList(db, site, {
    displayName: 'Dokumenter',
    name: 'Shared Documents',
    description: '',
    template: 'documentLibrary',
    person,
    now: given.now,
    id: guidOf(`library ${given.path}`),
  });
  const drive = addDrive(db, { seed: given.path, site: id, person: null, list: library.id, name: 'Dokumenter', owner: person, now: given.now });
  addItem(db, {
    drive: drive.id,
    parent: rootOf(db, drive.id).id,
    name: folder,
    folder: true,
    by: person,
    now: given.now,
    mimeType: null,
    content: null,
  });
  return id;
}
