import { decidedBy } from '../paper/decided.ts';
import { openPaper } from '../paper/openPaper.ts';
import type { Paper, PaperAttachment, PaperEdition, PaperItem } from '../paper/paper.ts';
import { instantAt, keyOf, spanOf } from '../paper/when.ts';

const SCHEMA = 'https://schema.oparl.org/1.1';
/** Ids are addresses in OParl. Whoever serves these objects puts their own in the place of this one. */
const BASE = 'https://dagsorden.example/oparl';

/** A paper as an OParl 1.1 Meeting with its agenda items inside. What OParl has no word for stands under `dagsorden:`, as its section 2.9 asks of vendors. */
export function printOparl(whole: Paper, edition: PaperEdition): string {
  const paper = edition === 'open' ? openPaper(whole) : whole;
  const id = `${BASE}/meeting/${keyOf(paper)}`;
  const { start, end } = spanOf(paper);
  const meeting = {
    id,
    type: `${SCHEMA}/Meeting`,
    name: paper.title ?? paper.body ?? undefined,
    meetingState: paper.kind === 'minutes' ? 'durchgeführt' : 'eingeladen',
    start: start ?? undefined,
    end: end ?? undefined,
    location: paper.location === null ? undefined : { id: `${id}/location`, type: `${SCHEMA}/Location`, description: paper.location },
    auxiliaryFile: files(paper.attachments, id),
    agendaItem: items(paper.items, id, paper, { next: 0 }),
    'dagsorden:edition': edition,
    'dagsorden:organization': paper.body ?? undefined,
    'dagsorden:chair': paper.chair ?? undefined,
    'dagsorden:participant': paper.participants,
    'dagsorden:apology': paper.apologies.map(({ name, substitute }) => ({ name, substitute: substitute ?? undefined })),
  };
  return `${JSON.stringify(meeting, null, 2)}\n`;
}

/** OParl knows no sub-items: all stand in one order, each naming the one above. */
function items(list: readonly PaperItem[], meeting: string, paper: Paper, count: { next: number }, above?: string): object[] {
  return list.flatMap((item) => {
    count.next += 1;
    const id = `${meeting}/agendaItem/${count.next}`;
    const decided = decidedBy(item, paper.language);
    const own = {
      id,
      type: `${SCHEMA}/AgendaItem`,
      meeting,
      order: count.next,
      number: item.number ?? undefined,
      name: titleOf(item, paper),
      public: !item.closed,
      result: decided.outcome ?? undefined,
      resolutionText: decided.text ?? undefined,
      start: timeOf(item.start, item, paper),
      end: timeOf(item.end, item, paper),
      auxiliaryFile: files(item.attachments, id),
      'dagsorden:superordinated': above,
      'dagsorden:presenter': item.presenters.length === 0 ? undefined : item.presenters,
    };
    return [own, ...items(item.children, meeting, paper, count, id)];
  });
}

const titleOf = ({ closed, title, neutralTitle }: PaperItem, { language }: Paper): string =>
  title === '' && closed ? (neutralTitle ?? (language === 'en' ? 'Closed item' : 'Lukket punkt')) : title;

function timeOf(time: string | null, item: PaperItem, paper: Paper): string | undefined {
  if (time === null || paper.date === null) return undefined;
  const day = new Date(Date.parse(`${paper.date}T12:00:00Z`) + ((item.day ?? 1) - 1) * 86_400_000);
  return instantAt(day.toISOString().slice(0, 10), time);
}

/** A file of OParl has to have an address; papers without one are named in the item's text only. */
function files(attachments: readonly PaperAttachment[], under: string): object[] | undefined {
  const found = attachments.filter(({ url }) => url !== null);
  if (found.length === 0) return undefined;
  return found.map(({ title, url }, place) => ({ id: `${under}/file/${place + 1}`, type: `${SCHEMA}/File`, name: title, accessUrl: url }));
}
