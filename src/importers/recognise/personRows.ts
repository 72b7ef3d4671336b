// The looser forms of a list with one person a line: "Afbud Karla Vindeby, lods", two officers on one line, pupils with their class.
import { pattern } from '../grammar/pattern.ts';
import { perLanguage, type Language } from '../language.ts';
import { personOfLine } from './personLines.ts';

const fullName = "\\p{Lu}[\\p{L}'’-]*\\.?(?:\\s+\\p{Lu}[\\p{L}'’-]*\\.?){1,4}";

const patternsOf = perLanguage(({ people }) => ({
  absent: pattern(`^(${people.absentRemark})\\s+(?:(?:${people.absentLead})\\s+)?(?=\\p{Lu})`),
  nextOfficer: new RegExp(`(?<=,\\s(?:\\p{Ll}[\\p{L}-]*\\s?){1,3})\\s(?=${fullName},\\s\\p{Ll})`, 'u'),
  schoolClass: /^(\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){0,3})\s(\d{1,2}\.?\s?\p{L})(?=,|$)/u,
}));

/** The persons of a line of such a list, each as "Name, what is said of the person"; null when the line is anything else. */
export function personsOfRow(text: string, language: Language): string[] | null {
  if (text.length > 160) return null;
  if (personOfLine(text, language)) return [text];
  const p = patternsOf(language);
  const lead = p.absent.exec(text);
  if (lead?.[1]) {
    const rest = text.slice(lead[0].length);
    return (personOfLine(rest, language)?.remark ?? '') === '' ? null : [`${rest} (${lead[1].toLowerCase()})`];
  }
  const pupil = p.schoolClass.exec(text);
  if (pupil?.[1] && language.people.isName(pupil[1], false)) return [`${pupil[1]} (${pupil[2] ?? ''})${text.slice(pupil[0].length)}`];
  const parts = text.split(p.nextOfficer);
  return parts.length > 1 && parts.every((part) => (personOfLine(part, language)?.remark ?? '') !== '') ? parts : null;
}
