import { describe, expect, it } from 'vitest';
import { presents } from '../../src/meeting/guests.ts';

describe('a guest', () => {
  it.each([
    ['Lene Vadgaard, økonomichef', 'Lene Vadgaard'],
    ['Lene Vadgaard', 'Lene Vadgaard, økonomichef'],
    ['lene  vadgaard (Økonomi)', 'Lene Vadgaard'],
    ['Lene Vadgaard', 'Lene Vadgaard'],
  ])('%j is still to come where the invitation names %j', (presenter, guest) => {
    expect(presents({ presenters: ['Ane Kratholm', presenter] }, guest)).toBe(true);
  });

  it.each([
    [[], 'Lene Vadgaard'],
    [[''], 'Lene Vadgaard'],
    [['Lene Vadgaardsen'], 'Lene Vadgaard'],
    [['Ane Kratholm'], 'Lene Vadgaard'],
  ])('is to come no more where %j present', (presenters, guest) => {
    expect(presents({ presenters }, guest)).toBe(false);
  });
});
