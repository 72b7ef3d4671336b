/** Files that may import each other in a circle, each with its reason. What is listed and no longer true fails the test too. */
export const fileCircles: { reason: string; files: string[] }[] = [
  {
    reason: 'the reader is being rebuilt',
    files: [
      'src/importers/recognise/attendance.ts',
      'src/importers/recognise/fields.ts',
      'src/importers/recognise/personLines.ts',
      'src/importers/recognise/personRows.ts',
      'src/importers/recognise/proseAttendance.ts',
      'src/importers/recognise/toldAbsence.ts',
    ],
  },
  {
    reason: 'the reader is being rebuilt',
    files: ['src/importers/recognise/items.ts', 'src/importers/recognise/presenterLines.ts', 'src/importers/recognise/stated.ts'],
  },
  {
    reason: 'the reader is being rebuilt',
    files: ['src/importers/recognise/meetingPlace.ts', 'src/importers/recognise/toldPlace.ts'],
  },
  {
    reason: 'the hook of the outbox is to get a file of its own',
    files: ['src/ui/kit/SaveState.tsx', 'src/ui/kit/StuckDialog.tsx'],
  },
];

/** Ways between folders of `src/ui` that still close a circle; the list only ever gets shorter. */
export const uiFolderWays: [from: string, to: string][] = [
  ['agenda', 'apology'],
  ['agenda', 'intake'],
];
