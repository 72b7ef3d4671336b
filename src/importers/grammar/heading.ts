// A heading line taken apart: time, duration, marks (fast, lukket), type, presenters; what remains is the title.
import type { Language } from '../language.ts';
import type { ItemType } from '../paper.ts';
import { mendScan, opening as openingWords, pattern, whole, within } from './pattern.ts';
import { unpunctuate } from './sentence.ts';
import { minuteOfDay, type ClockRange } from './clock.ts';
import { splitOutside } from './people.ts';
import { readPresenters } from './presenters.ts';
import { trailingSpeakers } from './trailingSpeakers.ts';

export interface Heading {
  title: string;
  start: string | null;
  end: string | null;
  minutes: number | null;
  fixed: boolean;
  closed: boolean;
  type: ItemType | null;
  presenters: string[];
  /** A second sentence on the heading line, kept for the item's text. */
  rest: string;
}

export interface HeadingContext {
  /** Names and first names met elsewhere in the paper: they make a lone word a person. */
  known: ReadonlySet<string>;
  /** "*" means a standing item, by the paper's own legend. */
  starIsFixed: boolean;
  /** "(B)" and its like mean a type. */
  letters: boolean;
  /** The lines below print sentences: a second sentence belongs to the text. */
  programme: boolean;
}

interface Patterns {
  fixedFront: RegExp;
  fixedBack: RegExp;
  closedFront: RegExp;
  closedBack: RegExp;
  openFront: RegExp;
  titleLabel: RegExp;
  types: { type: ItemType; prefix: RegExp; only: RegExp; suffix: RegExp; leading: RegExp; letter: RegExp }[];
  mark: RegExp;
  roleName: RegExp;
  groupsOnly: RegExp;
  aboutOnly: RegExp;
}

const cache = new WeakMap<Language, Patterns>();

function patternsOf(language: Language): Patterns {
  const there = cache.get(language);
  if (there) return there;
  const { item, clock, words } = language.lexicon;
  const gap = '\\s*[-–—:|,.]*\\s*';
  const made: Patterns = {
    fixedFront: pattern(`^${item.fixed}${gap}`),
    fixedBack: pattern(`\\s*[-–—,|(]*\\s*${item.fixed}\\)?\\s*$`),
    closedFront: pattern(`^${item.closed}(?:\\s*[-–—:|]+\\s*|\\s*$)`),
    closedBack: pattern(`\\s*[-–—,|]*\\s*(?:\\(\\s*${item.closed}\\s*\\)|[-–—|]\\s*${item.closed})\\s*$`),
    openFront: pattern(`^${item.open}\\s*[-–—:|]+\\s*`),
    titleLabel: pattern(`^(?:${item.titleLabels})\\s*:\\s*(?=\\S)`),
    types: item.types.map(({ type, prefix, label, leading, letter }) => ({
      type,
      prefix: pattern(`^(?:${prefix})\\s*:\\s*`),
      only: whole(label),
      suffix: pattern(`\\s*(?:[-–—|,]\\s*(?:(?:${words.to})\\s+)?(?:${label})|[([]\\s*(?:${label})\\s*[)\\]])\\s*$`),
      leading: openingWords(leading),
      letter: new RegExp(`\\s*(?:\\(${letter}\\)|\\[${letter}\\])\\s*(?=$|\\s)`, 'u'),
    })),
    mark: pattern(`(?:^|[\\s,.(–-])(?:${item.presenterMarks})\\s*(?=["“”»]?[\\p{L}])`),
    roleName: pattern(`(?:^|\\s)(?:${words.by})\\s+(?=\\S)`),
    groupsOnly: whole(item.groups),
    aboutOnly: whole(`(?:${clock.about})?\\s*`),
  };
  cache.set(language, made);
  return made;
}

/** Takes a heading line apart. `text` stands without its number. */
export function readHeading(text: string, language: Language, context: HeadingContext, time: ClockRange | null = null): Heading {
  const p = patternsOf(language);
  const { clock, sentences, people } = language;
  const heading: Heading = {
    title: '',
    start: time?.start ?? null,
    end: time?.end ?? null,
    minutes: null,
    fixed: false,
    closed: false,
    type: null,
    presenters: [],
    rest: '',
  };
  let rest = text.slice(0, 2_000);
  const overflow = text.slice(2_000);

  const stripFront = () => {
    rest = rest.replace(p.titleLabel, '');
    rest = rest.replace(/^[\s:;.,|–—→>-]+(?=\S)/u, '').replace(/^\)\s*[:.]?\s*/, '');
  };
  const takeTime = (range: ClockRange, from: number, to: number) => {
    heading.start ??= range.start;
    if (heading.end === null && (heading.start === range.start || heading.start === null)) heading.end = range.end;
    rest = `${rest.slice(0, from)} ${rest.slice(to)}`.replace(/\s+/g, ' ').trim();
  };

  let before = '';
  for (let round = 0; round < 8 && rest !== before; round++) {
    before = rest;
    stripFront();
    if (context.starIsFixed && rest.startsWith('*')) {
      heading.fixed = true;
      rest = rest.slice(1).trim();
    }
    const at = clock.opening(rest);
    if (at && (heading.start === null || heading.start === at.start))
      takeTime(at, 0, rest.startsWith('(') || rest.startsWith('[') ? rest.search(/[)\]]/) + 1 || at.to : at.to);
    const long = clock.durations(rest.slice(0, 40))[0];
    if (long && /^[\s(|–-]*$/.test(rest.slice(0, long.from))) {
      heading.minutes ??= long.minutes;
      rest = rest.slice(long.to).replace(/^\s*[)\]]?\s*[:|–-]?\s*/, '');
    }
    const mended = mendScan(rest);
    const cut = (match: RegExp): boolean => {
      const hit = match.exec(mended);
      if (!hit || hit[0].length === 0) return false;
      rest = rest.slice(hit[0].length);
      return true;
    };
    if (cut(p.fixedFront)) heading.fixed = true;
    else if (cut(p.closedFront)) heading.closed = true;
    else if (cut(p.openFront)) continue;
    else {
      for (const { type, prefix, only } of p.types) {
        if (text.includes('|') && only.test(mended)) {
          heading.type ??= type;
          rest = '';
          break;
        }
        if (cut(prefix)) {
          heading.type ??= type;
          break;
        }
      }
    }
  }

  // "Pkt. 3 (Ane)": who, and the title on the line below.
  const alone = /^\(([^()]{2,60})\)$/.exec(rest.trim())?.[1];
  const bearers = alone === undefined ? null : readPresenters(alone, language, context.known, false);
  if (bearers && bearers.length > 0 && bearers.every((name) => people.isName(name) || context.known.has(name))) {
    heading.presenters.push(...bearers);
    rest = '';
  }
  stripBack();
  if (heading.start === null && language.opens.break.test(rest)) {
    const inside = clock.find(rest)[0];
    if (inside && inside.end !== null) {
      heading.start = inside.start;
      heading.end = inside.end;
      heading.rest = joinText(rest.slice(inside.to).trim(), heading.rest);
      rest = rest.slice(0, inside.from).replace(/[\s(|,:–—-]+(?:kl\.?)?\s*$/iu, '');
    }
  }
  readMarkedPresenters();
  stripBack();
  readTrailingNames();
  readLeadingName();

  // A quoted talk title is one title, however many sentences it holds.
  let quoted = false;
  const quote = context.programme ? /["“”»](.{8,}?)["“”«](?=\s*$|[.,;])/u.exec(rest) : null;
  if (quote?.[1] && quote.index > 0 && rest.length - quote[0].length - quote.index < 4) {
    const speaker = rest.slice(0, quote.index).replace(/[\s:,–-]+$/u, '');
    const who = readPresenters(speaker, language, context.known, false);
    if (who && who.length > 0) {
      heading.presenters.push(...who.slice(0, 4));
      heading.rest = joinText(speaker, heading.rest);
      rest = quote[1];
      quoted = true;
    }
  }
  const speaker = context.programme ? /^(.{4,260}?):\s+(?=["“”»\p{Lu}])/u.exec(rest) : null;
  if (speaker?.[1] && speaker[1].includes(',')) {
    const lead = /^((?:\p{Lu}[\p{L}.'’-]*\s+){1,3}\p{Lu}[\p{L}'’-]*),/u.exec(speaker[1])?.[1];
    const who = lead ? readPresenters(speaker[1], language, context.known, false) : null;
    if (lead && (people.isName(lead) || people.isName(lead, false))) {
      heading.presenters.push(...(people.isName(lead) && who ? who : [lead]).slice(0, 4));
      quoted = /^["“”»]/.test(rest.slice(speaker[0].length));
      heading.rest = joinText(speaker[1], heading.rest);
      rest = rest.slice(speaker[0].length).replace(/^["“”»]|["“”«]$/gu, '');
    }
  }
  const from = pattern(`^(?:${language.lexicon.item.talkFrom})\\s+(\\S.{1,60}?)(?=\\s+(?:${language.lexicon.words.about})\\s|\\s*[,:]|$)`).exec(rest);
  if (from?.[1] && heading.presenters.length === 0) heading.presenters.push(...(readPresenters(from[1], language, context.known, true) ?? []));
  const aob = pattern(`^((?:${language.lexicon.item.anyOtherBusiness})[.:]?)\\s+(\\p{Lu}[\\p{L} ]{1,30}):?$`).exec(rest);
  if (aob?.[1] && aob[2] && people.isName(aob[2])) {
    heading.rest = joinText(aob[2], heading.rest);
    rest = aob[1];
  }
  const url = /\s+https?:\/\/\S+\s*$/.exec(rest);
  if (url && url.index > 2) {
    heading.rest = joinText(url[0].trim(), heading.rest);
    rest = rest.slice(0, url.index);
  }
  const end = quoted ? rest.length : sentences.firstEnd(rest);
  if (end < rest.length && end > 3) {
    heading.rest = joinText(rest.slice(end).trim(), heading.rest);
    rest = rest.slice(0, end);
  }
  heading.title = unpunctuate(rest.replace(/^[\s:;.,|*–—-]+/u, '').replace(/\s+[-–—]+\s*$/u, ''));
  if (overflow) heading.rest = joinText(heading.rest, overflow);
  // "Nyt fra elevrådet. Orientering.": the type is a sentence of its own.
  const last = heading.rest.replace(/[.!\s]+$/, '');
  const said = last.length > 1 && !quoted && text.replace(/[.!\s]+$/, '').endsWith(last) ? p.types.find(({ only }) => only.test(last)) : undefined;
  if (said) {
    heading.type ??= said.type;
    heading.rest = '';
  }
  heading.type ??= leadingType(heading.title, language);
  if (isBreak(heading.title, language)) {
    heading.type = 'break';
    heading.presenters = [];
  }
  heading.presenters = [...new Set(heading.presenters)];
  return heading;

  /** Takes marks, type, duration, time and names off the end, in whatever order they stand. */
  function stripBack(): void {
    let last = '';
    for (let round = 0; round < 8 && rest !== last; round++) {
      last = rest;
      rest = rest.replace(/[\s|]+$/u, '').replace(/\s+[-–—]+$/u, '');
      const mended = mendScan(rest);
      const cutBack = (match: RegExp): boolean => {
        const hit = match.exec(mended);
        if (!hit || hit[0].trim().length === 0 || hit.index === 0) return false;
        rest = rest.slice(0, hit.index);
        return true;
      };
      if (context.starIsFixed && /\s?\*\)?$/.test(rest)) {
        heading.fixed = true;
        rest = rest.replace(/\s?\*\)?$/, '');
      } else if (cutBack(p.fixedBack)) heading.fixed = true;
      else if (cutBack(p.closedBack)) heading.closed = true;
      else {
        for (const { type, suffix, letter } of p.types) {
          if (cutBack(suffix)) {
            heading.type ??= type;
            break;
          }
          const hit = context.letters ? letter.exec(rest) : null;
          if (hit) {
            // "Karl Riis (O) udtræder af udvalget": a party in the middle of a sentence.
            if (!/^\s*\p{Ll}/u.test(rest.slice(hit.index + hit[0].length))) heading.type ??= type;
            rest = `${rest.slice(0, hit.index)} ${rest.slice(hit.index + hit[0].length)}`.replace(/\s+/g, ' ').trim();
            break;
          }
        }
      }
      // a trailing duration or time, bare or in brackets
      const duration = clock.durations(rest).at(-1);
      // "Budget   20 min.   Poul": who, in a column after how long.
      const behind = duration && duration.from > 0 && heading.presenters.length === 0 ? rest.slice(duration.to).trim() : '';
      if (duration && behind !== '' && (people.isName(behind) || context.known.has(behind)) && /\s$/.test(rest.slice(0, duration.from))) {
        heading.presenters.push(behind);
        rest = rest.slice(0, duration.to);
      }
      // "(Ane, 10 min.)" is read as a bracket, not cut in its middle.
      const inBracket = duration !== undefined && /\([^()]*\p{L}[^()]*$/u.test(rest.slice(0, duration.from));
      if (
        duration &&
        !inBracket &&
        duration.from > 0 &&
        /^[\s).\]|–—-]*$/.test(rest.slice(duration.to)) &&
        /[\s(|[–—,-]$/.test(rest.slice(0, duration.from))
      ) {
        heading.minutes ??= duration.minutes;
        rest = rest.slice(0, duration.from).replace(/[\s(|[–—,-]+$/u, '');
      } else if (
        duration &&
        !inBracket &&
        duration.from > 0 &&
        /^\s*\([^()]*\)$/.test(rest.slice(duration.to)) &&
        /\s$/.test(rest.slice(0, duration.from))
      ) {
        // "Siden sidst 10' (alle fortæller)": the bracket after the duration stays.
        heading.minutes ??= duration.minutes;
        rest = `${rest.slice(0, duration.from).trimEnd()} ${rest.slice(duration.to).trimStart()}`;
      }
      const range = clock.find(rest).at(-1);
      if (
        range &&
        range.from > 0 &&
        /^[\s).\]]*$/.test(rest.slice(range.to)) &&
        pattern(`[(|[–—,-]\\s*$|\\b(?:${language.lexicon.clock.said})\\s*$`).test(rest.slice(0, range.from)) &&
        (range.said || range.end !== null)
      ) {
        heading.start ??= range.start;
        if (heading.end === null && heading.start === range.start) heading.end = range.end;
        rest = rest.slice(0, range.from).replace(/[\s(|[–—,-]+$/u, '');
      } else if (
        range &&
        range.from > 0 &&
        range.to === rest.length &&
        (range.end !== null || range.said) &&
        heading.start === null &&
        rest.length < 120
      ) {
        heading.start = range.start;
        heading.end = range.end;
        rest = rest
          .slice(0, range.from)
          .replace(/[\s(|[–—,-]+$/u, '')
          .replace(/\s+(?:kl|fra)\.?$/iu, '');
      }
      if (readMixedBracket()) continue;
      // "(Ane)", "(Rikke V. og Freja)", "(HR)"
      const bracket = /\s*\(([^()]{2,80})\)\s*$/.exec(rest);
      if (bracket?.[1] && bracket.index > 0) {
        const span = clock.durations(bracket[1])[0];
        if (span) {
          heading.minutes ??= span.minutes;
          bracket[1] = `${bracket[1].slice(0, span.from)}${bracket[1].slice(span.to)}`.replace(/^[\s,;/–-]+|[\s,;/–-]+$/gu, '');
          if (bracket[1] === '') rest = rest.slice(0, bracket.index);
        }
        const inside = bracket[1].replace(pattern(`^(?:${language.lexicon.item.byShort}|${language.lexicon.words.by})\\s*`), '');
        // "(bestyrelsen indstiller genvalg af Ane)" names whom the point is about.
        if (language.holds.finiteVerb.test(inside)) continue;
        const marked = inside !== bracket[1] && pattern(`^(?:${language.lexicon.item.byShort})`).test(bracket[1]);
        const who = readPresenters(inside, language, context.known, marked) ?? initialsIn(inside, language);
        if (who && who.length > 0 && !/\d{3}/.test(inside) && (inside !== bracket[1] || inside.split(/[\s,]+/).length <= 8)) {
          heading.presenters.push(...who);
          rest = rest.slice(0, bracket.index);
        } else if (pattern(`^\\s*(?:${language.lexicon.item.byShort})`).test(bracket[1])) {
          heading.presenters.push(inside);
          rest = rest.slice(0, bracket.index);
        }
      }
    }
  }

  /** "(B, 5 min.)", "(O, 15 min., Ane)", "[D – lukket]": several marks in one bracket, of which one at least is no name. */
  function readMixedBracket(): boolean {
    const hit = /\s*[([]([^()[\]]{1,80})[)\]]\s*$/.exec(rest);
    if (!hit?.[1] || hit.index === 0) return false;
    const parts = hit[1].split(/\s*[,;/|]\s*|\s+[–-]\s+/).filter((part) => part !== '');
    const marks: (() => void)[] = [];
    const others: string[] = [];
    for (const part of parts) {
      const lasts = clock.durations(part)[0];
      const type = p.types.find(({ only, letter }) => (part.length > 1 || context.letters) && (only.test(part) || letter.test(`(${part})`)))?.type;
      if (lasts && !/[\p{L}\d]/u.test(part.slice(0, lasts.from) + part.slice(lasts.to))) marks.push(() => (heading.minutes ??= lasts.minutes));
      else if (type && /^\p{Lu}$|.{2}/u.test(part)) marks.push(() => (heading.type ??= type));
      else if (p.fixedFront.exec(part)?.[0].length === part.length) marks.push(() => (heading.fixed = true));
      else if (p.closedFront.exec(part)?.[0].length === part.length) marks.push(() => (heading.closed = true));
      else others.push(part);
    }
    if (marks.length === 0 || (parts.length < 2 && !rest.slice(hit.index).includes('['))) return false;
    const names = others.flatMap((part) => readPresenters(part, language, context.known, false) ?? initialsIn(part, language) ?? ['']);
    if (names.includes('')) return false;
    for (const mark of marks) mark();
    heading.presenters.push(...names);
    rest = rest.slice(0, hit.index);
    return true;
  }

  /** "v/ X", "v. X" anywhere; "ved X" only before a person, a group or a role. */
  function readMarkedPresenters(): void {
    const mark = p.mark.exec(rest);
    if (mark && mark.index > 0) {
      const tail = rest.slice(mark.index + mark[0].length);
      const colon = tail.search(/:\s/);
      const stop = colon > 0 && colon < 60 ? colon : sentences.firstEnd(tail);
      const who = readPresenters(tail.slice(0, stop), language, context.known, true);
      if (who && who.length > 0) {
        heading.presenters.push(...who);
        // "Oplæg v/ Fjordby Havn: den nye mole" is about the mole.
        if (stop === colon && whole(language.lexicon.item.talkWords).test(rest.slice(0, mark.index).trim())) {
          rest = tail.slice(colon + 1).trim();
          return;
        }
        if (stop === colon) {
          heading.rest = joinText(heading.rest, tail.slice(colon + 1).trim());
          rest = rest.slice(0, mark.index);
          return;
        }
        heading.rest = joinText(heading.rest, tail.slice(stop).trim());
        rest = rest.slice(0, mark.index);
        return;
      }
    }
    const ved = new RegExp(p.roleName.source, 'gu');
    for (let hit = ved.exec(rest); hit !== null; hit = ved.exec(rest)) {
      const tail = rest.slice(hit.index + hit[0].length);
      const stop = Math.min(sentences.firstEnd(tail), tail.length);
      const clause = tail.slice(0, stop);
      if (!/^(?:de to |den )?[\p{L}]/u.test(clause)) continue;
      const who = personsAtStart(clause);
      if (who) {
        heading.presenters.push(...who.names);
        heading.rest = joinText(clause.slice(who.length).replace(/^[\s,.:;]+/, ''), tail.slice(stop).trim());
        rest = rest.slice(0, hit.index);
        return;
      }
    }
  }

  /** Persons that open a clause; where they end, with roles and employers. */
  function personsAtStart(clause: string): { names: string[]; length: number } | null {
    // In a heading all in capitals a capital tells no name.
    if (!/\p{Ll}/u.test(text)) return null;
    const names = readPresenters(clause, language, context.known, false);
    if (names && names.length > 0) {
      const first = names[0] ?? '';
      const where = clause.indexOf(first);
      const ahead = clause.slice(0, Math.max(0, where));
      // Only a role may stand between "ved" and the name.
      if (where <= 80 && !/[:;!?]/.test(ahead)) {
        return { names, length: clause.length };
      }
    }
    return null;
  }

  /** "– Lene Mølgaard/Kristine Holt" at the end. */
  function readTrailingNames(): void {
    const named = heading.presenters.length > 0 ? null : trailingSpeakers(rest, language, context.known);
    if (named) {
      heading.presenters.push(...named.names);
      rest = rest.slice(0, named.at);
      return;
    }
    const dash = /\s+[-–—]\s*([^–—]{2,80})$/u.exec(rest);
    if (!dash?.[1] || heading.presenters.length > 0) return;
    const candidate = dash[1].replace(/^[-\s]+/, '');
    const parts = splitOutside(candidate, /\s*[,/&]\s*|\s+og\s+/);
    if (
      parts.length > 0 &&
      parts.every((part) => {
        const person = people.read(part);
        return person !== null && (people.isName(person.name) || context.known.has(person.name));
      })
    ) {
      heading.presenters.push(...parts.map((part) => people.read(part)?.name ?? part));
      rest = rest.slice(0, dash.index);
    }
  }

  /** "Jørgen: Status på byggeriet" */
  function readLeadingName(): void {
    const colon = /^([^:]{2,50}):\s+(?=\S)/u.exec(rest);
    if (!colon?.[1] || heading.presenters.length > 0) return;
    const who = splitOutside(colon[1], pattern(`\\s*[,/&]\\s*|\\s+(?:${language.lexicon.words.and})\\s+`));
    if (who.every((name) => people.isName(name) || context.known.has(name))) {
      heading.presenters.push(...who);
      rest = rest.slice(colon[0].length);
    }
  }
}

/** "KB og TØ": initials of several people, or null. */
function initialsIn(text: string, { lexicon }: Language): string[] | null {
  const parts = splitOutside(text, pattern(`\\s*[,;/+&]\\s*|\\s+(?:${lexicon.words.and})\\s+`));
  return parts.length > 1 && parts.every((part) => /^\p{Lu}{2,4}$/u.test(part)) ? parts : null;
}

/** A pause, a meal or coffee; arrival and registration are none. */
export function isBreak(title: string, language: Language): boolean {
  if (title.length > 120 || language.opens.notBreak.test(title)) return false;
  const first = title.replace(pattern(`^(?:${language.lexicon.item.breakAdjectives})\\s+`), '');
  if (!language.opens.break.test(first)) return false;
  return !within(language.lexicon.item.aboutBreaks).test(title);
}

/** A type said by the first word: "Orientering om …", "Paneldebat". */
export function leadingType(title: string, language: Language): ItemType | null {
  return patternsOf(language).types.find(({ leading }) => leading.test(mendScan(title)))?.type ?? null;
}

export function joinText(first: string, second: string): string {
  return [first, second].filter((part) => part !== '').join(' ');
}

/** Whole minutes between two times of a day. */
export function minutesBetween(start: string, end: string): number {
  return minuteOfDay(end) - minuteOfDay(start);
}
