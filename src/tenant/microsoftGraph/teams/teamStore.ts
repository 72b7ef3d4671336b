import type { Database } from '../../database/database.ts';
import { keyOf } from '../../ids.ts';
import { MAIL_DOMAIN } from '../../known.ts';

export interface Team {
  id: string;
  displayName: string;
  site: string;
  /** A team is private unless it says otherwise. */
  body: { description: string; createdDateTime: string; visibility?: 'public' };
}

export type ChannelKind = 'standard' | 'private' | 'shared';

export interface Channel {
  /** `19:…@thread.tacv2` */
  id: string;
  team: string;
  kind: ChannelKind;
  /** Where its files and lists live: the team's site, or its own. */
  site: string;
  /** A private or shared channel's site is not there before somebody opened its files once. */
  provisioned: boolean;
  body: { displayName: string; description: string; createdDateTime: string; isGeneral: boolean };
}

interface TeamRow {
  id: string;
  display_name: string;
  site: string;
  body: string;
}

interface ChannelRow {
  id: string;
  team: string;
  kind: ChannelKind;
  site: string;
  provisioned: number;
  body: string;
}

const teamFrom = (row: TeamRow): Team => ({ id: row.id, displayName: row.display_name, site: row.site, body: JSON.parse(row.body) as Team['body'] });
const channelFrom = (row: ChannelRow): Channel => ({ ...row, provisioned: row.provisioned === 1, body: JSON.parse(row.body) as Channel['body'] });

export function teamBy(db: Database, id: string): Team | undefined {
  const row = db.get<TeamRow>('SELECT * FROM team WHERE id = ?', id.toLowerCase());
  return row && teamFrom(row);
}

/** What an owner does in the team's settings: from now on everybody in the organisation may join it and read its site, or no more. */
export function setTeamPublic(db: Database, id: string, isPublic: boolean): boolean {
  const team = teamBy(db, id);
  if (!team) return false;
  const { visibility: _before, ...body } = team.body;
  db.run('UPDATE team SET body = ? WHERE id = ?', JSON.stringify(isPublic ? { ...body, visibility: 'public' } : body), team.id);
  return true;
}

export function teamsOf(db: Database, person: string): Team[] {
  return db
    .all<TeamRow>('SELECT team.* FROM team JOIN team_member ON team_member.team = team.id WHERE team_member.person = ? ORDER BY display_name', person)
    .map(teamFrom);
}

export function allTeams(db: Database): Team[] {
  return db.all<TeamRow>('SELECT * FROM team ORDER BY display_name').map(teamFrom);
}

/** The address of the group behind a team: who writes to it writes to all of its members. */
export function groupMail({ displayName }: Pick<Team, 'displayName'>): string {
  return `${displayName.toLowerCase().replaceAll(/[^a-z]/g, '')}@${MAIL_DOMAIN}`;
}

export function addTeam(db: Database, team: Team): void {
  db.run('INSERT INTO team (id, display_name, site, body) VALUES (?,?,?,?)', team.id, team.displayName, team.site, JSON.stringify(team.body));
}

export function addTeamMember(db: Database, team: string, person: string, owner: boolean): void {
  db.run(
    'INSERT INTO team_member (team, person, owner) VALUES (?,?,?) ON CONFLICT (team, person) DO UPDATE SET owner = excluded.owner',
    team,
    person,
    owner,
  );
}

export function channelBy(db: Database, team: string, id: string): Channel | undefined {
  const row = db.get<ChannelRow>('SELECT * FROM channel WHERE id = ? AND team = ?', id, team);
  return row && channelFrom(row);
}

export function channelsOf(db: Database, team: string): Channel[] {
  return db.all<ChannelRow>('SELECT * FROM channel WHERE team = ? ORDER BY rowid', team).map(channelFrom);
}

export function addChannel(db: Database, channel: Channel): void {
  db.run(
    'INSERT INTO channel (id, team, kind, site, provisioned, body) VALUES (?,?,?,?,?,?)',
    channel.id,
    channel.team,
    channel.kind,
    channel.site,
    channel.provisioned,
    JSON.stringify(channel.body),
  );
}

/** What an owner does in Teams: the channel keeps its id, its site and its files' folder. Answers false for no such channel. */
export function renameChannel(db: Database, id: string, displayName: string): boolean {
  const row = db.get<{ body: string }>('SELECT body FROM channel WHERE id = ?', id);
  if (!row) return false;
  db.run('UPDATE channel SET body = ? WHERE id = ?', JSON.stringify({ ...(JSON.parse(row.body) as Channel['body']), displayName }), id);
  return true;
}

export function addChannelMember(db: Database, channel: string, person: string, owner: boolean): void {
  db.run(
    'INSERT INTO channel_member (channel, person, owner) VALUES (?,?,?) ON CONFLICT (channel, person) DO UPDATE SET owner = excluded.owner',
    channel,
    person,
    owner,
  );
}

export function removeChannelMember(db: Database, channel: string, person: string): void {
  db.run('DELETE FROM channel_member WHERE channel = ? AND person = ?', channel, person);
}

export function isTeamMember(db: Database, team: string, person: string): boolean {
  return db.get('SELECT 1 AS one FROM team_member WHERE team = ? AND person = ?', team, person) !== undefined;
}

/** Standard channels are the whole team's; the others have members of their own. */
export function isChannelMember(db: Database, channel: Channel, person: string): boolean {
  if (channel.kind === 'standard') return isTeamMember(db, channel.team, person);
  return db.get('SELECT 1 AS one FROM channel_member WHERE channel = ? AND person = ?', channel.id, person) !== undefined;
}

export function membersOf(db: Database, channel: Channel): { person: string; owner: boolean }[] {
  const rows =
    channel.kind === 'standard'
      ? db.all<{ person: string; owner: number }>('SELECT person, owner FROM team_member WHERE team = ?', channel.team)
      : db.all<{ person: string; owner: number }>('SELECT person, owner FROM channel_member WHERE channel = ?', channel.id);
  return rows.map(({ person, owner }) => ({ person, owner: owner === 1 }));
}

export function teamMembers(db: Database, team: string): { person: string; owner: boolean }[] {
  return db
    .all<{ person: string; owner: number }>('SELECT person, owner FROM team_member WHERE team = ?', team)
    .map(({ person, owner }) => ({ person, owner: owner === 1 }));
}

export function channelIdOf(seed: string): string {
  return `19:${keyOf(`channel ${seed}`, 40).replaceAll(/[-_]/g, 'x')}@thread.tacv2`;
}
