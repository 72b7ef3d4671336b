import { describe, expect, it } from 'vitest';
import { asItemId, type ItemId } from '../../src/meeting/ids.ts';
import type { Apology, MeetingFile, Treatment } from '../../src/meeting/meeting.ts';
import { heldItems, unrecorded } from '../../src/meeting/recorded.ts';
import { agendaOf } from './agendas.ts';

const agenda = agendaOf(['Budget', 'Anlægsplan', 'Personsag (lukket)']);
const [budget, plan, person] = agenda.items.map((item) => item.id) as [ItemId, ItemId, ItemId];
const treatment = (itemId: ItemId, fields: Partial<Treatment> = {}): Treatment => ({
  itemId,
  openness: 'open',
  outcome: null,
  decision: '',
  publicDecision: '',
  notTreated: false,
  ...fields,
});
const apology = (itemIds: readonly ItemId[], withdrawnAt: string | null = null): Apology => ({
  id: 'afbud',
  person: { id: null, name: 'Ane Kratholm', email: null },
  scope: { kind: 'items', itemIds },
  substitute: null,
  receivedAt: '2026-09-01T08:00:00Z',
  enteredBy: 'Ane Kratholm',
  withdrawnAt,
});
const file = (fields: Partial<MeetingFile>) => ({ agenda, treatments: [], apologies: [], closedAccess: 'yes' as const, ...fields });

describe('what a new paper leaves alone', () => {
  it('is an item with a decision, not one where nothing is written', () => {
    expect(heldItems(file({ treatments: [treatment(budget, { decision: 'Godkendt.' }), treatment(plan)] }))).toEqual(new Set([budget]));
    expect(heldItems(file({ treatments: [treatment(plan, { notTreated: true })] }))).toEqual(new Set([plan]));
  });
  it('is an item somebody sent an apology for, until it is withdrawn', () => {
    expect(heldItems(file({ apologies: [apology([plan])] }))).toEqual(new Set([plan]));
    expect(heldItems(file({ apologies: [apology([plan], '2026-09-02T08:00:00Z')] }))).toEqual(new Set());
  });
  it('is a closed item for those outside the circle, who cannot see what it is', () => {
    expect(heldItems(file({ closedAccess: 'no' }))).toEqual(new Set([person]));
    expect(heldItems(file({ closedAccess: 'yes' }))).toEqual(new Set());
  });
  it('is a decision that is recorded: the paper’s own is for the other items', () => {
    const paper = [
      treatment(budget, { decision: 'Drøftet.' }),
      treatment(plan, { decision: 'Udsat.' }),
      treatment(asItemId('gone'), { decision: 'Udgår.' }),
    ];
    expect(unrecorded(paper, [treatment(budget, { decision: 'Godkendt.' }), treatment(plan)], agenda.items)).toEqual([paper[1]]);
  });
});
