// Subjects inside a point without numbers or letters: bullets with their own text, headings set apart, and headings that run into their text.
import type { Block } from '../blocks.ts';
import type { Language } from '../language.ts';
import { sectionHeading } from './sections.ts';

export interface SubjectLine {
  at: number;
  heading: string;
  /** What follows the heading on its line. */
  text: string;
}

const longestHeading = 80;

/** Subjects of a point, or none. Under "Sagsfremstilling" and its like such lines only part the text. */
export function subjectLines(blocks: readonly Block[], language: Language): SubjectLine[] {
  const sections = blocks.findIndex(
    (block) => block.bullet === null && (labelled(block, language)?.rest === '' || sectionHeading(block.text, language) !== null),
  );
  const own = sections < 0 ? blocks : blocks.slice(0, sections);
  for (const found of [setApart(own, blocks, language), bulleted(own, language), runningIn(own, language)]) if (found.length > 0) return found;
  return [];
}

const labelled = (block: Block, language: Language) => language.label(block.text, block.lines[0]?.cells);

/** Two and more short lines of one shape, set apart, each with a paragraph under it. */
function setApart(own: readonly Block[], blocks: readonly Block[], language: Language): SubjectLine[] {
  const found = own.flatMap((block, at) => {
    const { text } = block;
    const next = blocks[at + 1];
    if (!next || block.bullet !== null || block.row || block.tick !== null || block.lines.length > 1) return [];
    if (text.length > 60 || !text.includes(' ') || !/^\p{Lu}/u.test(text) || /[.,;!]$/.test(text) || block.gap < 1) return [];
    if (labelled(block, language) || sectionHeading(text, language) || language.people.isName(text)) return [];
    if (language.holds.finiteVerb.test(text) && !/\?$/.test(text)) return [];
    const told = next.text.length > text.length * 1.2 && /[.!?]$/.test(next.text) && next.bullet === null && /\s/.test(next.text);
    return told ? [{ at, heading: text, text: '' }] : [];
  });
  const ends = new Set(found.map(({ heading }) => /[?:]$/.exec(heading)?.[0] ?? ''));
  return found.length >= 2 && ends.size === 1 ? found : [];
}

/** "• Formand" and a paragraph that is no bullet under it, again and again: the outermost bullets, most of them with such a text. */
function bulleted(own: readonly Block[], language: Language): SubjectLine[] {
  const bullets = own.flatMap((block, at) => (block.bullet !== null && block.tick === null ? [{ block, at }] : []));
  const least = bullets.reduce((indent, { block }) => Math.min(indent, block.indent), Infinity);
  const outer = bullets.filter(({ block }) => block.indent === least);
  const headings = outer.every(({ block: { text } }) => isHeading(text, language));
  if (outer.length < 2 || outer.length !== bullets.length || !headings) return [];
  const told = outer.filter(({ at }) => {
    const next = own[at + 1];
    return next !== undefined && next.bullet === null && next.row === null && /[.!?]["”»)]?$/.test(next.text);
  }).length;
  return told >= 2 && told >= outer.length * 0.6 ? outer.map(({ at, block: { text } }) => ({ at, heading: text, text: '' })) : [];
}

/** "Skolen: Der er to nye lærere." and "Klubben:" over its text, from the point's first line on. */
function runningIn(own: readonly Block[], language: Language): SubjectLine[] {
  const found = own.flatMap((block, at) => {
    const hit =
      block.bullet === null && block.row === null ? /^(\p{Lu}[^:.!?;,]{1,40}):(?:\s+(\p{Lu}.*))?$/su.exec(block.text.slice(0, 4_000)) : null;
    const heading = hit?.[1];
    if (!heading || heading.split(' ').length > 4 || labelled(block, language) || !isHeading(heading, language)) return [];
    const text = hit[2] === undefined ? '' : block.text.slice(hit[0].length - hit[2].length);
    const next = own[at + 1];
    const said = text === '' ? next?.text : text;
    return said && /[.!?]$/.test(said.trim()) && said.length > heading.length ? [{ at, heading, text }] : [];
  });
  const initials = found.every(({ heading }) => /^\p{Lu}{1,4}$/u.test(heading));
  return found.length >= 3 && found[0]?.at === 0 && !initials && found.length >= own.length * 0.4 ? found : [];
}

function isHeading(text: string, language: Language): boolean {
  if (text.length > longestHeading || !/^\p{Lu}/u.test(text) || /[.,;!]$/.test(text) || language.people.isName(text)) return false;
  return !language.holds.finiteVerb.test(text) || /\?$/.test(text);
}
