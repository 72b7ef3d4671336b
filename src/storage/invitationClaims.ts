import type { Graph } from '../graph/client.ts';
import type { MeetingPointer } from '../meeting/meeting.ts';
import { translated } from './failure.ts';
import type { Fields } from './row.ts';
import { changeRow, findRow, type StoredFields } from './upsert.ts';

// An invitation cannot be recalled. Whoever is about to send one says so in the meeting's own row first, one line each, and takes it back when it has
// arrived; whoever closes something waits for the lines that stand there.

const list = 'DagsordenMoeder';
const column = 'Sending';

const linesOf = (stored: StoredFields): string[] => {
  const value = stored[column];
  return typeof value === 'string' ? value.split(/\s+/).filter((line) => line !== '') : [];
};

/** The columns that take these claims out of the meeting's row; none where they are not there. */
export function withoutClaims(stored: StoredFields, claims: readonly string[]): Fields {
  const lines = linesOf(stored);
  const left = lines.filter((line) => !claims.includes(line));
  return left.length === lines.length ? {} : { [column]: left.length === 0 ? null : left.join('\n') };
}

/** The columns that say that an invitation is about to leave. */
export function claimToFields(stored: StoredFields, claim: string): Fields {
  const lines = linesOf(stored);
  return lines.includes(claim) ? {} : { [column]: [...lines, claim].join('\n') };
}

/** Says that an invitation is about to leave. Throws named failures. */
export async function claimInvitation(graph: Graph, { siteId, key }: MeetingPointer, claim: string): Promise<void> {
  await translated('Claiming the invitation', () =>
    changeRow(graph, { siteId, list }, key, (stored) => (stored === null ? null : claimToFields(stored, claim))),
  );
}

/** The invitations that are on their way. */
export async function invitationClaims(graph: Graph, { siteId, key }: MeetingPointer): Promise<readonly string[]> {
  return translated('Reading which invitations are on their way', async () => {
    const row = await findRow(graph, { siteId, list }, key);
    return row === null ? [] : linesOf(row.fields);
  });
}

/** Says that they are not on their way any more. */
export async function dropInvitationClaims(graph: Graph, { siteId, key }: MeetingPointer, claims: readonly string[]): Promise<void> {
  await translated('Settling the invitation', () =>
    changeRow(graph, { siteId, list }, key, (stored) => (stored === null ? null : withoutClaims(stored, claims))),
  );
}
