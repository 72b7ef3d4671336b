// Published minutes among the files of the body's channel: fetched with the first of them.
import { isClosed } from '../../meeting/agenda.ts';
import { channelFilesOf, nextFileVersion, printFileReference, type ChannelFile } from '../../meeting/channelFiles.ts';
import { Failure, isFailure } from '../../meeting/errors.ts';
import { channelFileLog } from '../../meeting/logsBeside.ts';
import type { MeetingFile, MeetingPointer, Publication } from '../../meeting/meeting.ts';
import { numberedName } from '../../meeting/paperNames.ts';
import { withdrawn } from '../../meeting/publications.ts';
import type { Exported } from '../../exporters/exportPaper.ts';
import type { ChannelFiles } from '../../storage/channelFiles.ts';
import type { StoredPaper } from '../../storage/papers.ts';
import type { Store } from '../../storage/store.ts';
import { lookFreshly } from '../lookFreshly.ts';
import { errorWords } from '../publish/errorWords.ts';
import type { Workplace } from '../workplace.ts';

/** A file of the channel: `wasThere` where one of that name stood there before, and nothing was sent. */
export interface KeptInChannel extends Pick<StoredPaper, 'name' | 'url'> {
  readonly wasThere: boolean;
}

type Make = (file: MeetingFile) => Promise<Exported>;

/** The files of a meeting's minutes that lie in the channel, or may, the newest first. */
export async function filesInChannel({ store }: Pick<Workplace, 'store'>, pointer: MeetingPointer): Promise<ChannelFile[]> {
  return channelFilesOf(await store.publications(channelFileLog(pointer)));
}

/**
 * Puts the open edition of the published minutes among the files of the board's channel, at once or not at all. It is made from what is stored now, what it
 * tells is looked at last before it leaves and once more when it is there: closing waits for the claim in between (untilPublished.ts).
 * @param besides a file of that name is known to stand there, and this one gets a number behind its name
 * @throws Failure NotFound (no minutes are published), Conflict (something told openly is closed by now; or somebody else is at it), PaperNotStored,
 *   ChannelRefused, and what making the file throws
 */
export async function keepInChannel({ store, now }: Workplace, pointer: MeetingPointer, make: Make, besides: boolean): Promise<KeptInChannel> {
  const file = await store.openMeeting(pointer);
  const look = () => lookFreshly(() => refuseClosedSince(store, file), now);
  await look();
  const { name: wanted, type, bytes } = await make(file);
  const there = await store.channelFiles(file.board);
  const name = besides ? await freeName(there, wanted) : wanted;
  const log = channelFileLog(pointer);
  const version = nextFileVersion(await store.publications(log), name);
  const earlier = await store.readLogLine(log, version, 'channel');
  const at = now().toISOString();
  const claim: Publication = {
    target: 'channel',
    version,
    state: 'pending',
    attempts: (earlier?.line.attempts ?? 0) + 1,
    error: null,
    reference: printFileReference({ name }),
    at,
  };
  const stands = await there.find(name);
  if (stands !== null) {
    // One whose answer was lost is known from now on. What it tells was true when it was made: it is told as a file that was there, and not as this one.
    if (earlier !== null && arrivedSince(earlier.line, stands.createdAt))
      await store.keepLogLine(log, { ...claim, state: 'done', reference: referenceOf(stands) });
    return { name: stands.name, url: stands.url, wasThere: true };
  }
  if (!(await store.claimLogLine(log, claim, earlier))) throw new Failure('Conflict', 'Somebody else is putting the minutes there');
  const kept = await sent({ store, there, log, claim }, { name, content: new Blob([bytes], { type }) }, look);
  return { name: kept.name, url: kept.url, wasThere: false };
}

/** Takes the files that are known to be there away from the channel. @returns those that a person has to look for */
export async function takeFromChannel(
  { store }: Workplace,
  { pointer, board }: Pick<MeetingFile, 'pointer' | 'board'>,
): Promise<readonly ChannelFile[]> {
  const files = await filesInChannel({ store }, pointer);
  const left: ChannelFile[] = [];
  const there = files.some(({ stored }) => stored !== null) ? await store.channelFiles(board) : null;
  for (const file of files) if (there === null || !(await taken(store, there, pointer, file))) left.push(file);
  return left;
}

/** False where the file is not known, or somebody has moved it elsewhere: the others go all the same. */
async function taken(store: Store, there: ChannelFiles, pointer: MeetingPointer, { version, stored }: ChannelFile): Promise<boolean> {
  if (stored === null) return false;
  try {
    await there.take(stored);
  } catch (error) {
    if (isFailure(error, 'Conflict')) return false;
    throw error;
  }
  const log = channelFileLog(pointer);
  const earlier = await store.readLogLine(log, version, 'channel');
  if (earlier !== null) await store.claimLogLine(log, { ...earlier.line, state: 'withdrawn', attempts: earlier.line.attempts + 1 }, earlier);
  return true;
}

interface Sending {
  readonly store: Store;
  readonly there: ChannelFiles;
  readonly log: MeetingPointer;
  readonly claim: Publication;
}

/** Sends what is claimed, and writes down what became of it. */
async function sent(
  { store, there, log, claim }: Sending,
  file: Parameters<ChannelFiles['put']>[0],
  look: () => Promise<void>,
): Promise<StoredPaper> {
  const told = (state: Publication['state'], error: unknown, reference = claim.reference) =>
    store.keepLogLine(log, { ...claim, state, error: error === null ? null : errorWords(error), reference });
  let kept: StoredPaper;
  try {
    await look();
    kept = await put(there, claim, file);
  } catch (error) {
    // Whether it arrived is not known where no answer came: the claim stands, and whoever tries again looks for it.
    if (!isFailure(error, 'Offline') && !isFailure(error, 'ServerFault')) await told('failed', error);
    throw error;
  }
  try {
    await look();
  } catch (error) {
    await there.take(kept);
    await told('failed', error);
    throw error;
  }
  await told('done', null, referenceOf(kept));
  return kept;
}

/** The name was free when it was claimed: what has it now and was made since is what a try brought whose answer was lost. */
async function put(there: ChannelFiles, claim: Publication, file: Parameters<ChannelFiles['put']>[0]): Promise<StoredPaper> {
  try {
    return await there.put(file);
  } catch (error) {
    const stands = isFailure(error, 'Conflict') ? await there.find(file.name) : null;
    if (stands === null || !arrivedSince(claim, stands.createdAt)) throw error;
    return stands;
  }
}

const referenceOf = ({ name, url, driveId, itemId }: StoredPaper): string => printFileReference({ name, url, driveId, itemId });

/** Clocks differ by so much (ms) at most. */
const SKEW = 5 * 60_000;

/** Is what stands there the file of a claim whose answer was lost? Its name was free when it was claimed. */
const arrivedSince = ({ state, at }: Publication, createdAt: string): boolean =>
  (state === 'pending' || state === 'uncertain') && Date.parse(createdAt) >= Date.parse(at) - SKEW;

/** Names that are tried before it is said that the folder is full of them. */
const MOST_NAMES = 50;

async function freeName(there: ChannelFiles, wanted: string): Promise<string> {
  for (let number = 1; number <= MOST_NAMES; number += 1) {
    const name = numberedName(wanted, number);
    if ((await there.find(name)) === null) return name;
  }
  throw new Failure('PaperNotStored', 'Every name is taken', { detail: { reason: 'name' } });
}

/** @throws Failure NotFound, Conflict */
async function refuseClosedSince(store: Store, { pointer, minutes }: MeetingFile): Promise<void> {
  const [log, items] = await Promise.all([store.publications(pointer), store.openItems(pointer)]);
  if (minutes === null || withdrawn(log) !== null) throw new Failure('NotFound', 'No minutes are published');
  const open = new Set(items.filter((item) => !isClosed(items, item)).map(({ id }) => id));
  if (minutes.lines.some(({ itemId, openness }) => openness === 'open' && !open.has(itemId)))
    throw new Failure('Conflict', 'An item has been closed since the minutes were published');
}
