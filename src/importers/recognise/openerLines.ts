// A line read as what opens an item, in every numbering style.
import type { ClockRange } from '../grammar/clock.ts';
import { numeralValue, romanValue } from '../grammar/numeral.ts';
import { mendScan, pattern } from '../grammar/pattern.ts';
import type { Language } from '../language.ts';
import type { Line } from '../source.ts';

export type Style =
  'point' | 'answer' | 'section' | 'dot' | 'paren' | 'colon' | 'cell' | 'space' | 'dash' | 'bare' | 'depth' | 'roman' | 'letter' | 'sign' | 'decimal';

export interface Opener {
  line: number;
  style: Style;
  /** As printed. */
  number: string | null;
  value: number;
  /** Text after the number. */
  rest: string;
  time: ClockRange | null;
  score: number;
  /** A sub-item of the opener before it that is none. */
  under?: boolean;
  /** The line of the opener it is a sub-item of, when that is not the one before it. */
  owner?: number;
  /** The heading is known to end with its line. */
  complete?: boolean;
  /** The heading runs into its text. */
  runIn?: boolean;
  /** The heading ends with its first colon, whatever follows. */
  subject?: boolean;
}

export interface Grammar {
  strong: RegExp;
  answer: RegExp;
  /** "Ad a. …", "Punkt B: …" */
  letteredAnswer: RegExp;
  letteredPoint: RegExp;
  section: RegExp;
  weak: RegExp;
  space: RegExp;
  dash: RegExp;
  /** The paper counts with Roman numbers, so that "I." is no misread 1. */
  roman: boolean;
}

export function openerGrammar(lines: readonly Line[], language: Language): Grammar {
  const { numbering, calendar, words, clock } = language.lexicon;
  const number = '(\\d{1,3}|[IVX]{1,5}(?![\\p{L}]))';
  const months = calendar.months.flat().join('|');
  return {
    strong: pattern(
      `^(?:${numbering.strong})\\.?\\s*(?:(?:${words.number})\\s*)?${number}(\\s?\\.?\\s?[a-z](?![\\p{L}]))?(\\s*[.:)|–-]+\\s*|\\s+(?=\\p{Lu}|(?:${clock.said})(?![\\p{L}])|["”“»(\\d])|\\s*$)(.*)$`,
    ),
    answer: pattern(
      `^(?:${numbering.answers})\\.?\\s*(?:(?:${numbering.row})\\s*)?${number}(\\s?\\.?\\s?[a-z](?![\\p{L}]))?(\\s*[.:)–-]+\\s*|\\s+|$)(.*)$`,
    ),
    letteredAnswer: pattern(
      `^(?:${numbering.answers})\\.?\\s*(?:(?:${numbering.row})\\s*)?(${numbering.lettered})(?:\\s?[.:)]+\\s*|\\s+[–-]\\s+|\\s*$)(.*)$`,
    ),
    letteredPoint: pattern(`^(?:${numbering.strong})\\.?\\s+(${numbering.lettered})(?:\\s?[.:)]+\\s*|\\s+[–-]\\s+|\\s*$)(.*)$`),
    section: pattern(`^(?:${numbering.paragraphSign})\\s*(\\d{1,3})\\s*[.:)]?\\s*()()(.*)$`),
    weak: pattern(`^(\\d{1,3})\\s?([.):])(?!\\d)(?!\\s*(?:${months})(?![\\p{L}]))(\\*?)[\\s\\u00a0]*(\\S.*)$`, 'u'),
    dash: pattern(`^(\\d{1,3})\\s*[-–—]\\s+(?=[${begins}"”“»])(.{3,})$`, 'u'),
    space: pattern(`^(\\d{1,3})\\s+(?=[${begins}"”“»])(.{3,})$`, 'u'),
    roman: lines.some(
      ({ text }) =>
        text.length < 300 &&
        pattern(`^(?:(?:${numbering.answers}|${numbering.strong})\\.?\\s*)?(?:II|III)(?:\\s?[.):]|\\s+[–-])\\s*\\p{Lu}`).test(text),
    ),
  };
}

/** Reads a line as an opener of some numbering style, or null. */
export function readOpener(lines: readonly Line[], index: number, grammar: Grammar, language: Language): Opener | null {
  const line = lines[index];
  if (!line || line.row) return null;
  const text = line.text.slice(0, 400);
  const mended = mendScan(text);
  const make = (style: Style, number: string, restLength: number): Opener => {
    const rest = restLength === 0 ? '' : line.text.slice(text.length - restLength).trim();
    return { line: index, style, number, value: numeralValue(number) ?? 0, rest, time: language.clock.opening(rest), score: 0 };
  };
  const strong = grammar.strong.exec(mended);
  if (strong?.[1] !== undefined && !strong[2]) return make('point', strong[1], (strong[4] ?? '').length);
  const answer = grammar.answer.exec(mended);
  if (answer?.[1] !== undefined && !answer[2]) return make('answer', answer[1], (answer[4] ?? '').length);
  for (const [style, match] of [
    ['answer', grammar.letteredAnswer],
    ['point', grammar.letteredPoint],
  ] as const) {
    const hit = match.exec(mended);
    if (hit?.[1]) return { ...make(style, hit[1], (hit[2] ?? '').length), value: letterValue(hit[1]) };
  }
  const section = grammar.section.exec(mended);
  if (section?.[1] !== undefined) return make('section', section[1], (section[4] ?? '').length);
  if (line.bullet !== null) return null;
  const weak = grammar.weak.exec(mended);
  if (weak?.[1] !== undefined && weak[4] !== undefined && !leaders.test(weak[4]) && !/^[-–]\s*\d/.test(weak[4])) {
    const opener = make(line.depth > 0 ? 'depth' : weak[2] === ')' ? 'paren' : weak[2] === ':' ? 'colon' : 'dot', weak[1], weak[4].length);
    if (weak[3]) opener.rest = `* ${opener.rest}`;
    if (weak[2] === '.' && language.clock.opening(text)?.said === false && /^\d{1,2}\.\d{2}/.test(text)) return null;
    return opener;
  }
  const roman = grammar.roman ? /^([IVXL]{1,6})(?:\s?[.):]|\s+[–-](?=\s))\s*([\p{Lu}\p{Extended_Pictographic}@#].*)$/u.exec(text) : null;
  if (roman?.[1] && roman[2] && romanValue(roman[1]) !== null) return make('roman', roman[1], roman[2].length);
  const misread = /^([Il|])\s?[.)]\s+(?=\p{Lu})(.+)$/u.exec(text);
  if (misread?.[1] && misread[2]) return { ...make('dot', '1', misread[2].length), number: misread[1] };
  if (line.cells.length > 1 && /^\d{1,3}\.?\*?$/.test(line.cells[0] ?? '') && /[\p{L}\p{Extended_Pictographic}]/u.test(line.cells[1] ?? '')) {
    const first = line.cells[0] ?? '';
    const opener = make('cell', first.replace(/\D/g, ''), line.text.length - first.length > 400 ? 0 : line.text.length - first.length);
    if (first.endsWith('*')) opener.rest = `* ${opener.rest}`;
    return opener;
  }
  if (/^\d{1,3}[.):]?$/.test(text)) return make('bare', text.replace(/\D$/, ''), 0);
  const sign = /^(?:[([#]\s?(\d{1,3})[)\]]?|(\d{1,3})\s?[/|])\s+(\p{L}.*)$/u.exec(text);
  const signed = sign?.[1] ?? sign?.[2];
  if (signed && sign?.[3]) return make('sign', signed, sign[3].length);
  const decimal = /^(\d{1,2})\.(\d)\.?\s+([\p{Lu}\p{Extended_Pictographic}@#].*)$/u.exec(text);
  if (decimal?.[1] && decimal[2] && decimal[3])
    return { ...make('decimal', `${decimal[1]}.${decimal[2]}`, decimal[3].length), value: Number(decimal[1]) * 10 + Number(decimal[2]) };
  const letter = /^([A-ZÆØÅa-zæøå])\s?[.):]\s+([\p{Lu}\p{Extended_Pictographic}@#].*)$/u.exec(text);
  if (letter?.[1] && letter[2]) return { ...make('letter', letter[1], letter[2].length), value: letterValue(letter[1]) };
  const dashed = grammar.dash.exec(mended);
  if (dashed?.[1] && dashed[2] && language.clock.opening(text) === null) return make('dash', dashed[1], dashed[2].length);
  const spaced = grammar.space.exec(mended);
  if (spaced?.[1] && spaced[2] && language.clock.opening(text) === null && language.calendar.find(text.slice(0, 40))[0]?.from !== 0)
    return make('space', spaced[1], spaced[2].length);
  return null;
}

/** What stands between a title and its page in a list of contents, and no title begins with. */
const leaders = /^[.,;:|_=/\\)\]}·]+(?:[\s\d]|$)/u;
/** What a title begins with where its number stands without a sign behind it. */
const begins = '\\p{Lu}\\p{Extended_Pictographic}@#';

const letterValue = (letter: string): number => 'abcdefghijklmnopqrstuvwxyzæøå'.indexOf(letter.toLowerCase()) + 1;
