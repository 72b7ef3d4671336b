import { diff3Merge } from 'node-diff3';
import type { Section } from '../meeting/agenda.ts';
import { mergeText } from '../meeting/mergeText.ts';
import { readSections, writeSections } from './sectionText.ts';

/** Brings together what two people made of one column's text. Null where both changed the same place to something different. */
export type MergeText = (base: string, mine: string, theirs: string) => string | null;

/** Line by line: changes of different lines go together, the same change made twice is one. */
export const mergeLines: MergeText = (base, mine, theirs) => {
  const merged = mergeText(base, mine, theirs);
  return merged.kind === 'merged' ? merged.value : null;
};

/** For what is no text to a person, such as JSON: lines of both would make neither. */
export const mergeWhole: MergeText = (base, mine, theirs) => pickChanged(base, mine, theirs) ?? null;

/**
 * Section by section, and each of them line by line, so that two sections of one item never stand in each other's way. A section is the
 * same by its role and which of that role it is; where that leads nowhere, by its heading as well.
 */
export const mergeSections: MergeText = (base, mine, theirs) => {
  const versions = [readSections(base), readSections(mine), readSections(theirs)] as const;
  const merged = mergeKeyed(...versions, ({ role }) => role) ?? mergeKeyed(...versions, ({ role, heading }) => `${role} ${heading ?? ''}`);
  return merged === null ? null : writeSections(merged);
};

function mergeKeyed(
  base: readonly Section[],
  mine: readonly Section[],
  theirs: readonly Section[],
  nameOf: (section: Section) => string,
): Section[] | null {
  const [was, my, their] = [keyed(base, nameOf), keyed(mine, nameOf), keyed(theirs, nameOf)];
  const order = mergeOrder([...was.keys()], [...my.keys()], [...their.keys()]);
  if (order === null || new Set(order).size < order.length) return null;
  const kept = new Set(order);
  // Taken away by one, and changed by the other.
  const fought = [...was].some(([key, section]) => !kept.has(key) && [my, their].some((side) => side.has(key) && !same(side.get(key), section)));
  if (fought) return null;
  const merged: Section[] = [];
  for (const key of order) {
    const section = mergeSection(was.get(key), my.get(key), their.get(key));
    if (section === null) return null;
    merged.push(section);
  }
  return merged;
}

function mergeSection(base: Section | undefined, mine: Section | undefined, theirs: Section | undefined): Section | null {
  if (!mine || !theirs) return mine ?? theirs ?? null;
  if (same(mine, theirs)) return mine;
  if (!base) return null;
  const heading = pickChanged(base.heading, mine.heading, theirs.heading);
  const text = pickChanged(base.text, mine.text, theirs.text) ?? mergeLines(base.text, mine.text, theirs.text);
  return heading === undefined || text === null ? null : { role: mine.role, heading, text };
}

function keyed(sections: readonly Section[], nameOf: (section: Section) => string): Map<string, Section> {
  const seen = new Map<string, number>();
  return new Map(
    sections.map((section) => {
      const name = nameOf(section);
      const nth = (seen.get(name) ?? 0) + 1;
      seen.set(name, nth);
      return [`${nth} ${name}`, section];
    }),
  );
}

/** The order that two people gave the same names; null where they disagree. */
function mergeOrder(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] | null {
  const merged: string[] = [];
  for (const region of diff3Merge([...mine], [...base], [...theirs], { excludeFalseConflicts: true })) {
    if (region.conflict) return null;
    merged.push(...(region.ok ?? []));
  }
  return merged;
}

/** The one that differs from the base; undefined where both do, in different ways. */
function pickChanged<T>(base: T, mine: T, theirs: T): T | undefined {
  if (mine === theirs || theirs === base) return mine;
  return mine === base ? theirs : undefined;
}

const same = (a: Section | undefined, b: Section | undefined): boolean => a?.role === b?.role && a?.heading === b?.heading && a?.text === b?.text;
