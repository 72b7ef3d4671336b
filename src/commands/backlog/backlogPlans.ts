import * as v from 'valibot';
import { isFailure, isPassing } from '../../meeting/errors.ts';
import type { MeetingPointer } from '../../meeting/meeting.ts';
import { itemOfProposal, proposedItem, withProposed, type Proposal, type Taken } from '../../meeting/proposal.ts';
import { pointer } from '../../meeting/schemas.ts';
import type { BacklogPlace } from '../../storage/backlogStore.ts';
import type { Store } from '../../storage/store.ts';
import { plan } from '../plan.ts';
import { place, proposal, yearEntry } from './backlogSchemas.ts';

export const saveProposalPlan = plan({
  input: v.object({ place, before: v.nullable(proposal), after: proposal }),
  steps: { stored: {} },
  perform: ({ store }, { place, before, after }, { steps }) =>
    steps.take('stored', async () => (await store.backlog()).saveProposal(place, before, after)),
});

/** What became of proposals that were to be taken, by id. */
export interface TakenResult {
  readonly taken: readonly string[];
  /** Those that another agenda has, that were withdrawn, or are gone. */
  readonly others: readonly string[];
}

/**
 * Each proposal is claimed first, in its own row, and then stands on the agenda as an item whose id follows from it: so of two who take it at once one
 * item comes, and an order that was cut off goes on where it was.
 */
export const takeProposalsPlan = plan({
  input: v.object({ pointer, proposals: v.array(v.object({ proposal, mayMake: v.boolean() })), title: v.string(), by: v.string(), at: v.string() }),
  steps: { claimed: {}, placed: {} },
  perform: async ({ store }, { pointer, proposals, title, by, at }, { steps }): Promise<TakenResult> => {
    const backlog = await store.backlog();
    const mine: { found: Proposal; taken: Taken }[] = [];
    const others: string[] = [];
    await steps.take('claimed', async () => {
      for (const { proposal, mayMake } of proposals) {
        const taken: Taken = { key: pointer.key, itemId: await itemOfProposal(proposal.id, pointer.key), title, by, at };
        try {
          mine.push({ found: await backlog.takeProposal(pointer, proposal, taken, mayMake), taken });
        } catch (error) {
          if (!isFailure(error, 'Conflict')) throw error;
          others.push(proposal.id);
        }
      }
    });
    await steps.take('placed', () => placeAll(store, pointer, mine));
    return { taken: mine.map(({ found }) => found.id), others };
  },
});

/** Puts what was claimed on the agenda; what its list refuses for good goes back among the proposals that wait. */
async function placeAll(store: Store, pointer: MeetingPointer, mine: readonly { found: Proposal; taken: Taken }[]): Promise<void> {
  if (mine.length === 0) return;
  try {
    const file = await store.openMeeting(pointer);
    const before = file.agenda.items;
    const after = withProposed(
      before,
      mine.map(({ found, taken }) => proposedItem(found, taken.itemId)),
    );
    if (after !== before) await store.changeItems(file.pointer, before, after, file.closedRows);
  } catch (error) {
    if (!isPassing(error)) await release(store, pointer, mine);
    throw error;
  }
}

async function release(store: Store, place: BacklogPlace, mine: readonly { found: Proposal; taken: Taken }[]): Promise<void> {
  const backlog = await store.backlog();
  for (const { found, taken } of mine) await backlog.releaseProposal(place, found, taken);
}

/** An entry of the year wheel: made, changed, or taken away where `after` is null. */
export const saveYearEntryPlan = plan({
  input: v.object({ place, before: v.nullable(yearEntry), after: v.nullable(yearEntry) }),
  steps: { stored: {} },
  perform: ({ store }, { place, before, after }, { steps }) =>
    steps.take('stored', async () => {
      const backlog = await store.backlog();
      if (after !== null) await backlog.saveEntry(place, before, after);
      else if (before !== null) await backlog.removeEntry(place, before);
    }),
});
