import type { Database } from '../../database/database.ts';
import { addSiteWithLibrary } from '../sharepoint/siteWithLibrary.ts';
import { allSites, siteBy } from '../sharepoint/siteStore.ts';
import { channelBy, membersOf, teamBy } from './teamStore.ts';

/** Makes the own site of a private or shared channel when its files are opened the first time; answers false for no such channel. */
export function openChannelFiles(db: Database, id: string, now: number): boolean {
  const row = db.get<{ team: string }>('SELECT team FROM channel WHERE id = ?', id);
  const team = row && teamBy(db, row.team);
  const channel = team && channelBy(db, team.id, id);
  if (!team || !channel) return false;
  if (channel.provisioned) return true;
  const parent = siteBy(db, team.site);
  const owner = membersOf(db, channel).find(({ owner: owns }) => owns)?.person ?? '';
  const name = channel.body.displayName;
  const path = freePath(db, `${parent?.path ?? '/sites/team'}-${name.replaceAll(/[^A-Za-z0-9]/g, '')}`);
  const site = addSiteWithLibrary(
    db,
    { path, displayName: `${team.displayName}-${name}`, description: channel.body.description, team: null, channel: channel.id, now },
    owner,
    name,
  );
  db.run('UPDATE channel SET site = ?, provisioned = 1 WHERE id = ?', site, channel.id);
  return true;
}

/** A channel that was renamed keeps its site's address; the next of its old name gets another. */
function freePath(db: Database, wanted: string): string {
  let path = wanted;
  for (let next = 1; allSites(db).some((site) => site.path.toLowerCase() === path.toLowerCase()); next += 1) path = `${wanted}${next}`;
  return path;
}
