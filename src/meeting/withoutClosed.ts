import { isClosed } from './agenda.ts';
import type { EditionLine, MeetingFile } from './meeting.ts';
import { withItemsNamed } from './namedItems.ts';
import { asOutsider } from './openness.ts';

/**
 * A meeting without what is closed in it, as somebody outside the circle is shown it: for what a device remembers, until Graph has said anew that
 * this person may read it. Published minutes keep their open lines; what a closed one says to those outside is not known here.
 */
export function withoutClosed(file: MeetingFile): MeetingFile {
  const { items } = file.agenda;
  const closed = new Set(items.filter((item) => isClosed(items, item)).map(({ id }) => id));
  return {
    ...file,
    agenda: { ...file.agenda, items: items.map((item) => asOutsider(items, item)) },
    treatments: file.treatments.filter(({ itemId, openness }) => openness === 'open' && !closed.has(itemId)),
    minutes: file.minutes && withoutClosedLines(file.minutes),
    closedAccess: file.closedAccess === 'yes' ? 'no' : file.closedAccess,
  };
}

function withoutClosedLines(minutes: NonNullable<MeetingFile['minutes']>): MeetingFile['minutes'] {
  if (minutes.audience === 'outside') return minutes;
  const open = new Set(minutes.lines.filter((line) => line.openness === 'open').map(({ block }) => block));
  return {
    ...minutes,
    audience: 'outside',
    lines: minutes.lines.map((line) =>
      line.openness === 'open'
        ? line
        : {
            ...withoutAside(line),
            title: '',
            decision: '',
            outcome: null,
            further: undefined,
            dissent: undefined,
            votes: undefined,
            recommendations: [],
            block: open.has(line.block) ? line.block : null,
          },
    ),
    ...withItemsNamed(minutes, (item) => (item.openness === 'closed' ? { ...item, title: '' } : item)),
  };
}

const withoutAside = ({ recused: _recused, followUps: _followUps, ...line }: EditionLine): EditionLine => line;
