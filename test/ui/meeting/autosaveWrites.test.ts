import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Commands } from '../../../src/commands/commands.ts';
import { decisionId, foldTreatment } from '../../../src/meeting/decisions.ts';
import { Conflict } from '../../../src/meeting/errors.ts';
import type { MeetingFile, Treatment } from '../../../src/meeting/meeting.ts';
import { mergeTreatment, sameTreatment } from '../../../src/meeting/mergeTreatment.ts';
import { withPhrase, PHRASES, type Phrase } from '../../../src/meeting/phrases.ts';
import { treatmentOf } from '../../../src/meeting/run.ts';
import { bothTexts, theirVersion } from '../../../src/meeting/treatmentConflict.ts';
import { createAutosaver, type Autosaver } from '../../../src/ui/kit/autosaver.ts';
import { readKept, treatmentKey, writeKept } from '../../../src/ui/treatment/keptTreatment.ts';
import { agendaOf, at } from '../../meeting/agendas.ts';
import { comingMeeting, fjordby } from '../../commands/fjordby.ts';

const town = fjordby();
/** The clock by which the typist types: milliseconds since they sat down. */
let clock = 0;
let ulla: Commands;
let file: MeetingFile;

beforeAll(async () => {
  ulla = await town.as('ulla.skarvad');
  const team = (await ulla.board.listBoards()).find((choice) => choice.name === 'Direktionen')!;
  const board = await ulla.board.prepareBoard(team.teamId, () => undefined);
  const agenda = agendaOf(['1 Budget', '2 Anlæg', '3 Personsag (lukket)'], { start: at('09.00'), title: 'Direktionsmøde' });
  file = await ulla.agenda.attachAgenda({ event: await comingMeeting(ulla, /^Direktionsmøde/), board, agenda }, () => undefined);
}, 60_000);
beforeEach(async () => {
  clock = 0;
  const page = { addEventListener: () => undefined, removeEventListener: () => undefined };
  vi.stubGlobal('document', { ...page, visibilityState: 'visible' });
  for (const [name, does] of Object.entries(page)) vi.stubGlobal(name, does);
  // The network and the database keep their own time: they are waited for.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  await town.emptyLog();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** The field of an item's decision, as the panel makes it (useTreatment). */
function fieldAt(place: number, nth = 1): Autosaver<Treatment> {
  const item = file.agenda.items[place]!;
  const id = decisionId(item.id, nth);
  const blank = { ...treatmentOf(file.agenda, [], item), itemId: id };
  let stored: Treatment = blank;
  return createAutosaver(
    ulla,
    {
      key: treatmentKey(file, { id }),
      rules: { same: sameTreatment, merge: mergeTreatment, both: bothTexts },
      print: writeKept,
      parse: (text) => readKept(text, id),
      send: async (next, onto) => {
        begun = clock;
        return (stored = await ulla.minutes.recordTreatment({ ...file, treatments: foldTreatment(file.treatments, onto) }, next));
      },
      standing: (error, onto) => (error instanceof Conflict ? theirVersion(onto, error) : null),
      fetch: async () => stored,
    },
    blank,
    () => undefined,
  );
}

/** When what the tenant wrote of the item was sent, by the typist's clock: a line for each write in its log. */
const written: number[] = [];
let counted = 0;
let begun = 0;
async function passes(milliseconds: number, fields: readonly Autosaver<Treatment>[]): Promise<void> {
  for (let left = milliseconds; left > 0; left -= 100) {
    clock += Math.min(left, 100);
    await vi.advanceTimersByTimeAsync(Math.min(left, 100));
    const isSending = () => fields.some((field) => field.view().saving.kind === 'saving');
    if (!isSending()) continue;
    while (isSending()) await new Promise((resolve) => setImmediate(resolve));
    const all = (await town.log()).filter(
      ({ method, path, status }) => ['POST', 'PATCH'].includes(method) && /\/lists\/DagsordenBehandling\/items/.test(path) && status < 300,
    ).length;
    for (; counted < all; counted += 1) written.push(begun);
  }
}

/** Dice that fall alike each time. */
function dice(seed: number): (below: number) => number {
  let now = seed;
  return (below) => {
    now = (now * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((now / 2_147_483_648) * below);
  };
}

test('autosave ≤ 1 write per item per 3 s: typed, pressed, left and come back to for a minute', async () => {
  const words = Object.fromEntries(PHRASES.map((phrase) => [phrase, `${phrase}.`])) as Record<Phrase, string>;
  for (const seed of [1, 2, 3]) {
    written.length = counted = 0;
    await town.emptyLog();
    const throwDice = dice(seed);
    const field = fieldAt(seed - 1);
    let leave: (() => void) | null = field.attach();
    const type = (now: boolean) => {
      const { value } = field.view();
      const more = `${value.decision} ord${clock}`.trim();
      const change: Partial<Treatment> = [{ decision: more }, { notes: more }, { dissent: more }][throwDice(3)]!;
      field.change(now ? withPhrase(value, PHRASES[throwDice(PHRASES.length)]!, words) : { ...value, ...change }, now);
    };
    while (clock < seed * 60_000) {
      const act = throwDice(10);
      if (act === 0) {
        leave?.();
        leave = leave === null ? field.attach() : null;
      } else if (act === 1) field.flush();
      else type(act === 2);
      await passes([100, 200, 200, 400, 1_600, 2_500][throwDice(6)]!, [field]);
    }
    await passes(6_000, [field]);
    leave?.();
    const apart = written.slice(1).map((time, place) => time - written[place]!);
    // As often as may be, and never more often.
    expect(written.length).toBeGreaterThan(8);
    expect(Math.min(...apart)).toBeGreaterThanOrEqual(3_000);
    expect(field.view().saving.kind).not.toBe('typing');
    const read = (await ulla.find.openMeeting(file.pointer)).treatments.find(({ itemId }) => itemId === file.agenda.items[seed - 1]!.id);
    expect(read).toMatchObject({ decision: field.view().value.decision, outcome: field.view().value.outcome });
  }
}, 120_000);

test('the first word of a pause is written at once: only what follows within three seconds waits', async () => {
  written.length = counted = 0;
  const field = fieldAt(1, 2);
  const leave = field.attach();
  field.change({ ...field.view().value, decision: 'Godkendt.' }, true);
  await passes(100, [field]);
  field.change({ ...field.view().value, decision: 'Godkendt enstemmigt.' }, true);
  await passes(2_500, [field]);
  expect(written).toHaveLength(1);
  await passes(1_000, [field]);
  expect(written).toHaveLength(2);
  leave();
});
