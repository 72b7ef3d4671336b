import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createDrafts, type Notepad } from '../../src/device/drafts.ts';
import { openLocalDatabase, type LocalDatabase } from '../../src/device/database.ts';

let turn = 0;
let database: Promise<LocalDatabase>;
let notes: Map<string, string>;
let notepad: Notepad;

beforeEach(() => {
  database = openLocalDatabase(`kladder-${(turn += 1)}`);
  notes = new Map();
  notepad = {
    getItem: (key) => notes.get(key) ?? null,
    setItem: (key, text) => void notes.set(key, text),
    removeItem: (key) => void notes.delete(key),
  };
});
const draftsOf = (person: string, kept = database) => createDrafts(kept, () => person, notepad);

describe('text that is typed and not yet sent', () => {
  test('is there again although the page was closed before its database had answered', async () => {
    const never = new Promise<LocalDatabase>(() => undefined);
    void draftsOf('ane', never).write('afbud', 'Jeg kommer ikke');
    expect(await draftsOf('ane').read('afbud')).toBe('Jeg kommer ikke');
    expect(await draftsOf('ulla').read('afbud')).toBeNull();
  });

  test('is the newest of what was noted and what the database has', async () => {
    await draftsOf('ane').write('afbud', 'gammelt');
    void draftsOf('ane', new Promise<LocalDatabase>(() => undefined)).write('afbud', 'nyt');
    expect(await draftsOf('ane').read('afbud')).toBe('nyt');
  });

  test('leaves nothing on the notepad once the database has it, and nothing anywhere once it is dropped', async () => {
    const drafts = draftsOf('ane');
    await Promise.all([drafts.write('afbud', 'a'), drafts.write('afbud', 'ab')]);
    expect(notes.size).toBe(0);
    expect(await drafts.read('afbud')).toBe('ab');
    void draftsOf('ane', new Promise<LocalDatabase>(() => undefined)).write('afbud', 'abc');
    await drafts.drop('afbud');
    expect(await drafts.read('afbud')).toBeNull();
    expect(notes.size).toBe(0);
  });

  test('that is too long for the notepad is kept all the same, and an older note does not come back in its place', async () => {
    void draftsOf('ane', new Promise<LocalDatabase>(() => undefined)).write('papir', 'kort');
    notepad.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const drafts = draftsOf('ane');
    await drafts.write('papir', 'langt');
    expect(await drafts.read('papir')).toBe('langt');
  });
});
