import { describe, expect, test } from 'vitest';
import { agendaStateOf } from '../../src/meeting/agendaState.ts';
import { asMeetingKey } from '../../src/meeting/ids.ts';
import { agendaOf, fileOf } from './agendas.ts';

const draft = fileOf(agendaOf(['1 Budget']), { status: { agenda: 'draft', minutes: 'none', sentAt: null } });
const event = { agendaInInvitation: true, pointer: draft.pointer };

describe('the state that is told', () => {
  test('is a draft until an invitation holds it', () => {
    expect(agendaStateOf(draft, null)).toBe('draft');
    expect(agendaStateOf(draft, { ...event, agendaInInvitation: false })).toBe('draft');
  });
  test('is sent, to everybody, once it stands in the invitation, whatever the row says', () => expect(agendaStateOf(draft, event)).toBe('sent'));
  test('is sent where the invitation names the meeting by another key than this copy makes', () => {
    const others = [{ pointer: draft.pointer, inInvitation: true }];
    const mine = { ...draft.pointer, key: asMeetingKey('f'.repeat(32)) };
    expect(agendaStateOf(draft, { agendaInInvitation: false, pointer: mine, others })).toBe('sent');
    expect(agendaStateOf(draft, { agendaInInvitation: false, pointer: mine, others: [{ pointer: draft.pointer, inInvitation: false }] })).toBe(
      'draft',
    );
  });
  test('is a draft where the organiser has saved the invitation and not sent it', () =>
    expect(agendaStateOf(draft, { ...event, unsent: true })).toBe('draft'));
  test('stays revised', () =>
    expect(agendaStateOf(fileOf(draft.agenda, { status: { agenda: 'revised', minutes: 'none', sentAt: null } }), event)).toBe('revised'));
});
