import type { Apology, CalendarEvent, MeetingFile } from '../../meeting/meeting.ts';
import { addressesWithoutId, apologiesKnown, inviteesKnown, type PeopleKnown } from '../../meeting/directoryKnown.ts';
import { NOBODY_KNOWN, type Directory, type Someone } from '../../meeting/persons.ts';
import type { Store } from '../../storage/store.ts';

type Asked = Pick<Store, 'directoryOf'>;

/** What the directory says of these people's addresses. Where it does not answer, they are known by what they are called: nothing waits for it. */
async function directoryFor(store: Asked, people: readonly Someone[]): Promise<Directory> {
  const addresses = addressesWithoutId(people);
  if (addresses.length === 0) return NOBODY_KNOWN;
  return store.directoryOf(addresses).catch(() => NOBODY_KNOWN);
}

/** The apologies with their people named by object id. */
export async function withPeopleKnown(store: Asked, apologies: readonly Apology[], also: readonly Someone[] = []): Promise<Apology[]> {
  const people = apologies.map(({ person }) => person);
  return apologiesKnown(apologies, await directoryFor(store, [...people, ...also]));
}

/**
 * Those who sent an apology and those invited, named by object id.
 * @throws Failure where the directory cannot be asked
 */
export async function peopleOf(
  store: Asked,
  file: Pick<MeetingFile, 'apologies'>,
  event: Pick<CalendarEvent, 'invitees' | 'organizer'> | null,
): Promise<PeopleKnown> {
  const invitees = event?.invitees ?? [];
  // The organiser's own address tells the organisation's domain.
  const people = [...invitees, ...file.apologies.map(({ person }) => person), ...(event?.organizer ? [event.organizer] : [])];
  const addresses = addressesWithoutId(people);
  const directory = addresses.length === 0 ? NOBODY_KNOWN : await store.directoryOf(addresses);
  return { apologies: apologiesKnown(file.apologies, directory), invitees: inviteesKnown(invitees, directory) };
}
