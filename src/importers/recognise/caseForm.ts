// Case forms: telling one, and reading its route, recommendation, decision and topics.
import type { Block } from '../blocks.ts';
import { pattern } from '../grammar/pattern.ts';
import { unpunctuate } from '../grammar/sentence.ts';
import type { Language } from '../language.ts';
import type { ImportedPaper } from '../paper.ts';
import type { Line } from '../source.ts';
import { type ItemContext, emptyItem, fillItem } from './items.ts';
import type { Openers } from './openers.ts';
import { sectionHeading } from './sections.ts';

/** A case form: "Punkter til behandling", or case sections with no numbered points over them. */
export function isCase(lines: readonly Line[], openers: Openers, language: Language): boolean {
  const top = lines.slice(0, 12);
  const first = openers.main[0]?.line ?? Infinity;
  // Under a point the same words only head a section.
  const form = top.some((line, i) => i < first && language.holds.caseForm.test(line.text) && line.text.length < 60);
  if (form && openers.main.every(({ style }) => style !== 'point' && style !== 'answer')) return true;
  const sections = lines.findIndex(
    (line) =>
      !language.is.contents(line.text) && ['case', 'caseRoute'].includes(language.label(line.text, line.cells)?.key ?? '') && line.text.length < 40,
  );
  const strong = openers.main.some(({ style }) => style === 'point' || style === 'answer');
  return (
    sections >= 0 &&
    sections < first &&
    !strong &&
    openers.list.length < 3 &&
    lines.slice(0, sections).length < 25 &&
    openers.mode !== 'timed' &&
    !lines.slice(0, sections).some((line) => language.is.documentType(line.text) && pattern(language.lexicon.headings.notCase).test(line.text))
  );
}

interface CaseParts {
  body: string | null;
  date: string | null;
  recommendation: string | null;
  decision: string | null;
  topics: { heading: Block; body: Block[] }[];
  attachments: ImportedPaper['attachments'];
}

/** A case form's own sections: route, text, recommendation and the decision with its topics. */
export function readCaseParts(head: readonly Block[], region: readonly Block[], closing: readonly Block[], language: Language): CaseParts {
  const all = [...head, ...region, ...closing];
  const { words, calendar, headings } = language.lexicon;
  const probe = emptyItem();
  const context: ItemContext = {
    known: new Set(),
    starIsFixed: false,
    letters: true,
    programme: false,
    kind: 'case',
    date: null,
    timed: false,
    runIn: false,
    behind: false,
    attachments: [],
    owners: new Map(),
    headings: [],
    spans: () => null,
  };
  fillItem(probe, all, language, context);
  let body: string | null = null;
  let date: string | null = null;
  let topics: CaseParts['topics'] = [];
  let decision: string | null = null;
  for (let i = 0; i < all.length; i++) {
    const block = all[i];
    const special = block ? sectionHeading(block.text, language) : null;
    if (!block || special?.key !== 'decision') continue;
    const named = pattern(`\\b(?:${words.inOrOf})\\s+([\\p{L}][\\p{L}\\s-]{2,60}?)(?:,|\\s+(?:${calendar.the})\\.?\\s|:?\\s*$)`).exec(block.text);
    if (named?.[1]) body = named[1].trim();
    date = special.date ?? date;
    const under: Block[] = [];
    for (let j = i + 1; j < all.length; j++) {
      const next = all[j];
      if (!next) break;
      const label = language.label(next.text, next.lines[0]?.cells);
      if (label && ['absent', 'noShow', 'attachments', 'present'].includes(label.key)) break;
      under.push(next);
    }
    topics = topicsUnder(under, all.slice(0, i), language);
    if (topics.length === 0 && under[0]) decision = unpunctuate(language.sentences.first(under[0].text));
  }
  if (body === null) {
    const text = all.map((block) => block.text).join('\n');
    const counts = new Map<string, number>();
    for (const hit of text.matchAll(pattern(`(?<![\\p{L}])(\\p{Lu}\\p{L}*(?:${headings.bodyEndings}))(?![\\p{L}])`, 'gu'))) {
      const found = hit[1];
      if (found) counts.set(found, (counts.get(found) ?? 0) + 1);
    }
    body = [...counts.entries()].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  }
  return { body, date, recommendation: probe.recommendation, decision, topics, attachments: context.attachments };
}

/** Headings under a decision that came up as topics before, each with its own outcome. */
function topicsUnder(under: readonly Block[], before: readonly Block[], language: Language): CaseParts['topics'] {
  const earlier = before.map((block) => block.text.toLowerCase().replace(/[^\p{L}\d ]/gu, '')).join('\n');
  const topics: CaseParts['topics'] = [];
  for (const block of under) {
    const plain = block.text
      .toLowerCase()
      .replace(/[^\p{L}\d ]/gu, '')
      .trim();
    const heading =
      block.text.length < 160 &&
      !/[.!]$/.test(block.text) &&
      plain.length > 3 &&
      (earlier.includes(plain) || (topics.length === 0 && !language.holds.finiteVerb.test(block.text)));
    const last = topics.at(-1);
    if (heading) topics.push({ heading: block, body: [] });
    else if (last) last.body.push(block);
  }
  return topics.filter((topic) => topic.body.length > 0);
}
