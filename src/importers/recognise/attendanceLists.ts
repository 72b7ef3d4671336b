// Who was there and who was not, from the labelled lists.
import { pattern, whole } from '../grammar/pattern.ts';
import { splitOutside } from '../grammar/people.ts';
import type { Language } from '../language.ts';
import type { ImportedApology } from '../paper.ts';
import { type Attendee, readAbsences, readAttendees, tieSubstitutes, withoutGroup } from './attendance.ts';
import type { Field } from './fields.ts';
import { isForOnePoint, unrollColumns } from './personLines.ts';

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
    if (!named.has(attendee.name) && !isForOnePoint(attendee.remark, language)) attendees.push(attendee);
    named.add(attendee.name);
  };
  // "Fra bestyrelsen: A, B" and "Fra forvaltningen: C" are the list where there is no other.
  const listed = fields.some((field) => (field.key === 'present' || field.key === 'members') && field.values.length > 0);
  // "Øvrige deltagere" and "Endvidere deltog" come on top of the members, they do not take their place.
  const besides = pattern(`^(?:${language.lexicon.people.besides})(?![\\p{L}])`);
  const hasPresent = fields.some((field) => field.key === 'present' && field.values.length > 0 && !besides.test(field.label));
  for (const field of fields) {
    if (field.key === 'present' || field.key === 'members') {
      if (field.key === 'members' && hasPresent) continue;
      if (field.key === 'members') members = true;
      for (const attendee of readAttendees(field.values, language)) attend(attendee);
    } else if (field.key === 'group' && !listed && !isOffice(field.label, language)) {
      for (const attendee of readAttendees(field.values, language)) attend(attendee);
    } else if (field.key === 'absent' || field.key === 'noShow') {
      const rows = field.values.filter(({ row }) => row !== null);
      const texts = unrollColumns(
        field.values.filter(({ row }) => row === null),
        language,
      ).map(({ text }) => text);
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
  dropAffiliations(apologies, attendees, language);
  return { attendees, members, apologies };
}

/** "(afbud)", "næstformand - afbud pga. ferie": what a list of those present says of somebody who is not there. */
export function excuseIn(remark: string, language: Language): { note: string | null } | null {
  const parts = remark.split(/\s*[,;()]\s*|\s+[-–]\s+|\.\s+(?=\p{Lu})/u).map((part) => part.replace(/^[-–\s]+/u, ''));
  const at = parts.findIndex((part) => pattern(`^(?:${language.lexicon.people.apologyRemark})\\b`).test(part));
  const said = parts[at];
  if (said === undefined) return null;
  const because = pattern(`\\s(?:${language.lexicon.people.because})\\s+(.+)$`).exec(said)?.[1];
  return { note: because?.replace(/\.$/, '') ?? null };
}

/**
 * "(Nst)" after absentees is where they come from when the list of those present has the same bracket, or has one with a capital after
 * most names. What is known as a reason stays.
 */
function dropAffiliations(apologies: readonly ImportedApology[], attendees: readonly Attendee[], language: Language): void {
  const bracketed = attendees.filter(({ remark }) => /^\p{Lu}/u.test(remark));
  const usual = bracketed.length >= 3 && bracketed.length >= attendees.length * 0.5;
  const seen = new Set(attendees.flatMap(({ remark }) => remark.split('; ')));
  for (const apology of apologies) {
    const { note } = apology;
    if (note === null || !/^\p{Lu}/u.test(note) || note === language.lexicon.people.didNotShow) continue;
    if (seen.has(note) || (usual && !whole(language.lexicon.people.reasons).test(note))) apology.note = null;
  }
}

/** "Formand", "Kasserer": a label that is an office of one person. */
export const isOffice = (label: string, language: Language): boolean => whole(`(?:${language.lexicon.people.offices})(?:er|e)?`).test(label);

/** "OS2, Rasmus Holm, RF": in a list of one person a line, take the part that is a person. */
function perPerson(texts: readonly string[], language: Language): string[] {
  return texts.map((printed) => {
    const text = withoutGroup(printed, language);
    const parts = splitOutside(text, /,\s*/);
    const isPerson = (part: string) => language.people.isName(language.people.read(part.replace(/\).*$/, ')'))?.name ?? '');
    if (parts.length < 2 || parts.length > 4 || parts.filter(isPerson).length !== 1) return text;
    const person = parts.find(isPerson) ?? text;
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
