// Who was there and who was not, from the labelled lists.
import { pattern, whole } from '../grammar/pattern.ts';
import { splitOutside } from '../grammar/people.ts';
import type { Language } from '../language.ts';
import type { ImportedApology } from '../paper.ts';
import { type Attendee, readAbsences, readAttendees, tieSubstitutes } from './attendance.ts';
import type { Field } from './fields.ts';

/** Reads who was there and who was not from the labelled lists. */
export function readAttendance(
  fields: readonly Field[],
  language: Language,
): { attendees: Attendee[]; members: boolean; apologies: ImportedApology[] } {
  const attendees: Attendee[] = [];
  const apologies: ImportedApology[] = [];
  let members = false;
  const named = new Set<string>();
  const attend = (attendee: Attendee) => {
    if (!named.has(attendee.name)) attendees.push(attendee);
    named.add(attendee.name);
  };
  // "Fra bestyrelsen: A, B" and "Fra forvaltningen: C" are the list where there is no other.
  const listed = fields.some((field) => (field.key === 'present' || field.key === 'members') && field.values.length > 0);
  const hasPresent = fields.some((field) => field.key === 'present' && field.values.length > 0);
  for (const field of fields) {
    if (field.key === 'present' || field.key === 'members') {
      if (field.key === 'members' && hasPresent) continue;
      if (field.key === 'members') members = true;
      for (const attendee of readAttendees(field.values, language)) attend(attendee);
    } else if (field.key === 'group' && !listed && !isOffice(field.label, language)) {
      for (const attendee of readAttendees(field.values, language)) attend(attendee);
    } else if (field.key === 'absent' || field.key === 'noShow') {
      const rows = field.values.filter(({ row }) => row !== null);
      const texts = field.values.filter(({ row }) => row === null).map(({ text }) => text);
      const lines = field.values.length > 1 && rows.length === 0 ? perPerson(texts, language) : texts;
      const noShow = field.key === 'noShow';
      for (const apology of [...readAbsences(lines, language, noShow), ...tableAbsences(field, language)]) {
        if (!apologies.some((other) => other.name === apology.name)) apologies.push(apology);
      }
    } else if (field.key === 'remarks') {
      for (const { text } of field.values) {
        const mention = pattern(`^(?:${language.lexicon.people.absenceOf})\\s+\\p{Lu}`).test(text);
        if (!mention) continue;
        for (const apology of readAbsences([text], language, false)) {
          const there = apologies.find((other) => other.name === apology.name);
          if (there) {
            there.substitute ??= apology.substitute;
            there.note ??= apology.note;
          } else apologies.push(apology);
        }
      }
    }
  }
  tieSubstitutes(apologies, attendees, language);
  return { attendees, members, apologies };
}

const isOffice = (label: string, language: Language): boolean => whole(`(?:${language.lexicon.people.offices})(?:er|e)?`).test(label);

/** "OS2, Rasmus Holm, RF": in a list of one person a line, take the part that is a person. */
function perPerson(texts: readonly string[], language: Language): string[] {
  return texts.map((text) => {
    const parts = splitOutside(text, /,\s*/);
    if (parts.length < 2 || parts.length > 4 || parts.filter((part) => language.people.isName(language.people.read(part)?.name ?? '')).length !== 1)
      return text;
    const person = parts.find((part) => language.people.isName(language.people.read(part)?.name ?? '')) ?? text;
    const bracket = /\(.*\)/.test(person) ? null : /\([^()]*\)\s*$/.exec(text)?.[0];
    const reasons = parts.slice(parts.indexOf(person) + 1).filter((part) => /^\p{Ll}/u.test(part) && part !== bracket);
    return bracket ? `${person} ${bracket}` : [person, ...reasons].join(', ');
  });
}

function tableAbsences(field: Field, language: Language): ImportedApology[] {
  const rows = field.values.filter(({ row }) => row !== null);
  if (rows.length < 2) return [];
  return readAttendees(rows, language).map(({ name }) => ({ name, note: null, substitute: null }));
}
