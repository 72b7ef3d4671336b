import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isClosed } from '../../src/meeting/agenda.ts';
import { minutesLines } from '../../src/meeting/minutes.ts';
import { channelDigest, DIGEST_LIMIT_BYTES } from '../../src/exporters/channelDigest.ts';
import { element, text } from '../../src/exporters/html.ts';
import { BLOCK_ID, invitationHtml } from '../../src/exporters/invitationHtml.ts';
import { joinLinks, placeInInvitation } from '../../src/exporters/placeInInvitation.ts';
import { agendaOf, anyAgenda } from '../meeting/agendas.ts';

const link = 'https://dagsorden.fjordby.example/index.html#/m?s=site&k=key';
const join = `<div style="width:100%"><span>________________________________________________________________________________</span></div>
<div class="me-email-text"><h1>Microsoft Teams-møde</h1><a id="join" href="https://teams.microsoft.com/l/meetup-join/19%3ameeting_Zg%40thread.v2/0?context=%7b%7d&amp;x=1">Deltag</a></div>`;

describe('the agenda in the invitation', () => {
  test('holds time, number, title, presenter and the link; escapes what HTML would read', () => {
    const agenda = agendaOf(['1 Æbler & <pærer> @08.30-08.50', '2 Personsag om Vej og Park (lukket) @08.50-09.00']);
    const items = agenda.items.map((item, index) => (index === 0 ? { ...item, presenters: ['Ane Kratholm'] } : item));
    const html = invitationHtml({ ...agenda, items }, link, 'da');
    expect(html).toContain('08.30–08.50');
    expect(html).toContain('1. Æbler &amp; &lt;pærer&gt;');
    expect(html).toContain('ved Ane Kratholm');
    expect(html).toContain('2. Lukket punkt');
    expect(html).not.toContain('Personsag');
    expect(html).toContain('href="https://dagsorden.fjordby.example/index.html#/m?s=site&amp;k=key"');
  });

  test('nothing of a closed item but its neutral title is in it', () => {
    fc.assert(
      fc.property(anyAgenda, (agenda) => {
        const items = agenda.items.map((item, index) => ({ ...item, title: `HEMMELIG-${index}-`, presenters: [`HEMMELIG-${index}-`] }));
        const html = invitationHtml({ ...agenda, items }, link, 'da');
        items.forEach((item, index) => expect(html.includes(`HEMMELIG-${index}-`)).toBe(!isClosed(items, item)));
      }),
    );
  });
});

describe('placing it', () => {
  const block = invitationHtml(agendaOf(['1 Nyt']), link, 'da');
  const before = `<html><head><meta charset="utf-8"></head><body><div>Kære alle<br>Vi ses.</div>\n${join}</body></html>`;

  test('it stands above the join block, and every other character stays', () => {
    const after = placeInInvitation(before, block);
    expect(after.indexOf(BLOCK_ID)).toBeGreaterThan(after.indexOf('Vi ses.'));
    expect(after.indexOf(BLOCK_ID)).toBeLessThan(after.indexOf('____'));
    expect(after.replace(block, '')).toBe(before);
  });
  test('a second version takes the place of the first, also where the mail program renamed it', () => {
    const once = placeInInvitation(before, block).replace(`id="${BLOCK_ID}"`, `id="x_${BLOCK_ID}"`);
    const other = invitationHtml(agendaOf(['1 Andet']), link, 'da');
    const twice = placeInInvitation(once, other);
    expect(twice.replace(other, '')).toBe(before);
  });
  test.each([
    ['a wrapped join block', `<html><body><div dir="ltr"><div>Hej</div><div>${join}</div></div></body></html>`],
    ['nothing but the join block', `<html><body><div>${join}</div></body></html>`],
    ['a fragment', join],
  ])('above %s', (_name, body) => {
    const after = placeInInvitation(body, block);
    expect(after.replace(block, '')).toBe(body);
    expect(after.indexOf(BLOCK_ID)).toBeLessThan(after.indexOf('____'));
    expect(joinLinks(after)).toEqual(joinLinks(body));
  });
  test.each([
    ['', ''],
    ['plain words', 'Vi ses'],
    ['a body without a meeting', '<html><body><p>Hej</p></body></html>'],
  ])('without a join block: %s', (_name, body) => {
    const after = placeInInvitation(body, block);
    expect(after.replace(block, '')).toBe(body);
    expect(after).toContain(BLOCK_ID);
  });
  test('any body keeps all its characters', () => {
    const piece = fc.constantFrom('<p>a</p>', '<div>', '</div>', join, 'tekst & <', '<table><tr><td>x', '<!-- c -->', '<o:p></o:p>', '\r\n');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const body = pieces.join('');
        expect(placeInInvitation(body, block).replace(block, '')).toBe(body);
      }),
    );
  });
});

describe('the digest in the channel', () => {
  const lines = (count: number) =>
    minutesLines(
      agendaOf(Array.from({ length: count }, (_, index) => `${index + 1} Punkt om emne`)),
      Array.from({ length: count }, (_, index) => ({
        itemId: `item-${index + 1}` as never,
        openness: 'open' as const,
        outcome: null,
        decision: `Godkendt med bemærkning. ${'ord '.repeat(60)}`,
        publicDecision: '',
        notTreated: false,
      })),
      'outside',
    );
  test('names each item and its decision', () => {
    const { subject, html } = channelDigest({
      title: 'Direktionsmøde',
      when: 'torsdag den 3. september 2026',
      lines: lines(2),
      link,
      language: 'da',
    });
    expect(subject).toBe('Referat: Direktionsmøde');
    expect(html).toMatch(/<strong>1\. Punkt om emne<\/strong><br>Godkendt med bemærkning/);
  });
  test('long minutes are cut at whole items below the limit, and the rest is counted', () => {
    const { subject, html } = channelDigest({ title: 'Byråd', when: '', lines: lines(100), link, language: 'da' });
    expect(2 * (html.length + subject.length)).toBeLessThanOrEqual(DIGEST_LIMIT_BYTES);
    const shown = html.match(/<strong>/g)?.length ?? 0;
    expect(html).toContain(`og ${100 - shown} punkter mere i referatet`);
    expect(html).toContain('Læs hele referatet');
  });
});

test('an address that is not https is never written', () => {
  expect(() => element('a', { href: 'javascript:alert(1)' }, text('x'))).toThrow(TypeError);
});
