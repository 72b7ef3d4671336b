import { describe, expect, it } from 'vitest';
import { typedClock, typedMinutes, typedNames } from '../../../src/meeting/editing/typedFields.ts';

describe('what is typed in a field', () => {
  it.each([
    ['8.30', '08:30'],
    ['8:30', '08:30'],
    ['0830', '08:30'],
    ['830', '08:30'],
    ['kl. 9', '09:00'],
    ['14', '14:00'],
  ])('reads %s as a time of day', (typed, time) => {
    expect(typedClock(typed)).toEqual({ ok: true, value: time });
  });

  it.each(['25.00', '9.75', 'senere', '12345'])('does not guess a time from %s', (typed) => {
    expect(typedClock(typed)).toEqual({ ok: false });
  });

  it.each([
    ['20', 20],
    ['20 min.', 20],
    ['1 t. 15 min', 75],
    ['1,5 time', 90],
    ['1:15', 75],
    ['2 timer', 120],
  ])('reads %s as a duration', (typed, minutes) => {
    expect(typedMinutes(typed)).toEqual({ ok: true, value: minutes });
  });

  it.each(['0', '-5', 'lang tid', '2000'])('does not guess a duration from %s', (typed) => {
    expect(typedMinutes(typed)).toEqual({ ok: false });
  });

  it('takes an empty field as no value', () => {
    expect(typedClock(' ')).toEqual({ ok: true, value: null });
    expect(typedMinutes('')).toEqual({ ok: true, value: null });
  });

  it('parts names at comma, slash and "og", each once', () => {
    expect(typedNames('Ane Kratholm, Per Gyvelbo og Mona Thuesen / Ane Kratholm')).toEqual(['Ane Kratholm', 'Per Gyvelbo', 'Mona Thuesen']);
    expect(typedNames('Torkil Bækhøj')).toEqual(['Torkil Bækhøj']);
  });
});
