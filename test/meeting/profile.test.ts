import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/meeting/meeting.ts';
import { isQuorate } from '../../src/meeting/quorate.ts';
import { hasRole, memberOf, plainProfile, type BodyMember, type BodyProfile, type Quorum } from '../../src/meeting/profile.ts';

const person = (name: string): Person => ({ id: `id-${name}`, name, email: `${name}@fjordby.example` });
const member = (name: string, fields: Partial<BodyMember> = {}): BodyMember => ({
  person: person(name),
  roles: ['member'],
  votes: true,
  party: null,
  substitute: null,
  ...fields,
});
const bodyOf = (quorum: Partial<Quorum>, members: readonly BodyMember[]): BodyProfile => ({
  members,
  rules: { ...plainProfile.rules, quorum: { ...plainProfile.rules.quorum, ...quorum } },
});
const board = [
  member('ane', { roles: ['chair', 'member'] }),
  member('poul', { roles: ['deputy', 'member'] }),
  member('lene'),
  member('mona'),
  member('ulla', { roles: ['secretary'], votes: false }),
];
const there = (...names: string[]) => names.map((name) => ({ person: person(name), insteadOf: null }));

describe('who is what in a body', () => {
  it('is told by id, or by address where an invitation knows no id', () => {
    const profile = bodyOf({}, board);
    expect(hasRole(profile, { id: null, email: 'ULLA@fjordby.example' }, 'secretary')).toBe(true);
    expect(hasRole(profile, person('lene'), 'secretary')).toBe(false);
    expect(hasRole(profile, null, 'secretary')).toBe(false);
    expect(memberOf(profile, person('per'))).toBeNull();
  });
});

describe('whether a body can decide', () => {
  it('is not said where no rule is known, or nobody who votes', () => {
    expect(isQuorate(plainProfile, there('ane'))).toBeNull();
    expect(isQuorate(bodyOf({ kind: 'half' }, []), there('ane'))).toBeNull();
  });

  it('needs at least half of those who vote, and a substitute counts as the member', () => {
    const half = bodyOf({ kind: 'half' }, board);
    expect(isQuorate(half, there('lene', 'ulla'))).toBe(false);
    expect(isQuorate(half, there('lene', 'mona'))).toBe(true);
    expect(isQuorate(half, [...there('lene'), { person: person('torkil'), insteadOf: person('mona') }])).toBe(true);
    expect(isQuorate(half, there('lene', 'lene'))).toBe(false);
  });

  it('needs so many, and the chair or the deputy where that is the rule', () => {
    const three = bodyOf({ kind: 'number', atLeast: 3, chairRequired: true }, board);
    expect(isQuorate(three, there('ane', 'lene', 'mona'))).toBe(true);
    expect(isQuorate(three, there('poul', 'lene', 'mona'))).toBe(true);
    expect(isQuorate(three, [...there('poul', 'lene'), { person: person('torkil'), insteadOf: person('mona') }])).toBe(true);
    expect(isQuorate(three, [...there('lene', 'mona'), { person: person('torkil'), insteadOf: person('ane') }])).toBe(false);
  });

  it('is never lost by one more coming', () => {
    const names = fc.uniqueArray(fc.constantFrom('ane', 'poul', 'lene', 'mona', 'ulla', 'per'));
    const rule = fc.record({ kind: fc.constantFrom('half' as const, 'number' as const), atLeast: fc.nat(5), chairRequired: fc.boolean() });
    fc.assert(
      fc.property(names, rule, fc.constantFrom('ane', 'lene', 'ulla', 'per'), (present, quorum, more) => {
        const profile = bodyOf(quorum, board);
        if (isQuorate(profile, there(...present)) === true) expect(isQuorate(profile, there(...present, more))).toBe(true);
      }),
    );
  });
});
