import { z } from 'zod';
import type { Database } from '../../database/database.ts';
import { newGuid } from '../../ids.ts';
import type { GraphCall } from '../gateway/call.ts';
import { refused } from '../gateway/graphError.ts';
import type { Person } from '../directory/people.ts';
import type { ChatBody } from './meetingChats.ts';
import { memberNamed } from './memberNamed.ts';

const shape = z.looseObject({
  chatType: z.enum(['oneOnOne', 'group']),
  topic: z.string().max(250).nullish(),
  members: z.array(z.looseObject({ roles: z.array(z.enum(['owner', 'guest'])).min(1) })).min(1),
});

/**
 * Makes a chat of the people named, the caller among them, and answers its id. Between two people there is one chat:
 * asked for again, the same comes back (graph chat-post).
 * @throws GraphError 400 for another kind of chat, members without a role, a chat of two with a topic or without the caller; 404 for somebody unknown
 */
export function openChat(call: GraphCall): string {
  const parsed = shape.safeParse(call.body);
  if (!parsed.success)
    throw refused('teams', `Bad Request: ${parsed.error.issues[0]?.path.join('.') ?? ''} ${parsed.error.issues[0]?.message ?? ''}`.trim());
  const { chatType, topic, members } = parsed.data;
  const people = members.map((member) => memberNamed(call, member).person);
  const ids = [...new Set(people.map(({ id }) => id))];
  if (ids.length !== people.length) throw refused('teams', 'Duplicate chat members are specified in the request body.');
  if (!ids.includes(call.caller.id)) throw refused('teams', 'The caller must be one of the members specified in the request body.');
  const { db } = call.tenant;
  if (chatType === 'group') return keep(db, `19:${newGuid().replaceAll('-', '')}@thread.v2`, 'group', topic ?? null, people, call.tenant.now());
  if (people.length !== 2) throw refused('teams', `Expected 2 members for a OneOnOne chat, found ${people.length}.`);
  if (topic) throw refused('teams', 'A topic can be given to a group chat only.');
  return keep(db, `19:${ids.toSorted().join('_')}@unq.gbl.spaces`, 'oneOnOne', null, people, call.tenant.now());
}

function keep(db: Database, id: string, kind: 'oneOnOne' | 'group', topic: string | null, people: readonly Person[], now: number): string {
  const body: ChatBody = { topic, createdDateTime: new Date(now).toISOString(), meeting: null };
  db.run('INSERT INTO chat (id, kind, body) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING', id, kind, JSON.stringify(body));
  for (const person of people) db.run('INSERT INTO chat_member (chat, person) VALUES (?, ?) ON CONFLICT DO NOTHING', id, person.id);
  return id;
}
