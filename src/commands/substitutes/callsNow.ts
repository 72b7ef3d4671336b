import { addressesWithoutId } from '../../meeting/directoryKnown.ts';
import { isFailure } from '../../meeting/errors.ts';
import type { Invitee, MeetingPointer, Person } from '../../meeting/meeting.ts';
import { addressKey, NOBODY_KNOWN } from '../../meeting/persons.ts';
import { plainProfile, type BodyProfile } from '../../meeting/profile.ts';
import { callsOf, type SubstituteAct, type SubstituteCall, type SubstituteFacts } from '../../meeting/substitutes.ts';
import type { UnreadRow } from '../../meeting/unreadRow.ts';
import type { Store } from '../../storage/store.ts';
import { withPeopleKnown } from '../attendance/peopleKnown.ts';

/** How the stand-ins of a meeting stand. */
export interface CallsRead {
  readonly calls: readonly SubstituteCall[];
  /** By the rows alone, as they count for whoever acts next. */
  readonly facts: SubstituteFacts;
  readonly unread: readonly UnreadRow[];
}

/**
 * The calls as they are stored now, held against the apologies as they stand. One request where nobody was ever called.
 * @param invitees as the organiser's copy tells them; none where it is not at hand
 * @throws Failure SiteNotPrepared where the site has no list for them yet
 */
export async function callsNow(store: Store, pointer: MeetingPointer, invitees: readonly Invitee[] = []): Promise<CallsRead> {
  let read = await store.substituteActs(pointer);
  if (read.workers === null && read.acts.length > 0) {
    // Whose call counts follows from who made the meeting's rows.
    await store.openMeeting(pointer);
    read = await store.substituteActs(pointer);
  }
  const { acts, unread, workers } = read;
  const none: SubstituteFacts = { apologies: [], invitees, profile: plainProfile, workers };
  if (acts.length === 0) return { calls: [], facts: none, unread };
  const [apologies, { profile }] = await Promise.all([store.apologies(pointer), store.readProfile(pointer.siteId)]);
  const known = await withIds(store, acts);
  const facts = { ...none, apologies: await withPeopleKnown(store, apologies), profile };
  return { calls: callsOf(known, facts), facts, unread };
}

/** The acts with their people named by object id, where the directory knows them. */
async function withIds(store: Pick<Store, 'directoryOf'>, acts: readonly SubstituteAct[]): Promise<SubstituteAct[]> {
  const addresses = addressesWithoutId(acts.flatMap(({ person, insteadOf }) => [person, insteadOf]));
  const directory = addresses.length === 0 ? NOBODY_KNOWN : await store.directoryOf(addresses).catch(() => NOBODY_KNOWN);
  const named = (person: Person): Person => ({ ...person, id: person.id ?? directory.ids[addressKey(person.email) ?? ''] ?? null });
  return acts.map((act) => ({ ...act, person: named(act.person), insteadOf: named(act.insteadOf) }));
}

/** The same with the body's profile, and none where the site has no list for them. */
export async function callsIfAny(
  store: Store,
  pointer: MeetingPointer,
): Promise<{ readonly calls: readonly SubstituteCall[]; readonly profile: BodyProfile }> {
  try {
    const { calls, facts } = await callsNow(store, pointer);
    return { calls, profile: facts.profile };
  } catch (error) {
    if (!isFailure(error, 'SiteNotPrepared')) throw error;
    return { calls: [], profile: plainProfile };
  }
}
