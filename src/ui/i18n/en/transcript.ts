import type da from '../da/transcript.ts';

export default {
  open: 'What was said (transcript from Teams)',
  choose: 'Choose the transcript (.vtt)',
  hint: 'Download it in Teams from the meeting’s recap. It stays in this window: it is neither stored nor published.',
  notTranscript: '“{{name}}” is not a transcript from Teams. Download the transcript as .vtt and choose it here.',
  tooLarge: '“{{name}}” is too large to be a transcript. Choose the file that ends in .vtt.',
  begins: 'The transcript begins at',
  beginsHint: 'Change the time if the lines stand under the wrong items.',
  search: 'Search the whole transcript',
  atItem: 'Said while the item was in hand',
  found_one: '1 line found',
  found_other: '{{count}} lines found',
  nothingSaid: 'No line falls in the item’s time. Search the whole transcript, or change the time it begins.',
  noTimes: 'Nobody noted when the meeting was at its items, so the lines cannot be placed. Search the whole transcript.',
  quote: 'Quote in the notes',
  quoteLine: 'Quote in the notes: {{words}}',
  quoted: 'Quoted in the notes.',
  more: 'Show more',
  remove: 'Remove the transcript',
  unknown: 'Unknown',
} satisfies typeof da;
