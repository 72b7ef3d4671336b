import { language } from './language.ts';
import type { BodyRole } from '../meeting/words.ts';

/** Somebody on a list of members, as printed. */
export interface NameRead {
  readonly name: string;
  readonly email: string | null;
  readonly roles: readonly BodyRole[];
  readonly party: string | null;
  /** The personal substitute named behind. */
  readonly substitute: string | null;
}

const ROLES: readonly (readonly [BodyRole, RegExp])[] = [
  ['deputy', /\b(?:næst|vice)(?:for(?:mand|kvinde|person)|borgmester)|\bnæstfmd\b|\bdeputy/iu],
  ['chair', /(?<![\p{L}])(?:\p{L}*(?<!næst)(?<!vice)formand(?!\p{L}*skab)|forkvinde|forperson|fmd|mødeleder|borgmester|chair)(?![\p{L}])/iu],
  ['secretary', /(?:sekretær|referent|secretary)/iu],
  ['observer', /(?:observatør|tilforordnet|tilforordnede|gæst|uden stemmeret|observer)/iu],
  ['member', /(?<![\p{L}])(?:menigt )?(?:\p{L}*medlem(?:mer)?|members?)(?![\p{L}])/iu],
];
/** Offices that one person has. */
const OF_ONE: ReadonlySet<BodyRole> = new Set(['chair', 'deputy', 'secretary']);
const SUBSTITUTE = /(?:personlig(?:e)?\s+)?(?:stedfortræder(?:e)?|suppleant(?:er)?|substitute)\s*(?:for\s+\p{L}+\s*)?:?\s*/iu;
/** "A", "Ø", or "Venstre": what stands in brackets and says nothing else. */
const PARTY = /^(?:liste\s+)?(\p{Lu}{1,2}|\p{Lu}[\p{L} ]{2,40})$/u;
const ADDRESS = /[<(]?\b([\p{L}\d._%+'-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+)\b[>)]?/u;

/** Longer than any list of members; what lies behind is not read. */
const LONGEST = 40_000;

/**
 * The people that a pasted list names, in its order, each once: from an invitation's line of addresses, a table, or a line of the minutes. An office stands
 * before a name, behind it, or as a heading over several. What is no name is left out: a person looks at what was read before anything is kept.
 */
export function readMemberNames(text: string): readonly NameRead[] {
  const { people } = language('da');
  const found: NameRead[] = [];
  let heading: readonly BodyRole[] = [];
  for (const line of text.slice(0, LONGEST).split(/\r?\n/)) {
    const { roles, rest } = withHeading(line);
    if (roles !== null) heading = roles;
    // "Formand: Ane Kratholm" says nothing of those on the lines below it.
    const isOfThisLine = roles !== null && rest.trim() !== '' && roles.every((role) => OF_ONE.has(role));
    // Without a heading of its own, a line that is no list of names ends the one before.
    if (line.trim() === '') heading = [];
    for (const part of partsOf(rest)) {
      const read = readPart(
        part,
        (words) => people.read(words),
        (words) => people.isName(words) || people.isName(words, false),
      );
      if (read === null) {
        const last = found.at(-1);
        // "Ane Kratholm, formand": what names nobody says something of the one before.
        if (last && rolesIn(part).length > 0) found[found.length - 1] = { ...last, roles: together(last.roles, rolesIn(part)) };
        continue;
      }
      const roles = together(read.roles, heading);
      const place = found.findIndex(
        ({ name, email }) => (email !== null && email === read.email) || (name === read.name && (email ?? read.email) === (read.email ?? email)),
      );
      const before = found[place];
      if (before) found[place] = { ...before, ...given(read, before), roles: together(before.roles, roles) };
      else found.push({ ...read, roles });
    }
    if (isOfThisLine) heading = [];
  }
  return found.map((one) => (one.roles.length > 0 ? one : { ...one, roles: ['member'] }));
}

const given = (read: NameRead, before: NameRead) => ({
  email: before.email ?? read.email,
  party: before.party ?? read.party,
  substitute: before.substitute ?? read.substitute,
});
const together = (one: readonly BodyRole[], other: readonly BodyRole[]): readonly BodyRole[] => [...new Set([...one, ...other])];

/** "Medlemmer: …", or the word alone over the lines below it. */
function withHeading(line: string): { roles: readonly BodyRole[] | null; rest: string } {
  const colon = line.indexOf(':');
  const head = (colon < 0 ? line : line.slice(0, colon)).trim();
  const roles = head.length > 40 || ADDRESS.test(head) ? [] : rolesIn(head);
  const isWordAlone =
    roles.length > 0 && head.split(/\s+/).every((word) => rolesIn(word).length > 0 || /^(?:og|menige?|faste?|øvrige)$/iu.test(word));
  if (!isWordAlone) return { roles: null, rest: line };
  return { roles, rest: colon < 0 ? '' : line.slice(colon + 1) };
}

const rolesIn = (words: string): readonly BodyRole[] => ROLES.flatMap(([role, match]) => (match.test(words) ? [role] : []));

/** At separators outside brackets; a comma between a name and its substitute separates nothing. */
function partsOf(line: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const sign of line) {
    if (sign === '(' || sign === '<') depth += 1;
    if (sign === ')' || sign === '>') depth = Math.max(0, depth - 1);
    if (depth === 0 && /[,;\t|•]/.test(sign)) {
      parts.push(part);
      part = '';
    } else part += sign;
  }
  parts.push(part);
  const split = parts.flatMap((each) => each.split(/\s+(?:og|&)\s+(?=\p{Lu})/u)).map((each) => each.trim());
  return split.reduce<string[]>((all, each) => {
    const last = all.at(-1);
    if (each === '') return all;
    // A substitute, a party and an address stand behind the one they are of.
    const behind = SUBSTITUTE.test(each) || new RegExp(`^${ADDRESS.source}$`, 'u').test(each) || /^\p{Lu}{1,2}$/u.test(each);
    return behind && last !== undefined && !ADDRESS.test(last) ? [...all.slice(0, -1), `${last} (${each})`] : [...all, each];
  }, []);
}

function readPart(
  part: string,
  read: (words: string) => { name: string; remark: string | null; role: string | null } | null,
  isName: (words: string) => boolean,
): NameRead | null {
  const email = ADDRESS.exec(part)?.[1]?.toLowerCase() ?? null;
  const [own = '', substituteText = ''] = splitSubstitute(part.replace(ADDRESS, ' '));
  const person = read(own.replace(/["“”]/g, ' '));
  const name = person && isName(person.name) ? person.name : null;
  if (name === null && email === null) return null;
  const remarks = (person?.remark ?? '').split(/[;,]/).map((each) => each.trim());
  const party = remarks.map((each) => (rolesIn(each).length > 0 ? null : (PARTY.exec(each)?.[1] ?? null))).find((each) => each !== null) ?? null;
  const standIn = substituteText === '' ? null : (read(substituteText)?.name ?? null);
  return {
    name: name ?? nameOf(email ?? ''),
    email,
    roles: rolesIn([person?.role ?? '', ...remarks].join(' ; ')),
    party,
    substitute: standIn !== null && isName(standIn) ? standIn : null,
  };
}

/** Brackets around a substitute are opened: "Ane Kratholm (personlig stedfortræder: Poul Damgaard)". */
function splitSubstitute(part: string): readonly [string, string] {
  const at = SUBSTITUTE.exec(part);
  if (at === null) return [part, ''];
  const before = part.slice(0, at.index).replace(/[\s,([]+$/, '');
  return [before, part.slice(at.index + at[0].length).replace(/[)\]].*$/, '')];
}

/** "ane.kratholm@fjordby.example" → "Ane Kratholm". */
function nameOf(email: string): string {
  const words = (email.split('@')[0] ?? '').split(/[._-]+/).filter((word) => /^\p{L}+$/u.test(word));
  return words.length > 1 ? words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') : email;
}
