import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agendaDocument } from '../../src/exporters/document/agendaDocument.ts';
import { apologyDocument } from '../../src/exporters/document/apologyDocument.ts';
import type { Document } from '../../src/exporters/document/document.ts';
import { minutesDocument } from '../../src/exporters/document/minutesDocument.ts';
import { printChannelMessage } from '../../src/exporters/printers/channelMessage.ts';
import { printMail } from '../../src/exporters/printers/mail.ts';
import { printMarkdown } from '../../src/exporters/printers/markdown.ts';
import { printPlainText } from '../../src/exporters/printers/plainText.ts';
import { isClosed, type Agenda } from '../../src/meeting/agenda.ts';
import { editionOf, type Audience } from '../../src/meeting/edition.ts';
import { headOf } from '../../src/meeting/head.ts';
import type { Apology, MeetingFile } from '../../src/meeting/meeting.ts';
import { anyAgenda, fileOf, treatmentsFor } from '../meeting/agendas.ts';
import { anyProse } from './anyProse.ts';
import { words, wordsInHtml, wordsInMarkdown } from './wordsIn.ts';

const link = { href: 'https://dagsorden.fjordby.example/index.html#/m?s=site&k=key', words: 'Åbn' };

/** Every printer there is, each with how its output is read back. */
const printers: Readonly<Record<string, (document: Document) => string[]>> = {
  mail: (document) => wordsInHtml(printMail(document, { id: 'x', link })),
  channel: (document) => {
    const { subject, html } = printChannelMessage(document, link, Infinity);
    return [...words(subject), ...wordsInHtml(html)];
  },
  Markdown: (document) => [...wordsInMarkdown(printMarkdown(document)), 'Åbn'],
  'plain text': (document) => [...words(printPlainText(document)), 'Åbn'],
};

const apologiesFor = (agenda: Agenda): fc.Arbitrary<Apology[]> =>
  fc
    .array(
      fc.record({
        name: fc.constantFrom('Ane Kratholm', 'Poul Kringelholm', 'Rikke Vindum'),
        scope: fc.oneof(
          fc.constant({ kind: 'meeting' as const }),
          fc.subarray(agenda.items.map((item) => item.id)).map((itemIds) => ({ kind: 'items' as const, itemIds })),
        ),
        substitute: fc.option(fc.constant('Torkil Bækhøj'), { nil: null }),
      }),
      { maxLength: 3 },
    )
    .map((list) =>
      list.map(({ name, ...fields }, place) => ({
        ...fields,
        id: String(place),
        person: { id: null, name, email: `${place}@fjordby.example` },
        receivedAt: '2026-09-01T08:00:00.000Z',
        enteredBy: name,
        withdrawnAt: null,
      })),
    );

/** A meeting with prose in every text, and something decided. */
const anyFile: fc.Arbitrary<MeetingFile> = fc
  .tuple(anyAgenda, fc.array(anyProse, { minLength: 4, maxLength: 4 }))
  .map(([agenda, prose]) => ({
    ...agenda,
    location: 'Mødelokale 3',
    chair: 'Grethe Sønderby',
    items: agenda.items.map((item, index) => ({
      ...item,
      sections: item.sections.map((section, place) => ({ ...section, text: prose[(index + place) % prose.length] ?? section.text })),
    })),
  }))
  .chain((agenda) =>
    fc.record({ treatments: treatmentsFor(agenda), apologies: apologiesFor(agenda), prose: anyProse }).map(({ treatments, apologies, prose }) =>
      fileOf(agenda, {
        apologies,
        treatments: treatments.map((treatment, place) => (place % 2 === 0 ? { ...treatment, decision: prose } : treatment)),
      }),
    ),
  );

const at = '2026-09-03T12:05:00.000Z';
function documentsOf(file: MeetingFile, audience: Audience): Document[] {
  const head = headOf(file);
  const edition = editionOf(file, audience, 2, at);
  return (['outline', 'full'] as const).flatMap((detail) => [
    agendaDocument({ agenda: file.agenda, head, audience, language: 'da', detail }),
    minutesDocument({ edition, language: 'en', detail }),
    apologyDocument({ head, excused: edition.excused, audience, language: 'da' }),
  ]);
}

describe('one document, many printers', () => {
  test('every printer tells the same words in the same order', () => {
    fc.assert(
      fc.property(anyFile, fc.constantFrom<Audience>('circle', 'outside'), fc.nat({ max: 5 }), (file, audience, which) => {
        const document = documentsOf(file, audience)[which]!;
        const told = Object.entries(printers).map(([name, print]) => [name, print(document)] as const);
        const expected = told.find(([name]) => name === 'plain text')![1];
        for (const [name, found] of told) expect({ name, found }).toEqual({ name, found: expected });
      }),
    );
  }, 60_000);

  test('an agenda for the circle tells numbers, titles, presenters and texts of every item, in printed order', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const [outline, full] = documentsOf(file, 'circle').filter((document) => document.data.document.kind === 'agenda');
        for (const [name, print] of Object.entries(printers)) {
          const told = print(full!).join(' ');
          let from = 0;
          for (const item of file.agenda.items) {
            const line = words(`${item.number ?? ''} ${item.title}`).join(' ');
            const place = told.indexOf(line, from);
            expect(place, `${line} in ${name}`).toBeGreaterThanOrEqual(from);
            from = place + line.length;
            for (const presenter of item.presenters) expect(told.indexOf(words(presenter).join(' '), from)).toBeGreaterThanOrEqual(from);
          }
          expect(print(outline!).length).toBeLessThanOrEqual(print(full!).length);
        }
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});

describe('nothing closed reaches an outsider', () => {
  test('no printed document, and nothing else in its tree, holds a closed item’s own words', () => {
    fc.assert(
      fc.property(anyFile, (plain) => {
        const marked = (index: number) => `HEMMELIG${index}X`;
        const items = plain.agenda.items.map((item, index) => ({
          ...item,
          title: marked(index),
          presenters: [marked(index)],
          sections: [{ role: 'recommendation' as const, heading: marked(index), text: `**${marked(index)}**` }],
          attachments: [{ number: null, title: marked(index), documentId: null, openness: 'open' as const, url: null }],
        }));
        const treatments = plain.treatments.map((treatment, index) => ({ ...treatment, decision: marked(index) }));
        const file = { ...plain, agenda: { ...plain.agenda, items }, treatments };
        for (const document of documentsOf(file, 'outside')) {
          const all = [JSON.stringify(document), ...Object.values(printers).map((print) => print(document).join(' '))].join('\n');
          const agenda = document.data.document.kind === 'agenda';
          items.forEach((item, index) => {
            const closed = isClosed(items, item) || (!agenda && treatments[index]!.openness === 'closed');
            if (closed) expect(all).not.toContain(marked(index));
          });
        }
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
