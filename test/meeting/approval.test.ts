import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approvalOf, changedSince, type ApprovalFacts, type ApprovalLine } from '../../src/meeting/approval.ts';
import type { Person } from '../../src/meeting/meeting.ts';
import * as may from '../../src/meeting/permissions.ts';
import { plainProfile, type BodyProfile } from '../../src/meeting/profile.ts';
import { APPROVAL_ACTS, APPROVAL_RULES, type ApprovalAct, type ApprovalRule, type BodyRole } from '../../src/meeting/words.ts';

const person = (name: string): Person => ({ id: name.toLowerCase(), name, email: `${name.toLowerCase()}@fjordby.example` });
const [ulla, grethe, ane, bo, per] = ['Ulla', 'Grethe', 'Ane', 'Bo', 'Per'].map(person) as [Person, Person, Person, Person, Person];
const everybody = [ulla, grethe, ane, bo, per];
const member = (one: Person, ...roles: BodyRole[]) => ({ person: one, roles, votes: true, party: null, substitute: null });
const bodyWith = (approval: ApprovalRule): BodyProfile => ({
  members: [member(ulla, 'secretary'), member(grethe, 'chair'), member(ane, 'member'), member(bo, 'member')],
  rules: { ...plainProfile.rules, approval },
});
const factsOf = (rule: ApprovalRule, now = '2026-09-30T08:00:00Z'): ApprovalFacts => ({
  profile: bodyWith(rule),
  isSecretary: ({ id }) => id === 'ulla',
  now: new Date(now),
});

let made = 0;
const line = (by: Person, act: ApprovalAct, fields: Partial<ApprovalLine> = {}): ApprovalLine => {
  made += 1;
  return {
    id: `line-${made}`,
    act,
    by,
    at: new Date(Date.UTC(2026, 8, 3, 8, made, 0)).toISOString(),
    place: made,
    draft: act === 'takenBack' ? '' : 'first',
    itemId: null,
    words: '',
    people: [],
    deadline: null,
    ...fields,
  };
};
const review = (people: readonly Person[], fields: Partial<ApprovalLine> = {}) => line(ulla, 'review', { people, ...fields });

describe('minutes are approved', () => {
  it('by the chair, and by nobody else, where the chair decides', () => {
    const sent = review([ane, grethe]);
    expect(approvalOf([sent, line(ane, 'approve')], factsOf('chair'))).toMatchObject({ state: 'review', waiting: [grethe] });
    expect(approvalOf([sent, line(grethe, 'approve')], factsOf('chair'))).toMatchObject({ state: 'approved', waiting: [] });
  });
  it('when each of those asked has approved, each with the time of their own', () => {
    const lines = [review([ane, bo]), line(ane, 'approve')];
    expect(approvalOf(lines, factsOf('signatures'))).toMatchObject({ state: 'review', waiting: [bo] });
    const last = line(bo, 'approve');
    const all = approvalOf([...lines, last], factsOf('signatures'));
    expect(all).toMatchObject({ state: 'approved', approvedAt: last.at });
    expect(all.approvedBy.map(({ person: { name }, at }) => [name, at])).toEqual([
      ['Ane', lines[1]!.at],
      ['Bo', last.at],
    ]);
  });
  it('when nobody has objected before the deadline, and not while an objection stands', () => {
    const sent = review([ane, bo], { deadline: '2026-09-10T08:00:00Z' });
    expect(approvalOf([sent], factsOf('noObjection', '2026-09-10T07:59:59Z')).state).toBe('review');
    expect(approvalOf([sent], factsOf('noObjection', '2026-09-10T08:00:00Z'))).toMatchObject({ state: 'approved', approvedAt: sent.deadline });
    const no = line(ane, 'object');
    expect(approvalOf([sent, no], factsOf('noObjection'))).toMatchObject({ state: 'review', objections: [{ person: ane }] });
    expect(approvalOf([sent, no, line(ane, 'approve')], factsOf('noObjection')).state).toBe('approved');
    expect(approvalOf([sent, line(ane, 'object', { at: '2026-09-10T08:00:01Z' })], factsOf('noObjection')).state).toBe('approved');
  });
  it('at the next meeting, as its chair or the secretary notes', () => {
    const sent = review([ane, bo]);
    expect(approvalOf([sent, line(ane, 'approve')], factsOf('nextMeeting')).state).toBe('review');
    for (const by of [grethe, ulla]) expect(approvalOf([sent, line(by, 'approve')], factsOf('nextMeeting')).state).toBe('approved');
  });
  it('never where the body has no approval: they are looked through for remarks', () => {
    expect(approvalOf([review([ane]), line(ane, 'approve')], factsOf('none'))).toMatchObject({ state: 'review', waiting: [] });
  });
});

describe('what does not count', () => {
  it('is an approval of another draft, of somebody nobody asked, or a review that the secretary did not send', () => {
    const sent = review([ane]);
    expect(approvalOf([sent, line(ane, 'approve', { draft: 'second' })], factsOf('signatures')).state).toBe('review');
    expect(approvalOf([sent, line(per, 'approve')], factsOf('signatures')).approvedBy).toEqual([]);
    expect(approvalOf([line(per, 'review', { people: [per] }), line(per, 'approve')], factsOf('signatures')).state).toBe('draft');
  });
  it('is what was said before it was sent anew, and after it was taken back', () => {
    const [first, yes] = [review([ane, bo]), line(ane, 'approve')];
    expect(approvalOf([first, yes, review([ane, bo], { draft: 'second' })], factsOf('signatures')).waiting).toEqual([ane, bo]);
    expect(approvalOf([first, yes, line(ulla, 'takenBack'), line(bo, 'approve')], factsOf('signatures')).state).toBe('draft');
  });
  it('tells a reader whether the draft is another by now', () => {
    const now = approvalOf([review([ane])], factsOf('signatures'));
    expect([changedSince(now, 'first'), changedSince(now, 'second'), changedSince(now, null)]).toEqual([false, true, null]);
  });
});

const anyLine = fc
  .record({
    by: fc.constantFrom(...everybody),
    act: fc.constantFrom(...APPROVAL_ACTS, 'review' as const, 'approve' as const, 'approve' as const),
    second: fc.integer({ min: 0, max: 20 }),
    draft: fc.constantFrom('first', 'first', 'second'),
    people: fc.subarray(everybody),
    deadline: fc.option(fc.integer({ min: 0, max: 30 }), { nil: null }),
  })
  .map(({ second, deadline, ...rest }) => ({ ...rest, at: moment(second), deadline: deadline === null ? null : moment(deadline) }));
const moment = (second: number): string => new Date(Date.UTC(2026, 8, 3, 8, 0, second)).toISOString();
const anyLines = fc
  .array(anyLine, { maxLength: 14 })
  .map((lines) => lines.map((each, place): ApprovalLine => ({ ...each, id: `any-${place}`, place, itemId: null, words: '' })));
const anyRule = fc.constantFrom(...APPROVAL_RULES);

describe('whatever several people do, in whatever order it is read', () => {
  it('stands the same, also where a line comes twice', () => {
    fc.assert(
      fc.property(anyLines, anyRule, fc.infiniteStream(fc.nat()), (lines, rule, mix) => {
        const facts = factsOf(rule, moment(25));
        const shuffled = [...lines, ...lines.slice(0, 3)].map((each) => [mix.next().value as number, each] as const).sort(([a], [b]) => a - b);
        expect(
          approvalOf(
            shuffled.map(([, each]) => each),
            facts,
          ),
        ).toEqual(approvalOf(lines, facts));
      }),
    );
  });
  it('is final once approved: nothing that comes later takes it back, or changes when and by whom', () => {
    fc.assert(
      fc.property(anyLines, anyLine, anyRule, (lines, later, rule) => {
        const before = approvalOf(lines, factsOf(rule, moment(25)));
        fc.pre(before.state === 'approved');
        const added: ApprovalLine = { ...later, id: 'later', place: 99, itemId: null, words: '', at: moment(26) };
        const now = approvalOf([...lines, added], factsOf(rule, moment(40)));
        expect({ ...now, draft: before.draft }).toEqual(before);
        if (!(later.act === 'correction' && later.by === ulla)) expect(now.draft).toBe(before.draft);
      }),
    );
  });
  it('is approved by those alone whom the rule asks, of that very draft, with no objection standing', () => {
    fc.assert(
      fc.property(anyLines, anyRule, (lines, rule) => {
        const facts = factsOf(rule, moment(25));
        const now = approvalOf(lines, facts);
        for (const signed of [...now.approvedBy, ...now.objections]) {
          expect(may.mayAnswerReview(now, signed.person, facts)).toBe(true);
          expect(lines.some(({ by, at, act }) => by === signed.person && at === signed.at && (act === 'approve' || act === 'object'))).toBe(true);
        }
        if (now.state !== 'approved') return;
        expect(rule).not.toBe('none');
        expect(now.objections).toEqual([]);
        expect(lines.some(({ by, act }) => by === ulla && act === 'review')).toBe(true);
        if (rule === 'chair') expect(now.approvedBy.map(({ person: one }) => one)).toContain(grethe);
        if (rule === 'signatures') expect(now.asked.every((one) => now.approvedBy.some((signed) => signed.person === one))).toBe(true);
        if (rule === 'noObjection') expect(now.approvedAt).toBe(now.deadline);
      }),
    );
  });
});

describe('publishing', () => {
  const event = { iAmOrganizer: true, cancelled: false, end: '2026-09-03T09:00:00Z' };
  const file = { occasion: { iCalUId: 'u', start: '2026-09-03T08:00:00Z', end: event.end } };
  const asks = (rule: ApprovalRule, state: 'draft' | 'review' | 'approved' | null, now: string) =>
    may.asksBeforePublishing({ event, file, now: new Date(now), profile: bodyWith(rule) }, state && { state });
  it('asks first while the meeting goes on, and where the body approves before it publishes', () => {
    expect(asks('none', null, '2026-09-03T08:30:00Z')).toEqual(['notEnded']);
    expect(asks('none', null, '2026-09-03T09:00:01Z')).toEqual([]);
    for (const rule of ['chair', 'signatures', 'noObjection'] as const) {
      expect(asks(rule, 'review', '2026-09-04T09:00:00Z')).toEqual(['notApproved']);
      expect(asks(rule, 'approved', '2026-09-04T09:00:00Z')).toEqual([]);
    }
    expect(asks('nextMeeting', 'draft', '2026-09-04T09:00:00Z')).toEqual([]);
  });
  it('leaves the record open until it is approved', () => {
    expect((['draft', 'review', 'approved'] as const).map((state) => may.mayChangeRecord({ state }))).toEqual([true, true, false]);
  });
});
