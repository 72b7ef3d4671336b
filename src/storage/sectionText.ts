import type { Section } from '../meeting/agenda.ts';
import { SECTION_ROLES, type SectionRole } from '../meeting/words.ts';

const HEADING = /^(\\*)## ?(.*?) ?\{#([a-z]+)\}$/;

/**
 * Sections as one CommonMark text for a multi-line column: each begins with a heading that names its role,
 * "## Formål {#purpose}". Lines of the text that would read as such a heading get a backslash. The two functions are
 * each other's opposite for every text with \n line ends.
 */
export function writeSections(sections: readonly Section[]): string {
  return sections
    .map(({ role, heading, text }) => {
      const head = `## ${heading === null ? '' : oneLine(heading)}${heading === null ? '' : ' '}{#${role}}`;
      return `${head}\n${text.split('\n').map(escape).join('\n')}`;
    })
    .join('\n');
}

/** Reads what writeSections wrote; text a person typed in SharePoint without headings becomes one plain section. */
export function readSections(stored: string): Section[] {
  const text = stored.replace(/\r\n?/g, '\n');
  if (text === '') return [];
  const sections: { role: SectionRole; heading: string | null; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const match = HEADING.exec(line);
    if (match && match[1] === '') {
      sections.push({ role: roleOf(match[3] ?? ''), heading: match[2] === '' ? null : (match[2] ?? null), lines: [] });
    } else {
      const current = sections.at(-1);
      if (current) current.lines.push(unescape(line));
      else sections.push({ role: 'text', heading: null, lines: [line] });
    }
  }
  return sections.map(({ role, heading, lines }) => ({ role, heading, text: lines.join('\n') }));
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
const escape = (line: string) => (HEADING.test(line) ? `\\${line}` : line);
const unescape = (line: string) => (HEADING.test(line) ? line.slice(1) : line);
const roleOf = (word: string): SectionRole => SECTION_ROLES.find((role) => role === word) ?? 'text';
