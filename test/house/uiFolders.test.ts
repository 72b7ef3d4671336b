import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../src/tools/lint/rooms.js';
import { uiFloors } from '../../src/tools/lint/uiFolders.js';

const said = (file: string, specifier: string) => refusalOf(`src/ui/${file}`, specifier);

describe('inside src/ui', () => {
  it.each([
    ['a screen looks into another', 'agenda/AgendaScreen.tsx', '../apology/MyAnswer.tsx', 'ui/agenda/ (screens) may not look into ui/apology'],
    ['a screen looks into the roof', 'agenda/AgendaScreen.tsx', '../app/App.tsx', 'is handed in by app/'],
    ['a part looks into a screen', 'item/CloseItem.tsx', '../agenda/AgendaScreen.tsx', 'ui/item/ (parts) may not look into ui/agenda'],
    ['a part looks into one named before it', 'queries/keys.ts', '../item/CloseItem.tsx', 'ui/queries/ (parts) may not look into ui/item'],
    ['the cellar looks up', 'kit/states/FailureState.tsx', '../../queries/keys.ts', 'ui/kit/ (cellar) may not look into ui/queries'],
    ['words look into the cellar', 'i18n/dates.ts', '../kit/route.ts', 'ui/i18n/ (words) may not look into ui/kit'],
    ['anything looks into what starts it all', 'app/App.tsx', '../renderApp.tsx', 'ui/app/ (roof) may not look into ui/'],
    ['a folder nobody gave a floor', 'attic/Box.tsx', '../kit/route.ts', 'ui/attic/ has no floor yet'],
  ])('%s: refused', (_, file, specifier, words) => {
    expect(said(file, specifier)).toContain(words);
  });

  it.each([
    ['app/App.tsx', '../agenda/AgendaScreen.tsx'],
    ['agenda/AgendaScreen.tsx', '../item/CloseItem.tsx'],
    ['agenda/AgendaScreen.tsx', './AgendaHead.tsx'],
    ['item/CloseItem.tsx', '../queries/useMeetingFile.ts'],
    ['kit/states/Queried.tsx', '../hidden.ts'],
    ['kit/Notices.tsx', '../i18n/dates.ts'],
    ['renderApp.tsx', './app/App.tsx'],
  ])('%s may import %s', (file, specifier) => {
    expect(said(file, specifier)).toBeUndefined();
  });

  it('every folder has one floor, and every floor has its folders', () => {
    const there = readdirSync(new URL('../../src/ui', import.meta.url), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(uiFloors.flatMap(({ folders }) => folders).toSorted()).toEqual(there.map(({ name }) => name).toSorted());
  });
});
