import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, test, vi } from 'vitest';
import { rewriteAsWord, rewriteBody, wrapLinks } from '../../src/tenant/hosts/outlook/bodyRewriting.ts';
import { readBody } from '../../src/exporters/bodyLines.ts';
import { invitationHtml } from '../../src/exporters/invitationHtml.ts';
import { joinLinks, placed, placeInInvitation } from '../../src/exporters/placeInInvitation.ts';
import { agendaQueries } from '../../src/meeting/agendaAddress.ts';
import { joinLinkMeaning } from '../../src/meeting/joinLink.ts';
import { agendaOf } from '../meeting/agendas.ts';
import { edited, PERSONS, PROGRAMS } from './invitationEdits.ts';

const link = 'https://dagsorden.fjordby.example/index.html#/m?s=site&k=denne';
const join = `<div style="width:100%"><span>________________________________________________________________________________</span></div>
<div class="me-email-text"><div><span>Microsoft Teams-møde</span></div><div><a id="meet_invite_block.action.join_link" href="https://teams.microsoft.com/l/meetup-join/19%3ameeting_Zg%40thread.v2/0?context=%7b%22Tid%22%3a%221%22%2c%22Oid%22%3a%222%22%7d">Deltag i mødet nu</a></div></div>`;
const before = `<html><head></head><body><div>Kære alle<br>Vi ses.</div>\n${join}</body></html>`;

/** Each revision has words of its own, so that nothing of an earlier one can hide. */
const revision = (number: number) =>
  invitationHtml(
    { ...agendaOf([`1 Udgave${number} nyt @09.00-09.20`, `2 Udgave${number} budget @09.20-10.00`, `3 Udgave${number} evt`]), title: `Møde${number}` },
    link,
    'da',
  );
const linesOf = (html: string) => readBody(html).lines.map(({ text }) => text);
const stripped = (html: string) => edited(html, [PROGRAMS['takes ids and classes away']!]);
const agendas = (html: string) =>
  readBody(html)
    .lines.flatMap(({ anchors }) => anchors)
    .filter(({ properties }) => agendaQueries(String(properties['href'])).some((q) => q.get('k') === 'denne')).length;

describe('what is ours in an invitation', () => {
  test('a line of underscores in a signature, and a form to fill in, are no join block', () => {
    const html = `<html><body><p>Kære alle</p><p>Underskrift: ______________________________</p><p>______________________________</p><p>Ulla Skarvad</p>${join}</body></html>`;
    const after = placeInInvitation(html, revision(1));
    expect(after.indexOf('Dagsorden: Møde1')).toBeGreaterThan(after.indexOf('Ulla Skarvad'));
    expect(after.indexOf('Dagsorden: Møde1')).toBeLessThan(after.indexOf('Microsoft Teams-møde'));
    expect(placeInInvitation('<p>Hej</p><p>______________________________</p><p>Ulla</p>', revision(1))).toMatch(/Ulla<\/p><div id/);
  });

  test('a join link that was pasted above is no join block where Teams made one', () => {
    const pasted = '<p>Brug <a href="https://teams.microsoft.com/meet/123?p=a">dette link</a> i stedet</p>';
    const after = placeInInvitation(`<html><body>${pasted}<p>Vi ses</p>${join}</body></html>`, revision(1));
    expect(after.indexOf('Dagsorden: Møde1')).toBeGreaterThan(after.indexOf('Vi ses'));
    expect(after.indexOf('Dagsorden: Møde1')).toBeLessThan(after.indexOf('____'));
  });

  test('the join block below a greeting in the same element stays whole, and the agenda stands between them', () => {
    const after = placeInInvitation(`<html><body><div>Kære alle<br>${join}</div><p>Venlig hilsen</p></body></html>`, revision(1));
    expect(after.indexOf('Dagsorden: Møde1')).toBeGreaterThan(after.indexOf('Kære alle'));
    expect(after.indexOf('Dagsorden: Møde1')).toBeLessThan(after.indexOf('____'));
  });

  test('the agenda of the meeting that was copied gives way, and its link that stands alone in somebody’s text does not', () => {
    const other = link.replace('denne', 'forrige');
    const old = invitationHtml({ ...agendaOf(['1 Gammelt']), title: 'Forrige' }, other, 'da');
    const copied = placeInInvitation(stripped(placeInInvitation(before, old)), revision(1));
    expect(linesOf(copied).join(' ')).not.toContain('Gammelt');
    const pasted = `<p>Vi fortsætter fra <a href="${other.replaceAll('&', '&amp;')}&amp;l=aaaabbbb">Åbn dagsordenen og meld afbud</a></p>${join}`;
    expect(placeInInvitation(pasted, revision(1)).replace(revision(1), '')).toBe(pasted);
  });

  test('the same agenda once more changes nothing, also where its id is gone: nothing is sent again', () => {
    const once = stripped(placeInInvitation(before, revision(1)));
    expect(placeInInvitation(once, revision(1))).toBe(once);
  });

  test('of an agenda whose link does not tell its lines it is said which of them go', () => {
    const old = placeInInvitation(before, revision(1)).replace(/&amp;l=\w+/, '');
    const { html, goes, kept } = placed(edited(old, [(d) => PERSONS['types below the link']!(d, 'Husk madpakken')]), revision(2));
    expect(agendas(html)).toBe(1);
    expect(kept).toEqual(['Husk madpakken']);
    const withoutIds = placed(stripped(old), revision(2));
    expect([agendas(withoutIds.html), withoutIds.kept, withoutIds.goes]).toEqual([1, [], goes]);
    expect(goes).toEqual(['Dagsorden: Møde1', '09.00–09.20 1. Udgave1 nyt', '09.20–10.00 2. Udgave1 budget', '10.00 3. Udgave1 evt']);
  });

  test('an agenda that stands there twice, or whose frame was cut in two, becomes one', () => {
    const block = revision(1);
    const cut = block.indexOf('<table');
    for (const body of [
      `${block}<p>Imellem</p>${block}`,
      `${block.slice(0, cut)}</div><p>Imellem</p><div id="x_dagsorden-agenda">${block.slice(cut)}`,
    ])
      for (const html of [`<p>Hej</p>${body}${join}`, stripped(`<p>Hej</p>${body}${join}`)]) {
        const after = placed(html, revision(2));
        expect(agendas(after.html)).toBe(1);
        expect(after.goes).toEqual([]);
        expect(linesOf(after.html).filter((line) => /Udgave1|Møde1/.test(line))).toEqual([]);
        expect(linesOf(after.html)).toContain('Imellem');
      }
  });

  test('an id that has come to stand around the whole invitation makes nothing of it ours', () => {
    const body = placeInInvitation(before, revision(1))
      .replace(/<body>/, '<body><div class="x" id="x_dagsorden-agenda">')
      .replace('</body>', '</div></body>');
    for (const html of [body, body.replace('id="dagsorden-agenda"', '')]) {
      const after = placed(html, revision(2));
      const lines = linesOf(after.html).filter((line) => line !== '');
      expect(lines.slice(0, 3)).toEqual(['Kære alle', 'Vi ses.', 'Dagsorden: Møde2']);
      expect(lines.filter((line) => /Udgave1|Skrevet i/.test(line))).toEqual([]);
      expect(after.html).toContain(join);
    }
  });

  test('without id and link it is known by its title above the table, and only what is said again goes', () => {
    const gone = edited(stripped(placeInInvitation(before, revision(1))), [
      (d) => d.querySelector('a[href*="#/m"]')?.closest('p')?.remove(),
      (d) => PERSONS['types in a cell']!(d, 'Husk madpakken'),
    ]);
    const { html } = placed(gone, revision(1));
    expect(linesOf(html).filter((line) => line === 'Dagsorden: Møde1')).toHaveLength(1);
    expect(linesOf(html).join(' ')).toContain('Husk madpakken');
  });
});

describe('an invitation somebody has written in', () => {
  const cases = ['with ids', 'without ids'].flatMap((ids) => Object.keys(PERSONS).map((name) => [name, ids] as const));
  test.each(cases)('whoever %s, %s: the words stay, there is one agenda, the join link is whole', (name, ids) => {
    const first = placeInInvitation(before, revision(1));
    const body = edited(ids === 'with ids' ? first : stripped(first), [(d) => PERSONS[name]!(d, 'Husk madpakken')]);
    const { html } = placed(body, revision(2));
    expect(linesOf(html).join('\n')).toContain('Husk madpakken');
    expect(agendas(html)).toBe(1);
    expect(linesOf(html)).toContain('Dagsorden: Møde2');
    expect(linesOf(html)).toContain('Kære alle');
    expect(joinLinks(html)).toEqual(joinLinks(before));
    const old = linesOf(html).filter((line) => line.includes('Udgave1') && !line.includes('Husk madpakken'));
    expect(old).toEqual([]);
  });

  test.each([
    ['rewrites it', rewriteBody],
    ['edits with Word', rewriteAsWord],
    ['leads its links through Safe Links', wrapLinks],
  ])('over revisions in an Outlook that %s: every sentence stays, there is one agenda and one join link', (_how, rewrite) => {
    vi.stubGlobal('DOMParser', new JSDOM().window.DOMParser);
    let html = rewrite(placeInInvitation(before, revision(0)));
    for (let round = 1; round <= 4; round += 1) {
      html = edited(html, [(d) => PERSONS['inserts a row']!(d, `Række${round}`), (d) => PERSONS['types below the link']!(d, `Sætning${round}`)]);
      html = rewrite(placeInInvitation(html, revision(round)));
      const all = linesOf(html).join('\n');
      for (let past = 1; past <= round; past += 1) expect(all).toMatch(new RegExp(`Række${past}[^]*Sætning${past}|Sætning${past}[^]*Række${past}`));
      expect(agendas(html)).toBe(1);
      expect(all).not.toContain(`Udgave${round - 1}`);
      expect(joinLinks(html).map(joinLinkMeaning)).toEqual(joinLinks(before).map(joinLinkMeaning));
    }
    vi.unstubAllGlobals();
  });

  test('over any edits of people and programs between any revisions no sentence is lost, the join link is whole, and there is one agenda', () => {
    const person = fc.constantFrom(...Object.values(PERSONS));
    const program = fc.constantFrom(...Object.values(PROGRAMS));
    const round = fc.array(fc.oneof(person, program), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(round, { minLength: 1, maxLength: 4 }), (rounds) => {
        let html = placeInInvitation(before, revision(0));
        const typed: string[] = [];
        rounds.forEach((edits, index) => {
          const numbered = edits.map((edit, at) => {
            const words = `Sætning${index}x${at}z`;
            return (d: Document) => {
              const length = d.body.innerHTML.length;
              edit(d, words);
              if (d.body.innerHTML.length !== length && d.body.innerHTML.includes(words)) typed.push(words);
            };
          });
          html = placeInInvitation(edited(html, numbered), revision(index + 1));
          const lines = linesOf(html);
          const all = lines.join('\n');
          for (const words of [...typed, 'Kære alle', 'Vi ses.']) expect(all).toContain(words);
          expect(agendas(html)).toBe(1);
          expect(lines.filter((line) => line === `Dagsorden: Møde${index + 1}`)).toHaveLength(1);
          const older = lines.filter((line) => /Udgave\d/.test(line) && !line.includes(`Udgave${index + 1}`) && !/Sætning/.test(line));
          expect(older).toEqual([]);
          expect(joinLinks(html).map(joinLinkMeaning)).toEqual(joinLinks(before).map(joinLinkMeaning));
        });
      }),
      { numRuns: 40 },
    );
  });
});
