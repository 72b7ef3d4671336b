import fc from 'fast-check';
import { paperItem, type Paper, type PaperAttachment, type PaperItem } from '../../src/exporters/paper/paper.ts';

export const plainPaper: Paper = {
  kind: 'agenda',
  extract: false,
  language: 'da',
  draft: false,
  organisation: 'Fjordby Kommune',
  body: 'Direktionen',
  title: 'Direktionsmøde',
  date: '2026-09-03',
  endDate: null,
  start: '08:30',
  end: '11:00',
  location: 'Lokale 1.07',
  chair: 'Ane Kratholm',
  participants: ['Ane Kratholm'],
  apologies: [],
  absent: [],
  items: [],
  attachments: [],
  published: null,
  recommendation: null,
  decision: null,
};

/** Stands in every field of everything closed, in whatever way it is written. */
export const MARK = 'Hemmelighed';

const words = fc.constantFrom(
  'Budget 2027',
  'Æbler & <pærer>',
  '5.a',
  '*fed*',
  '| a | b |\n| - | - |\n| c | d |',
  '- et\n- to',
  '1. x',
  '![p](https://p.example/a.png)',
);
const marked = words.map((text) => `${MARK} ${text}`);

const attachment = (closed: boolean, text: fc.Arbitrary<string>): fc.Arbitrary<PaperAttachment> =>
  fc.record({
    number: closed ? fc.constantFrom('3', null) : fc.constantFrom('1', null),
    title: text,
    documentId: closed ? fc.constantFrom(`1-${MARK}`, null) : fc.constantFrom('12-3', null),
    closed: closed ? fc.constant(true) : fc.constantFrom(false, null),
    url: closed ? fc.constant(`https://closed.example/${MARK}`) : fc.constantFrom('https://open.example/a', null),
  });

/** An item; what is closed in it carries the mark, and what stands under something closed as well. */
function anyItem(depth: number, under: boolean): fc.Arbitrary<PaperItem> {
  return fc.boolean().chain((own) => {
    const closed = under || own;
    const text = closed ? marked : words;
    const optional = fc.option(text, { nil: null });
    return fc
      .record({
        number: fc.constantFrom('1', '5.a', 'a', 'IV', null),
        title: text,
        neutralTitle: fc.constantFrom('Personsag', null),
        start: fc.constantFrom('08:30', null),
        end: fc.constantFrom('09:00', null),
        minutes: fc.constantFrom(30, null),
        day: fc.constantFrom(1, 2, null),
        block: closed ? fc.constantFrom(`Blok ${MARK}`, 'Blok 1') : fc.constantFrom('Blok 1', null),
        fixed: fc.boolean(),
        type: fc.constantFrom('decision' as const, 'break' as const, null),
        presenters: fc.array(text, { maxLength: 2 }),
        purpose: optional,
        recommendation: optional,
        decision: optional,
        publicDecision: fc.constantFrom('Godkendt', null),
        outcome: fc.constantFrom('approved' as const, null),
        notTreated: fc.boolean(),
        sections: fc.array(fc.record({ role: fc.constantFrom('background', 'decision', 'text', 'meta', 'attachments'), heading: optional, text }), {
          maxLength: 3,
        }),
        open: fc.array(attachment(closed, text), { maxLength: 2 }),
        hidden: fc.array(attachment(true, marked), { maxLength: 1 }),
        children: depth === 0 ? fc.constant([]) : fc.array(anyItem(depth - 1, closed), { maxLength: 2 }),
      })
      .map(({ open, hidden, ...fields }) => paperItem(fields.title, { ...fields, closed: own, attachments: [...open, ...hidden] }));
  });
}

export const anyPaper: fc.Arbitrary<Paper> = fc
  .record({
    kind: fc.constantFrom('agenda' as const, 'minutes' as const, 'programme' as const),
    language: fc.constantFrom('da' as const, 'en' as const),
    items: fc.array(anyItem(2, false), { minLength: 1, maxLength: 4 }),
    attachments: fc.array(attachment(true, marked), { maxLength: 1 }),
  })
  .map((fields) => ({ ...plainPaper, ...fields }));
