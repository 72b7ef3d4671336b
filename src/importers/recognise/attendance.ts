// Who was there and who sent apologies: from lists, columns, tick boxes and tables, and from running text.
import type { Block } from '../blocks.ts';
import { mendScan, pattern, whole } from '../grammar/pattern.ts';
import { splitOutside } from '../grammar/people.ts';
import type { Language } from '../language.ts';
import type { ImportedApology } from '../paper.ts';
import { tieNamedAbsentee } from './standIns.ts';
import { personsOfRow } from './personRows.ts';
import { bracketClauses, personOfLine, sentencesAsList, unrollColumns } from './personLines.ts';

export interface Attendee {
  name: string;
  remark: string;
  ticked: boolean | null;
}

interface Patterns {
  chair: RegExp;
  group: RegExp;
  substituteFor: RegExp;
  standInBehind: RegExp;
  substitute: RegExp;
  didNotCome: RegExp;
  dashNote: RegExp;
}

/** A first name and at least one more. */
const fullName = "\\p{Lu}[\\p{L}.'’-]*(?:\\s+(?:\\p{Ll}{2,3}\\s+)?\\p{Lu}[\\p{L}.'’-]*){1,5}";

const cache = new WeakMap<Language, Patterns>();

function patternsOf(language: Language): Patterns {
  const there = cache.get(language);
  if (there) return there;
  const { people, words } = language.lexicon;
  const made: Patterns = {
    chair: pattern(`(?<![\\p{L}])(?:${people.chairMark})(?![\\p{L}])`),
    group: /^([^:]{2,60}):\s*(.*)$/u,
    substituteFor: pattern(`(?:${people.substitute})\\s*(?:${people.substituteLink})?:?\\s*((?:\\p{Lu}[\\p{L}.'’-]*\\s?){1,5})`),
    standInBehind: pattern(
      `^(${fullName})(?:\\s*\\(\\p{Lu}{1,3}\\))?\\s+(?:\\d\\.\\s*)?(?:${people.standInWord})(?:\\s+(?:${words.is}))?:?\\s+(${fullName})$`,
    ),
    substitute: pattern(`(?<![\\p{L}])(?:${people.substitute})`),
    didNotCome: pattern(`(?:${people.substituteDidNotCome})`),
    dashNote: /^(.+?)\s+[-–—]\s*(.+)$/u,
  };
  cache.set(language, made);
  return made;
}

/** People of an attendance list, printed in any form. */
export function readAttendees(
  blocks: readonly { text: string; cells: readonly string[]; row: readonly string[] | null; tick: boolean | null }[],
  language: Language,
): Attendee[] {
  const found: Attendee[] = [];
  const p = patternsOf(language);
  const rows = blocks.filter((block) => block.row !== null);
  if (rows.length >= 2)
    found.push(
      ...readTable(
        rows.map((block) => block.row ?? []),
        language,
      ),
    );
  // One person a line, with an employer after the comma ("Mikkel Groth, Fjordby Kommune, IT")?
  const listed = blocks.filter((block) => block.row === null);
  const plain = unrollColumns(rowsOfPersons(listed, language) ?? joinCommaLines(listed, language), language);
  const onePerson = (printed: string) => {
    const text = withoutGroup(printed, language);
    return /^[^,]+,[^,]+/.test(text) && language.people.list(text, true).length <= 2 && language.people.list(text).length <= 1;
  };
  const perLine = plain.length >= 3 && plain.filter(({ text }) => onePerson(text)).length >= plain.length * 0.5;
  for (const block of plain) {
    const columns = block.cells.length > 1 && block.cells.every((cell) => cell.length < 60) ? block.cells : [block.text];
    // "Navn   Afbud": a state in a column of its own says something of the name before it.
    const state = columns.length > 1 && columns.slice(1).some((cell) => whole(language.lexicon.people.absentRemark).test(cell.toLowerCase()));
    const cells = state ? [`${columns[0] ?? ''} (${columns.slice(1).join(', ')})`] : columns;
    for (const cell of cells) {
      let text = cell;
      const group = p.group.exec(text);
      if (group?.[1] !== undefined && group[2] !== undefined && !/[(]/.test(group[1])) text = group[2];
      if (text === '' || language.is.none(text)) continue;
      if (pattern(`\\d+ (?:${language.lexicon.people.headCount})`).test(text)) continue;
      const alone = group === null && block.tick === null ? personOfLine(text, language) : null;
      if (alone) {
        found.push({ name: alone.name, remark: alone.remark, ticked: null });
        continue;
      }
      const office = group?.[1] !== undefined && text === group[2] && patternsOf(language).chair.test(group[1]) ? group[1] : '';
      const people: Named[] =
        perLine || block.tick !== null
          ? language.people
              .list(text, true)
              .slice(0, 1)
              .map((person) => ({ ...person, remark: text.slice(text.indexOf(person.name) + person.name.length) }))
          : attendeesOf(text, language);
      people.forEach((person, i) => {
        const role = person.role && whole(language.lexicon.people.chairMark).test(person.role) ? person.role : '';
        const remark = [person.remark ?? '', role, i === 0 ? office : ''].filter((part) => part !== '').join('; ');
        found.push({ name: person.name, remark, ticked: block.tick });
      });
    }
  }
  return found;
}

const INITIALS = /^\p{Lu}{2,4}$/u;

type Named = { name: string; remark: string | null; role: string | null };

/** In a list of one person a line, the lines that print a person in another way are brought to that form; null for other lists. */
function rowsOfPersons<T extends { text: string; cells: readonly string[]; tick: boolean | null }>(
  blocks: readonly T[],
  language: Language,
): T[] | null {
  if (blocks.length < 3) return null;
  const rows = blocks.map((block) => (block.tick === null && block.cells.length === 1 ? personsOfRow(block.text, language) : null));
  if (rows.filter((row) => row !== null).length < blocks.length * 0.6) return null;
  return blocks.flatMap((block, i) => rows[i]?.map((text) => ({ ...block, text, cells: [text] })) ?? [block]);
}

/** A comma list broken over lines: "…, Jens Bjerre / Damsgaard, Niels …" is one list. */
function joinCommaLines<T extends { text: string; cells: readonly string[]; tick: boolean | null }>(blocks: readonly T[], language: Language): T[] {
  const out: T[] = [];
  for (const block of blocks) {
    const last = out.at(-1);
    const list = (last?.text.match(/,/g)?.length ?? 0) >= 2;
    if (
      last &&
      list &&
      personOfLine(last.text, language) === null &&
      block.tick === null &&
      block.cells.length === 1 &&
      !/[.;]$/.test(last.text) &&
      !/^[^,]{2,50}:/.test(block.text)
    ) {
      const text = `${last.text} ${block.text}`;
      out[out.length - 1] = { ...last, text, cells: [text] };
    } else out.push(block);
  }
  return out;
}

function attendeesOf(text: string, language: Language): Named[] {
  const all = language.people.list(bracketClauses(sentencesAsList(text, language), language), true);
  // A body that knows its people by initials writes nothing else; beside names they are parties and employers.
  if (all.length > 1 && all.every(({ name }) => INITIALS.test(name))) return all;
  // In a list where names are known, an unknown part after a name is its employer or title.
  const sure = all.filter((person) => language.people.isName(person.name)).length;
  if (sure >= 2 && sure >= all.length * 0.4 && sure < all.length) {
    return all.filter(
      (person) =>
        language.people.isName(person.name) ||
        (person.name.split(' ').length >= 2 && !language.holds.organisation.test(person.name)) ||
        person.name.split(' ').length === 1,
    );
  }
  return all.filter((person) => !language.holds.organisation.test(person.name) || language.people.isName(person.name));
}

function readTable(rows: readonly (readonly string[])[], language: Language): Attendee[] {
  const { table } = language.lexicon;
  const column = (key: string) => {
    const match = table.find((entry) => entry.key === key);
    return match ? (rows[0] ?? []).findIndex((cell) => pattern(`^(?:${match.match})$`).test(cell)) : -1;
  };
  const name = column('name');
  const present = column('present');
  if (name < 0) {
    return rows.flatMap((row) => {
      const hit = row.map((cell) => language.people.read(cell)).find((person) => person !== null && language.people.isName(person.name));
      return hit ? [{ name: hit.name, remark: hit.remark ?? '', ticked: null }] : [];
    });
  }
  return rows.slice(1).flatMap((row) => {
    const cell = row[name] ?? '';
    const parts = cell.split(/,\s*/);
    const person =
      parts.map((part) => language.people.read(part)).find((candidate) => candidate !== null && language.people.isName(candidate.name)) ??
      language.people.read(parts.at(-1) ?? '');
    if (!person || person.name === '') return [];
    const ticked = present < 0 ? null : pattern(`^(?:${language.lexicon.people.ticked})`).test(row[present] ?? '');
    return [{ name: person.name, remark: person.remark ?? '', ticked }];
  });
}

export interface AbsenceReading {
  apologies: ImportedApology[];
}

/** Reads an absence list: names with reasons, substitutes, and sentences that only tell of coming late. */
export function readAbsences(texts: readonly string[], language: Language, noShow: boolean): ImportedApology[] {
  const p = patternsOf(language);
  const absenceOf = pattern(`^(?:${language.lexicon.people.absenceOf})\\s*:?\\s*`);
  const found: ImportedApology[] = [];
  for (const text of texts) {
    const body = withoutGroup(text.replace(/\s*\n\s*/g, ' ').trim(), language);
    if (body === '' || language.is.none(body) || /^x{2,}$/i.test(body)) continue;
    let rest = body.replace(absenceOf, '');
    // Sentences are read one by one; brackets hold together.
    const sentences = splitSentences(rest);
    for (const sentence of sentences) {
      rest = sentence.replace(/[.;,\s]+$/, '').replace(absenceOf, '');
      if (rest === '' || language.is.none(rest)) continue;
      const last = found.at(-1);
      const stoodIn = pattern(`^(?:\\p{Lu}[\\p{L}.'’-]*\\s+){1,4}(?:${language.lexicon.people.attendedWords})\\b`).test(rest);
      if (p.substitute.test(rest) && (stoodIn || !startsWithName(rest, language)) && last) {
        if (!p.didNotCome.test(rest)) last.substitute ??= substituteIn(rest, language);
        continue;
      }
      if (language.holds.late.test(rest) && !/[,;]/.test(rest) && !/\(/.test(rest)) continue;
      readEntries(rest, language, noShow, found);
    }
  }
  return found;
}

/** "Forældrevalgte: Afbud fra A": a group's name before those absent of it. A person's before a colon is no group. */
export function withoutGroup(text: string, language: Language): string {
  const hit = patternsOf(language).group.exec(text);
  if (!hit?.[1] || hit[2] === undefined || /[(,]/.test(hit[1])) return text;
  const person = language.people.read(hit[1])?.name ?? '';
  if (language.people.isName(person) || (person.includes(' ') && language.people.isName(person, false) && !startsWithName(hit[2], language)))
    return text;
  return hit[2];
}

function splitSentences(text: string): string[] {
  return splitOutside(text, /\.\s+(?=\p{Lu}|\d\.)/u)
    .flatMap((part) => part.split(/\n/))
    .reduce<string[]>((parts, part) => {
      const last = parts.at(-1);
      if (last !== undefined && /(?:^|[\s(])(?:\d{1,2}|\p{Lu}|stf|nr|kl)$/u.test(last)) parts[parts.length - 1] = `${last}. ${part}`;
      else parts.push(part);
      return parts;
    }, []);
}

function startsWithName(text: string, language: Language): boolean {
  const first = text.split(/[\s,(]/)[0] ?? '';
  return /^\p{Lu}/u.test(first) && (language.people.knownFirst(first) || /^\p{Lu}\p{L}+\s+\p{Lu}/u.test(text));
}

function substituteIn(printed: string, language: Language): string | null {
  const text = mendScan(printed);
  const p = patternsOf(language);
  const after = p.substituteFor.exec(text);
  const named = after?.[1]?.trim().replace(/[.,;:]+$/, '');
  if (named) {
    const person = language.people.read(named);
    if (person && language.people.isName(person.name, false)) return person.name;
  }
  const mark = p.substitute.exec(text);
  if (mark) {
    for (const side of [text.slice(mark.index + mark[0].length), text.slice(0, mark.index)]) {
      const first = language.people
        .list(side.replace(pattern(`\\b(?:${language.lexicon.people.attendedWords})\\b`, 'giu'), ','), true)
        .find((person) => language.people.isName(person.name, false));
      if (first) return first.name;
    }
  }
  return null;
}

/** Reads the entries of one sentence of an absence list into `found`. */
export function readEntries(text: string, language: Language, noShow: boolean, found: ImportedApology[]): void {
  const p = patternsOf(language);
  const parts = splitOutside(text, pattern(`\\s*[;,]\\s*|\\s+(?:${language.lexicon.words.and}|&)\\s+|\\s{3,}`));
  const byInitials = parts.every((part) => /^\p{Lu}{2,4}(?:\s*\(.*)?$/u.test(part));
  for (const part of parts) {
    const last = found.at(-1);
    if (tieNamedAbsentee(part, found, language)) continue;
    if (p.substitute.test(part) && !startsWithName(part, language)) {
      if (last && !p.didNotCome.test(part)) last.substitute ??= substituteIn(part, language);
      continue;
    }
    let entry = part.replace(pattern(`^(?:${language.lexicon.people.absentLead})\\s+`), '');
    let remark: string | null = null;
    const because = pattern(`^(.+?),?\\s+(?:${language.lexicon.people.because})\\s+(.+)$`).exec(entry);
    if (because?.[1] && because[2] && !/\(/.test(because[1])) {
      entry = because[1];
      remark = because[2];
    }
    // "Karla Vindeby stedfortræder Lise Nørreskov": the stand-in right after the absentee, without a sign between.
    const standIn = p.standInBehind.exec(entry);
    const behind =
      standIn?.[1] &&
      standIn[2] &&
      !p.didNotCome.test(entry) &&
      language.people.isName(standIn[1], false) &&
      language.people.isName(standIn[2], false)
        ? standIn
        : null;
    if (behind?.[1]) entry = behind[1];
    const bracket = /\(([^()]*)\)/.exec(entry);
    if (bracket?.[1] !== undefined) {
      remark = reasonIn(bracket[1], language);
      entry = entry.replace(bracket[0], ' ').replace(/\s+/g, ' ').trim();
    }
    if (language.holds.late.test(part) && !p.substitute.test(part)) continue;
    const dash = p.dashNote.exec(entry) ?? /^([^:]+):\s+(.+)$/u.exec(entry);
    if (dash?.[1] && dash[2]) {
      entry = dash[1];
      remark = remark === null || isRole(remark, language) ? dash[2] : `${remark}; ${dash[2]}`;
    }
    const person = language.people.read(entry);
    if (!person) {
      continue;
    }
    const isPerson = language.people.isName(person.name, false);
    if (!isPerson) {
      // A lower-case part after a name is a reason; a capitalised one an employer.
      if (last && remark !== null && !isRole(remark, language) && !p.substitute.test(remark)) last.note ??= remark;
      else if (last && /^\p{Ll}/u.test(entry) && !isRole(entry, language) && !language.holds.body.test(entry)) last.note ??= entry;
      continue;
    }
    // "Fjordby Kommune, Rikke Vindum, RV": employers and initials are no people.
    if (!byInitials && language.holds.organisation.test(person.name) && !language.people.isName(person.name)) continue;
    if (!byInitials && INITIALS.test(person.name) && last) continue;
    const apology: ImportedApology = { name: person.name, note: null, substitute: behind?.[2] ?? null };
    if (remark !== null) {
      if (p.substitute.test(remark)) {
        if (!p.didNotCome.test(remark)) apology.substitute = substituteIn(remark, language);
      } else if (!isRole(remark, language)) apology.note = remark;
    }
    if (noShow) apology.note = language.lexicon.people.didNotShow;
    if (!found.some((other) => other.name === apology.name)) found.push(apology);
  }
}

/** Party letters, initials, roles and employers in brackets are no reasons. */
function isRole(remark: string, language: Language): boolean {
  if (/^\p{Lu}{1,5}$/u.test(remark) || pattern(`^(?:${language.lexicon.words.number}) ?\\d+$`).test(remark)) return true;
  if (whole(language.lexicon.people.relation).test(remark)) return true;
  if (whole(language.lexicon.people.partOfMeeting).test(remark)) return true;
  if (/^\p{Lu}/u.test(remark) && whole(language.lexicon.people.affiliation).test(remark) && !whole(language.lexicon.people.reasons).test(remark))
    return true;
  return language.is.role(remark) || whole(language.lexicon.people.offices).test(remark) || language.holds.organisation.test(remark);
}

/** "(PL, ferie)": initials, party and role go, the reason stays. */
function reasonIn(bracket: string, language: Language): string {
  const parts = bracket.split(/\s*[,;]\s*/).map((part) => part.trim());
  const reasons = parts.filter((part) => !isRole(part, language));
  return parts.length > 1 && reasons.length > 0 && reasons.length < parts.length ? reasons.join(', ') : bracket.trim();
}

/** Ties stand-ins printed among those present to the absentees they stand in for. */
export function tieSubstitutes(apologies: ImportedApology[], attendees: readonly Attendee[], language: Language): void {
  for (const attendee of attendees) {
    const hit = pattern(`(?:${language.lexicon.people.standsFor})\\s+((?:\\p{Lu}[\\p{L}.'’-]*\\s?){1,5})`).exec(attendee.remark);
    const name = hit?.[1]?.trim().replace(/[.,;]+$/, '');
    // "A for B" says it without a word for it.
    const bare = pattern(`(?:^|;\\s*)(?:${language.lexicon.people.standsFor})\\s+\\p{Lu}`);
    if (!name || !(patternsOf(language).substitute.test(attendee.remark) || bare.test(attendee.remark))) continue;
    const absentee = apologies.find((apology) => apology.name === name || apology.name.startsWith(name) || name.startsWith(apology.name));
    if (absentee) absentee.substitute ??= attendee.name;
  }
}

export function isChair(attendee: Attendee, language: Language): boolean {
  const p = patternsOf(language);
  return p.chair.test(attendee.remark) && !pattern(language.lexicon.people.notChair).test(attendee.remark);
}

export type { Block };
