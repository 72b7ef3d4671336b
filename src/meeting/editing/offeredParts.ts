import type { Section } from '../agenda.ts';
import { isHomework, isHomeworkHeading } from '../homework.ts';
import type { SectionForm } from '../profile.ts';

/** A part of an item's text as the editor shows it: one that is written, or one that the body writes and is empty still. */
export interface OfferedPart {
  /** The same for the part before and after its first letter. */
  readonly key: string;
  readonly section: Section;
  /** Where it stands among the item's sections; null while it is offered only. */
  readonly place: number | null;
}

const UNWRITTEN: Section = { role: 'text', heading: null, text: '' };

/**
 * The parts of an item's text: each that is written, in its own order, and between them what the body writes besides, in the body's order. The purpose and the
 * homework have fields of their own. An item of a body that has no parts has one field to begin in.
 */
export function partsOffered(sections: readonly Section[], forms: readonly SectionForm[]): readonly OfferedPart[] {
  const parts: OfferedPart[] = [];
  const counted = new Map<string, number>();
  const keyOf = ({ role, heading }: SectionForm): string => {
    const name = `${role} ${heading ?? ''}`;
    counted.set(name, (counted.get(name) ?? 0) + 1);
    return `${name} ${String(counted.get(name))}`;
  };
  sections.forEach((section, place) => {
    if (section.role !== 'purpose' && !isHomework(section)) parts.push({ key: keyOf(section), section, place });
  });
  // A part that stands twice in the rules is one: nobody could tell whose text was written.
  const wanted = forms.filter((form, place) => hasPart(form) && !forms.slice(0, place).some((other) => answers({ ...other, text: '' }, form)));
  const taken = new Set<OfferedPart>();
  let behind = -1;
  for (const form of wanted) {
    const found = parts.find((part) => !taken.has(part) && answers(part.section, form));
    if (found) {
      taken.add(found);
      behind = Math.max(behind, parts.indexOf(found));
      continue;
    }
    const offered: OfferedPart = { key: keyOf(form), section: { ...form, text: '' }, place: null };
    taken.add(offered);
    behind += 1;
    parts.splice(behind, 0, offered);
  }
  return parts.length > 0 ? parts : [{ key: keyOf(UNWRITTEN), section: UNWRITTEN, place: null }];
}

/** Is it written as a text, and in no field of its own? */
const hasPart = ({ role, heading }: SectionForm): boolean => role !== 'purpose' && !(role === 'text' && isHomeworkHeading(heading));

/** Is a written section what the body means by this part? By its role; text of no role by its heading. */
function answers(section: Section, form: SectionForm): boolean {
  if (section.role !== form.role) return false;
  return form.role !== 'text' || section.heading === form.heading;
}

/** The sections with the text of one part; a part that is only offered comes in its place when it gets one, and goes again when it is emptied. */
export function writtenPart(sections: readonly Section[], parts: readonly OfferedPart[], part: OfferedPart, text: string): readonly Section[] {
  const section = { ...part.section, text };
  if (part.place !== null) {
    const isBare = text === '' && section.heading === null && section.role === 'text' && parts.filter(({ place }) => place !== null).length === 1;
    return [...sections.slice(0, part.place), ...(isBare ? [] : [section]), ...sections.slice(part.place + 1)];
  }
  if (text === '') return sections;
  const before = parts.slice(0, parts.indexOf(part)).findLast(({ place }) => place !== null);
  const after = parts.slice(parts.indexOf(part)).find(({ place }) => place !== null);
  const at = before ? (before.place ?? 0) + 1 : (after?.place ?? sections.length);
  return [...sections.slice(0, at), section, ...sections.slice(at)];
}
