// Who stands above whom in src/ui: a roof, screens, the parts they share, a cellar, words. A folder looks down, never up and never
// sideways, so nothing can lead back to where it came from. rooms.js asks here about imports inside the room.

/**
 * The floors of the house from the roof down. What stands on a floor may import the floors below it; on an `ordered` floor also what is
 * named after it there.
 */
export const uiFloors = [
  { floor: 'roof', folders: ['app'], ordered: false, instead: '' },
  {
    floor: 'screens',
    folders: ['agenda', 'apology', 'board', 'decisions', 'intake', 'meeting', 'minutes', 'myMeetings', 'profile', 'publication', 'tabConfig'],
    ordered: false,
    instead: 'What two screens show is a part below them; a screen inside another is handed in by app/.',
  },
  {
    floor: 'parts',
    folders: [
      'agendaEditor',
      'saveAs',
      'prepare',
      'followUp',
      'approval',
      'notice',
      'disclosures',
      'guests',
      'minutesLines',
      'item',
      'papers',
      'live',
      'treatment',
      'people',
      'queries',
      'richText',
      'prose',
      'htmlPreview',
      'paneSwitch',
      'unreadRows',
    ],
    ordered: true,
    instead: 'A part knows neither screens nor the parts named before it in uiFolders.js: hand in what it shows.',
  },
  { floor: 'cellar', folders: ['kit'], ordered: false, instead: 'kit/ knows no meeting and no screen: hand in what it shows or does.' },
  { floor: 'words', folders: ['i18n'], ordered: false, instead: 'Words and dates stand on nothing.' },
];

/** @param {string} path from the project's root; undefined for what stands outside the floors, as src/ui/renderApp.tsx */
export function uiFolderOf(path) {
  return /^src\/ui\/([^/]+)\//.exec(path)?.[1];
}

/** @returns {[number, number] | undefined} the floor and the place on it */
function placeOf(folder) {
  const floor = uiFloors.findIndex(({ folders }) => folders.includes(folder));
  return floor < 0 ? undefined : [floor, uiFloors[floor].folders.indexOf(folder)];
}

/**
 * Why a file of src/ui may not import another of it, or undefined when it may.
 * @param {string} file from the project's root, with forward slashes
 * @param {string} target likewise
 */
export function uiRefusalOf(file, target) {
  const from = uiFolderOf(file);
  if (from === undefined || !target.startsWith('src/ui/')) return undefined;
  const to = uiFolderOf(target);
  if (from === to) return undefined;
  const place = placeOf(from);
  if (!place) return `ui/${from}/ has no floor yet: give it one in src/tools/lint/uiFolders.js.`;
  const { floor, ordered, instead } = uiFloors[place[0]];
  const other = to === undefined ? undefined : placeOf(to);
  const below = other !== undefined && (other[0] > place[0] || (ordered && other[0] === place[0] && other[1] > place[1]));
  return below ? undefined : `ui/${from}/ (${floor}) may not look into ui/${to ?? ''}. ${instead}`.trim();
}
