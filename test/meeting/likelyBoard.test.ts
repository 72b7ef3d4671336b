import { describe, expect, it } from 'vitest';
import { likelyBoard } from '../../src/meeting/likelyBoard.ts';

const boards = [
  { teamId: 'd', name: 'Direktionen' },
  { teamId: 'b', name: 'Børne- og Ungdomsudvalget' },
  { teamId: 'h', name: 'Hovedudvalget (HMU)' },
];

describe('the board to begin with', () => {
  it('is the one the title names, also in a compound', () => {
    expect(likelyBoard(boards, ['Direktionsmøde den 4. maj'], 'h')).toBe('d');
    expect(likelyBoard(boards, ['Møde i Børne- og Ungdomsudvalget'], '')).toBe('b');
    expect(likelyBoard(boards, ['Hovedudvalget, ordinært møde'], '')).toBe('h');
  });

  it('is else the one chosen last time', () => {
    expect(likelyBoard(boards, ['Budgetseminar'], 'b')).toBe('b');
  });

  it('is nobody where nothing tells, unless there is only one', () => {
    expect(likelyBoard(boards, ['Budgetseminar'], '')).toBeNull();
    expect(likelyBoard(boards.slice(0, 1), ['Budgetseminar'], 'gone')).toBe('d');
  });
});
