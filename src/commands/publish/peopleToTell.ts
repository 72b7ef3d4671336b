import type { NamedPeople } from '../../exporters/mentions.ts';
import type { Person } from '../../meeting/meeting.ts';
import type { PublicationOrder } from './publishInput.ts';
import type { Workplace } from '../workplace.ts';
import type { Beside } from './publicationOrder.ts';
import { ownersPrinted } from '../../meeting/editionFollowUp.ts';
import { mentionable } from '../mentionable.ts';

/** Those who have something to do by an edition that everybody reads, as the channel can notify them. @throws the passing failures */
export function peopleToTell({ store }: Workplace, { outside, board }: PublicationOrder, beside: Beside): Promise<NamedPeople> {
  return mentionable(store, board, ownersPrinted(outside, beside.followUps));
}

/** Their names, whether or not they are to be told. */
export const ownersOf = ({ outside }: PublicationOrder, beside: Beside): readonly Person[] => ownersPrinted(outside, beside.followUps);
