import type { Corrections } from '../../meeting/corrections.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { Edition, MeetingFile, Person, PublicationTarget } from '../../meeting/meeting.ts';
import type { Desk } from '../desk.ts';
import { fetched } from '../../storage/fetched.ts';

export interface PublicationPreview {
  readonly members: Edition<'circle'>;
  readonly outsiders: Edition<'outside'>;
  /** Items with no outcome that are not marked "ikke behandlet"; publishing waits for them. */
  readonly missing: readonly ItemId[];
  /** The channel message as it will stand there (HTML of the Teams subset). */
  readonly digestHtml: string;
  readonly channelName: string;
  /** Those who have something to do by what everybody reads; the message can tell them. */
  readonly owners: readonly Person[];
  /** Those of them whom it would tell and cannot, since they are not in the team: they stand there by name. */
  readonly onlyNamed: readonly string[];
  readonly targets: readonly PublicationTarget[];
  /** The edition that would be published. */
  readonly version: number;
  /** What is told otherwise than in the edition that everybody has; nothing before the first, and where nothing was changed. */
  readonly corrections: Corrections | null;
}

/** Exactly what publishing will show to whom. */
export const previewPublication =
  ({ workplace }: Desk) =>
  /** @param mention the message is to tell those who have something to do */
  async (given: MeetingFile, mention = false): Promise<PublicationPreview> => {
    const {
      correctionsOf,
      editionOf,
      isCorrected,
      missingOutcomes,
      printedWith,
      besideToPrint,
      ownersOf,
      peopleToTell,
      publicationOrder,
      targetsOf,
      withPeopleKnown,
    } = await fetched(import(/* webpackChunkName: "exporters" */ './publication.ts'));
    const file = { ...given, apologies: await withPeopleKnown(workplace.store, given.apologies) };
    const beside = await besideToPrint(workplace, file);
    const asPrinted = printedWith(file, beside);
    const plain = publicationOrder(workplace, file, beside);
    const people = mention ? await peopleToTell(workplace, plain, beside) : null;
    const order = people === null ? plain : publicationOrder(workplace, file, beside, people);
    const corrections = correctionsOf(file, asPrinted);
    return {
      members: asPrinted(editionOf(file, 'circle', order.version, order.at)),
      outsiders: order.outside,
      missing: missingOutcomes(file.agenda, file.treatments),
      digestHtml: order.digest.html,
      channelName: file.board.channelName,
      owners: ownersOf(order, beside),
      onlyNamed: people?.named ?? [],
      targets: targetsOf(order),
      version: order.version,
      corrections: isCorrected(corrections) ? corrections : null,
    };
  };
