import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isQuorate } from '../../src/meeting/quorate.ts';
import { plainProfile, type BodyMember, type BodyRules, type SectionForm } from '../../src/meeting/profile.ts';
import {
  bodyKindOf,
  NUMBERING_NAMES,
  READY_NAMES,
  READY_NUMBERINGS,
  READY_PROFILES,
  readyNumberingOf,
  readyProfileOf,
} from '../../src/meeting/readyProfiles.ts';
import { BOARD_LANGUAGES } from '../../src/meeting/boardLanguage.ts';
import {
  APPROVAL_RULES,
  BODY_KINDS,
  DEADLINE_KINDS,
  NUMBER_RESTARTS,
  NUMBER_SIGNS,
  OPENNESS,
  QUORUM_KINDS,
  SECTION_ROLES,
  SUBSTITUTE_RULES,
  SUBSTITUTE_WORDS,
} from '../../src/meeting/words.ts';
import { readSectionForms, writeSectionForms } from '../../src/storage/ruleTexts.ts';
import { rulesFromFields, rulesToFields } from '../../src/storage/rulesRow.ts';

const members = (count: number): BodyMember[] =>
  Array.from({ length: count }, (_, place) => ({
    person: { id: `id-${place}`, name: `Medlem ${place}`, email: null },
    roles: place === 0 ? ['chair', 'member'] : ['member'],
    votes: true,
    party: null,
    substitute: null,
  }));

describe('ready profiles', () => {
  it.each(READY_NAMES)('%s is complete, stored as it is, and known again', (name) => {
    const rules: BodyRules = READY_PROFILES[name];
    expect(rulesFromFields(rulesToFields(rules))).toEqual(rules);
    expect(readyProfileOf(rules)).toBe(name);
    expect(readyProfileOf({ ...rules, openness: 'closed' })).toBeNull();
    // Rules that were stored before bodies told what they are tell it by themselves, and a body that changes them stays what it is.
    expect(bodyKindOf({ ...rules, kind: null })).toBe(name);
    expect(bodyKindOf({ ...rules, openness: 'closed' })).toBe(name);
    expect(rules.sections.length).toBeGreaterThan(0);
    // No category is closed by itself: a person decides for each item.
    expect(rules.openness).toBe('open');
    expect(new Set(rules.deadlines.map(({ what }) => what)).size).toBe(rules.deadlines.length);
    // Papers are never due after the agenda they belong to was to go out by more than the law's one day.
    const [agenda, papers] = (['agenda', 'papers'] as const).map((kind) => rules.deadlines.find(({ what }) => what === kind)!.days);
    expect(agenda! - papers!).toBeGreaterThanOrEqual(0);
  });

  it('by law a council and a committee decide with half of their members, and call a stedfortræder from the list', () => {
    for (const name of ['council', 'committee'] as const) {
      const profile = { members: members(25), rules: READY_PROFILES[name] };
      const there = (count: number) => profile.members.slice(0, count).map(({ person }) => ({ person, insteadOf: null }));
      expect(isQuorate(profile, there(12))).toBe(false);
      expect(isQuorate(profile, there(13))).toBe(true);
      expect(profile.rules).toMatchObject({ substitutes: 'partyList', substituteWord: 'stedfortræder', approval: 'signatures' });
    }
  });

  it('an association keeps its suppleant apart, and needs chair or deputy', () => {
    const profile = { members: members(5), rules: READY_PROFILES.association };
    const there = (...places: number[]) => places.map((place) => ({ person: profile.members[place]!.person, insteadOf: null }));
    expect(isQuorate(profile, there(0, 1, 2))).toBe(true);
    expect(isQuorate(profile, there(1, 2, 3))).toBe(false);
    expect(profile.rules.substituteWord).toBe('suppleant');
  });

  it('an administrative board and a works council have no quorum to be counted', () => {
    for (const name of ['administrative', 'worksCouncil'] as const)
      expect(isQuorate({ members: members(4), rules: READY_PROFILES[name] }, [])).toBeNull();
  });

  it('each way of numbering is known by its signs', () => {
    for (const name of NUMBERING_NAMES) expect(readyNumberingOf({ ...READY_NUMBERINGS[name], from: 49, restart: 'day' })).toBe(name);
    expect(readyNumberingOf({ ...READY_NUMBERINGS.dotted, between: null })).toBeNull();
  });
});

const heading = fc
  .string({ maxLength: 30, unit: 'grapheme' })
  .map((text) => text.replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '' && !text.includes('\u0000'));
const words = fc.constantFrom('Økonomi', 'økonomi: ', 'Tekst', 'Indstilling: Direktionen', 'Formål:', 'a: b');
const forms: fc.Arbitrary<SectionForm> = fc.record({
  role: fc.constantFrom(...SECTION_ROLES),
  heading: fc.option(
    fc.oneof(
      heading,
      words.map((text) => text.trim()),
    ),
    { nil: null },
  ),
});
const rules: fc.Arbitrary<BodyRules> = fc.record({
  kind: fc.option(fc.constantFrom(...BODY_KINDS), { nil: null }),
  quorum: fc
    .record({ kind: fc.constantFrom(...QUORUM_KINDS), atLeast: fc.option(fc.nat(99), { nil: null }), chairRequired: fc.boolean() })
    .map((quorum) => ({ ...quorum, atLeast: quorum.kind === 'number' ? quorum.atLeast : null })),
  sections: fc.array(
    fc.record({
      role: fc.constantFrom(...SECTION_ROLES),
      heading: fc.option(
        words.map((text) => text.trim()),
        { nil: null },
      ),
    }),
    { maxLength: 6 },
  ),
  numbering: fc.record({
    levels: fc.array(fc.option(fc.constantFrom(...NUMBER_SIGNS), { nil: null }), { minLength: 1, maxLength: 4 }),
    between: fc.option(fc.constantFrom('.', '-', ''), { nil: null }),
    behind: fc.constantFrom('', '.', ')'),
    breaks: fc.boolean(),
    restart: fc.constantFrom(...NUMBER_RESTARTS),
    from: fc.nat(999),
  }),
  castingVote: fc.boolean(),
  openness: fc.constantFrom(...OPENNESS),
  approval: fc.constantFrom(...APPROVAL_RULES),
  deadlines: fc.subarray([...DEADLINE_KINDS]).chain((kinds) => fc.tuple(...kinds.map((what) => fc.nat(60).map((days) => ({ what, days }))))),
  substitutes: fc.constantFrom(...SUBSTITUTE_RULES),
  substituteWord: fc.constantFrom(...SUBSTITUTE_WORDS),
  language: fc.constantFrom(...BOARD_LANGUAGES),
});

describe('rules as a row', () => {
  it('go there and back, whatever they are', () => {
    fc.assert(
      fc.property(rules, (each) => {
        expect(rulesFromFields(rulesToFields(each))).toEqual(each);
      }),
    );
  });

  it('sections go there and back with any heading of one line', () => {
    fc.assert(
      fc.property(fc.array(forms), (each) => {
        expect(readSectionForms(writeSectionForms(each))).toEqual(each);
      }),
    );
  });

  it('a list that a person typed is sections, a line each', () => {
    expect(readSectionForms('Baggrund\n\n  økonomi\nIndstilling: Direktionen indstiller, at\nTekst:')).toEqual([
      { role: 'text', heading: 'Baggrund' },
      { role: 'finance', heading: 'økonomi' },
      { role: 'recommendation', heading: 'Direktionen indstiller, at' },
      { role: 'text', heading: null },
    ]);
  });

  it('an empty row is the plain profile', () => {
    expect(rulesFromFields({ RowId: 'regler' })).toEqual(plainProfile.rules);
  });

  it('whatever stands in the cells, a row is read', () => {
    const cell = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant('Et bestemt antal'));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...Object.keys(rulesToFields(plainProfile.rules))), cell), (fields) => {
        const read = rulesFromFields({ ...fields, RowId: 'regler', Shape: 1 });
        expect(rulesFromFields(rulesToFields(read))).toEqual(read);
      }),
    );
  });
});
