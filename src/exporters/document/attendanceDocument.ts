import type { BlockContent, List } from 'mdast';
import { printClock, type ClockTime } from '../../meeting/clock.ts';
import type { Attendance, Attended, Edition } from '../../meeting/meeting.ts';
import { excusedNode, itemName } from './apologyDocument.ts';
import { heading, list, listItem, plain, text } from './document.ts';
import { wordsOf, type Language } from './words.ts';

/** Who was there, as guests too, who sent apologies and who stayed away, each under its own heading; apologies alone where nobody called the roll. */
export function attendanceNodes({ excused, attendance }: Pick<Edition, 'excused' | 'attendance'>, language: Language): BlockContent[] {
  const words = wordsOf(language);
  const apologies = [heading(2, 'list', words.apologies), excusedNode(excused, language)];
  if (attendance === undefined) return apologies;
  const { present, absent } = attendance;
  return [
    ...peopleUnder(
      words.present,
      present.filter(({ guest }) => !guest),
      language,
    ),
    ...peopleUnder(
      words.guests,
      present.filter(({ guest }) => guest),
      language,
    ),
    ...apologies,
    ...(absent.length === 0 ? [] : [heading(2, 'list', words.absent), names(absent)]),
  ];
}

function peopleUnder(title: string, people: Attendance['present'], language: Language): BlockContent[] {
  return people.length === 0 ? [] : [heading(2, 'list', title), names(people.map((person) => attendedLine(person, language)))];
}

const names = (lines: readonly string[]): List =>
  list(
    'people',
    lines.map((line) => listItem({}, { type: 'paragraph', children: [text(plain(line))] })),
  );

/** "Ane Kratholm (stedfortræder for Bo Lund; kom kl. 10.15 under punkt 3)". */
export function attendedLine({ name, insteadOf, online, excusedFor, moves }: Attended, language: Language): string {
  const words = wordsOf(language);
  const more = [
    insteadOf === null ? '' : words.standsInFor(plain(insteadOf)),
    online ? words.online : '',
    excusedFor.length === 0 ? '' : words.excusedFor(excusedFor.map((item) => itemName(item, language)).join(', ')),
    ...moves.map(({ kind, time, item }) => words[kind](time && printed(time, language), item && itemName(item, language))),
  ].filter((part) => part !== '');
  return `${plain(name)}${more.length === 0 ? '' : ` (${more.join('; ')})`}`;
}

const printed = (time: ClockTime, language: Language): string => (language === 'da' ? printClock(time) : time);
