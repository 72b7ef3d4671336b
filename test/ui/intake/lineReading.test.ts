import { describe, expect, it } from 'vitest';
import { namesOf, readLine, restOf } from '../../../src/ui/intake/lineReading.ts';

const fields = (text: string) => {
  const reading = readLine(text);
  return {
    number: reading.number?.value ?? null,
    start: reading.start?.value ?? null,
    end: reading.end?.value ?? null,
    minutes: reading.minutes?.value ?? null,
    presenters: reading.presenters?.value ?? [],
    rest: restOf(text, reading, ['number', 'start', 'end', 'minutes', 'presenters']),
  };
};
const none = { number: null, start: null, end: null, minutes: null, presenters: [] };

describe('one line of a paper read on its own', () => {
  it.each([
    [
      '3. Kl. 09.45-10.20 (40 min.): Ventetider v. Ane Kratholm',
      { number: '3', start: '09:45', end: '10:20', minutes: 40, presenters: ['Ane Kratholm'], rest: 'Ventetider' },
    ],
    ['a. Veje og pladser', { ...none, number: 'a', rest: 'Veje og pladser' }],
    ['5.a: Skoler', { ...none, number: '5.a', rest: 'Skoler' }],
    ['• Budget v/ Rikke Vindum og Mona Thuesen', { ...none, presenters: ['Rikke Vindum', 'Mona Thuesen'], rest: 'Budget' }],
    ['kl. 9 Velkomst', { ...none, start: '09:00', rest: 'Velkomst' }],
    ['9.00 - 9.30   Velkomst', { ...none, start: '09:00', end: '09:30', rest: 'Velkomst' }],
    ['Kl. 9-10 Velkomst', { ...none, start: '09:00', end: '10:00', rest: 'Velkomst' }],
    ['Budget 2027-30, første udkast', { ...none, rest: 'Budget 2027-30, første udkast' }],
    ['Mødet den 10.12.2026 er flyttet', { ...none, rest: 'Mødet den 10.12.2026 er flyttet' }],
    ['De 15 bedste forslag', { ...none, rest: 'De 15 bedste forslag' }],
    ['v. Ane Kratholm', { ...none, presenters: ['Ane Kratholm'], rest: '' }],
  ])('%s', (text, expected) => {
    expect(fields(text)).toEqual(expected);
  });

  it.each([
    ['Oplæg v. Rikke Vindum og Mona Thuesen', ['Rikke Vindum', 'Mona Thuesen']],
    ['Indleder: Per Gyvelbo', ['Per Gyvelbo']],
    ['Ved Per Gyvelbo, Lykke Strandager', ['Per Gyvelbo', 'Lykke Strandager']],
    ['Vedel Skarvad', ['Vedel Skarvad']],
  ])('%s names its presenters', (text, names) => {
    expect(namesOf(text)).toEqual(names);
  });
});
