import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isClosed } from '../../src/meeting/agenda.ts';
import { editionOf } from '../../src/meeting/edition.ts';
import { channelDigest, DIGEST_LIMIT_BYTES } from '../../src/exporters/channelDigest.ts';
import { BLOCK_ID } from '../../src/exporters/blockId.ts';
import { invitationHtml } from '../../src/exporters/invitationHtml.ts';
import { joinLinks, placeInInvitation } from '../../src/exporters/placeInInvitation.ts';
import { agendaOf, anyAgenda, fileOf } from '../meeting/agendas.ts';
import { wordsInHtml } from './wordsIn.ts';

const link = 'https://dagsorden.fjordby.example/index.html#/m?s=site&k=key';
const join = `<div style="width:100%"><span>________________________________________________________________________________</span></div>
<div class="me-email-text"><h1>Microsoft Teams-møde</h1><a id="join" href="https://teams.microsoft.com/l/meetup-join/19%3ameeting_Zg%40thread.v2/0?context=%7b%7d&amp;x=1">Deltag</a></div>`;

describe('the agenda in the invitation', () => {
  test('holds time, number, title, presenter and the link; what HTML would read stands as it was written', () => {
    const agenda = agendaOf(['1 Æbler & <pærer> @08.30-08.50', '2 Personsag om Vej og Park (lukket) @08.50-09.00']);
    const items = agenda.items.map((item, index) => (index === 0 ? { ...item, presenters: ['Ane Kratholm'] } : item));
    const html = invitationHtml({ ...agenda, items }, link, 'da');
    expect(html).toContain('08.30–08.50');
    expect(html).toContain('1. Æbler &amp; &lt;pærer> (ved Ane Kratholm)');
    expect(html).toContain('2. Lukket punkt');
    expect(html).not.toContain('Personsag');
    expect(html).toMatch(/href="https:\/\/dagsorden\.fjordby\.example\/index\.html#\/m\?s=site&amp;k=key&amp;l=(\w{4}){3}"/);
  });

  test('tells its language, has headings, and its table reads as running text; a time never wraps; no class, no style sheet', () => {
    const items = agendaOf(['1 Nyt @08.30-08.50', '> Under', '2 Evt /10']).items.map((item, index) => ({
      ...item,
      day: index < 2 ? 1 : 2,
      block: 'BLOK 5: MIDDAG',
    }));
    const html = invitationHtml({ ...agendaOf([]), items }, link, 'da');
    expect(html).toMatch(new RegExp(`^<div id="${BLOCK_ID}" lang="da" style="[^"]*">`));
    expect([...html.matchAll(/<(h\d)[^>]*>([^<]*)</g)].map(([, level, words]) => `${level} ${words}`)).toEqual([
      'h2 Dagsorden: Direktionsmøde',
      'h3 Dag 1',
      'h4 BLOK 5: MIDDAG',
      'h3 Dag 2',
      'h4 BLOK 5: MIDDAG',
    ]);
    expect(html.match(/<table/g)).toHaveLength(2);
    expect(html.match(/<table role="presentation"/g)).toHaveLength(2);
    expect(html).toMatch(/<td style="[^"]*white-space:nowrap[^"]*" nowrap>08\.30–08\.50<\/td>/);
    expect(html).toMatch(/<td style="padding:3px 0 3px 16px[^"]*">Under<\/td>/);
    expect(html).not.toMatch(/class=|<style/);
  });

  test('day, time and place are the invitation’s own and are not told again', () => {
    const html = invitationHtml(agendaOf(['1 Nyt'], { location: 'Rådhuset', chair: 'Grethe Sønderby' }), link, 'da');
    expect(wordsInHtml(html).join(' ')).toBe('Dagsorden Direktionsmøde 1 Nyt Åbn dagsordenen og meld afbud');
  });

  test('an address that is not https is never written', () => {
    expect(() => invitationHtml(agendaOf([]), 'javascript:alert(1)', 'da')).toThrow(TypeError);
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
  const editionWith = (count: number, decision: string) => {
    const agenda = agendaOf(Array.from({ length: count }, (_, index) => `${index + 1} Punkt om emne`));
    const treatments = agenda.items.map(({ id }) => ({
      itemId: id,
      openness: 'open' as const,
      outcome: null,
      decision,
      publicDecision: '',
      notTreated: false,
    }));
    return editionOf(fileOf(agenda, { treatments }), 'outside', 1, '2026-09-03T12:00:00.000Z');
  };
  const digest = (count: number, decision = 'Godkendt.') => channelDigest({ edition: editionWith(count, decision), link, language: 'da' });

  test('names the meeting, each item and its decision', () => {
    const { subject, html } = digest(2);
    expect(subject).toBe('Referat: Direktionsmøde');
    expect(html).toBe(
      '<p>Direktionen, torsdag den 3. september 2026 kl.\u00a008.30–11.00</p>' +
        '<p><strong>1. Punkt om emne</strong><br>Godkendt.</p><p><strong>2. Punkt om emne</strong><br>Godkendt.</p>' +
        '<p><a href="https://dagsorden.fjordby.example/index.html#/m?s=site&amp;k=key">Læs hele referatet</a></p>',
    );
  });
  test('CommonMark is bold, lists and links rather than stars', () => {
    const { html } = digest(
      1,
      '**Godkendt**, idet\n\n1. at [planen](https://fjordby.example/plan) følges\n2. at *udgiften* er\n   - lav\n   - kendt',
    );
    expect(html).toContain(
      '<p><strong>1. Punkt om emne</strong><br><strong>Godkendt</strong>, idet</p>' +
        '<p>1. at <a href="https://fjordby.example/plan">planen</a> følges</p><p>2. at <em>udgiften</em> er</p><ul><li>lav</li><li>kendt</li></ul>',
    );
  });
  test('long minutes are cut at whole items below the limit, and the rest is counted', () => {
    const { subject, html } = digest(100, `Godkendt med bemærkning. ${'ord '.repeat(60)}`);
    expect(2 * (html.length + subject.length)).toBeLessThanOrEqual(DIGEST_LIMIT_BYTES);
    const shown = html.match(/<strong>/g)?.length ?? 0;
    expect(shown).toBeGreaterThan(10);
    expect(html).toContain(`<p>og ${100 - shown} punkter mere i referatet</p>`);
    expect(html).toContain('Læs hele referatet');
  });
  test('an item too long for any message leaves the link', () => {
    const { html } = digest(1, 'ord '.repeat(10_000));
    expect(wordsInHtml(html).join(' ')).toBe(
      'Direktionen torsdag den 3 september 2026 kl 08 30 11 00 og 1 punkt mere i referatet Læs hele referatet',
    );
  });
});
