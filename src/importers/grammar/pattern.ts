// Regular expressions over Danish letters: \b in a source means a word boundary for every alphabet, not only a–z.

/**
 * The letters of the Latin, Greek and Cyrillic alphabets. \p{L} knows six hundred ranges of them, beyond the first plane too, and a
 * lexicon asks for letters so often that compiling its patterns took longer than reading a paper.
 */
const letters =
  'A-Za-z\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02af\\u0370-\\u0373\\u0376-\\u03ff\\u0400-\\u0481\\u048a-\\u052f\\u1e00-\\u1fff';

const boundary = '(?:(?<![\\p{L}\\d])(?=[\\p{L}\\d])|(?<=[\\p{L}\\d])(?![\\p{L}\\d]))';

/**
 * Spells every literal letter of a source in both cases. The `i` flag would do it too, but under it \p{Lu} matches
 * small letters as well, and a capital is what tells a name from a word.
 */
function bothCases(source: string): string {
  let out = '';
  let inClass = false;
  for (let i = 0; i < source.length; i++) {
    const sign = source[i] ?? '';
    if (sign === '\\') {
      const escape = /^\\(?:[pP]\{[^}]*\}|.)/su.exec(source.slice(i))?.[0] ?? sign;
      out += escape;
      i += escape.length - 1;
    } else if (inClass) {
      if (sign === ']') inClass = false;
      const range = /^([a-zæøå])-([a-zæøå])/u.exec(source.slice(i));
      if (range?.[1] && range[2]) {
        out += `${range[0]}${range[0].toUpperCase()}`;
        i += 2;
      } else out += /\p{Ll}/u.test(sign) ? `${sign}${sign.toUpperCase()}` : sign;
    } else if (sign === '[') {
      inClass = true;
      out += sign;
    } else if (/\p{Ll}/u.test(sign)) out += `[${sign}${sign.toUpperCase()}]`;
    else out += sign;
  }
  return out;
}

const compiled = new Map<string, Map<string, RegExp>>();

/** Compiles a lexicon source, once; the case of its letters is ignored, that of \p{Lu} is not. */
export function pattern(source: string, flags = 'iu'): RegExp {
  let ofFlags = compiled.get(flags);
  if (!ofFlags) compiled.set(flags, (ofFlags = new Map()));
  const there = ofFlags.get(source);
  if (there) {
    there.lastIndex = 0;
    return there;
  }
  const made = compile(source, flags);
  ofFlags.set(source, made);
  return made;
}

function compile(source: string, flags: string): RegExp {
  const cased = flags.includes('i') ? bothCases(source) : source;
  return new RegExp(fewLetters(cased.replaceAll('\\b', boundary)), flags.replace('i', ''));
}

/** Writes every \p{L} of a source as the letters there are. */
function fewLetters(source: string): string {
  let inClass = false;
  return source.replace(/\\p\{L\}|\\.|\[|\]/gsu, (part) => {
    if (part === '[') inClass = true;
    else if (part === ']') inClass = false;
    else if (part === '\\p{L}') return inClass ? letters : `[${letters}]`;
    return part;
  });
}

/** The whole text must match. */
export function whole(source: string): RegExp {
  return pattern(`^(?:${source})$`);
}

/** The text must begin with it, and a word end there. */
export function opening(source: string): RegExp {
  return pattern(`^(?:${source})(?![\\p{L}\\d])`);
}

/** It occurs as words of its own. */
export function within(source: string): RegExp {
  return pattern(`(?<![\\p{L}\\d])(?:${source})(?![\\p{L}\\d])`);
}

/** Mends letters that scanners mix up (I/l, 0/ø, 1/l), one for one, so that offsets hold. For matching only. */
export function mendScan(text: string): string {
  if (text === lastText) return lastMended;
  lastText = text;
  return (lastMended = mayBeMisread(text) ? mend(text) : text);
}

// One line is asked for again and again before the next.
let lastText = '';
let lastMended = '';

function mend(text: string): string {
  return text
    .replace(/(?<=\p{Ll})I|(?<=[\p{Ll}])I(?=\p{Ll})/gu, 'l')
    .replace(/(?<=\p{Ll})1(?=\p{Ll})/gu, 'l')
    .replace(/(?<=\p{Ll})0(?=\p{Ll})/gu, 'ø')
    .replace(/(?<![\p{L}\d])l(?=[bcdfghjkmnpqrstvwxz](?:\p{Ll}|\s|$))/gu, 'I')
    .replace(/(?<![\p{L}\d])I(?=[æøåaeiouy]\p{Ll})/gu, 'l');
}

/** Whether one of the signs stands where a scanner may have put it: nearly no line has one, and looking is cheaper than mending. */
function mayBeMisread(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const before = i === 0 ? 0 : text.charCodeAt(i - 1);
    switch (text.charCodeAt(i)) {
      case 0x30:
      case 0x31:
        // 0 or 1 in a word: after a small letter.
        if (isSmall(before)) return true;
        break;
      case 0x49:
        // I in a word, or before a vowel.
        if (isSmall(before) || 'æøåaeiouy'.includes(text.charAt(i + 1) || ' ')) return true;
        break;
      case 0x6c:
        // l that begins a word, before a consonant.
        if (!isSmall(before) && 'bcdfghjkmnpqrstvwxz'.includes(text.charAt(i + 1) || ' ') && !/[\p{L}\d]/u.test(String.fromCharCode(before)))
          return true;
    }
  }
  return false;
}

/** \p{Ll} of one code unit, without asking a pattern about the letters that are common. */
const isSmall = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code > 0x7f && /\p{Ll}/u.test(String.fromCharCode(code)));
