import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asItemId } from '../../src/meeting/ids.ts';
import type { Treatment } from '../../src/meeting/meeting.ts';
import { asNotTreated, PHRASES, withDecision, withPhrase } from '../../src/meeting/phrases.ts';

const words = {
  approved: 'Godkendt',
  endorsed: 'Tiltrådt',
  discussed: 'Drøftet',
  noted: 'Taget til efterretning',
  deferred: 'Udsat',
  returned: 'Tilbagesendt',
  dismissed: 'Afvist',
  withdrawn: 'Udgår',
  rejected: 'Forkastet',
};
const blank: Treatment = { itemId: asItemId('a'), openness: 'open', outcome: null, decision: '', publicDecision: '', notTreated: false };

describe('phrase buttons', () => {
  it('writes the phrase as the first sentence and remembers its result', () => {
    expect(withPhrase(blank, 'noted', words)).toMatchObject({ outcome: 'noted', decision: 'Taget til efterretning.' });
    expect(withPhrase({ ...blank, decision: 'Sagen kommer igen i juni.' }, 'deferred', words).decision).toBe('Udsat. Sagen kommer igen i juni.');
  });

  it('takes the place of another phrase and keeps what was written after it', () => {
    const discussed = withPhrase({ ...blank, decision: 'Der følges op i maj.' }, 'discussed', words);
    expect(withPhrase(discussed, 'approved', words)).toMatchObject({ outcome: 'approved', decision: 'Godkendt. Der følges op i maj.' });
  });

  it('leaves a sentence that only begins like a phrase alone', () => {
    const own = { ...blank, decision: 'Godkendt med den tilføjelse, at anlæg forelægges igen.' };
    expect(withPhrase(own, 'approved', words).decision).toBe('Godkendt. Godkendt med den tilføjelse, at anlæg forelægges igen.');
  });

  it('is taken away by pressing it again', () => {
    expect(withPhrase(withPhrase(blank, 'approved', words), 'approved', words)).toEqual(blank);
  });

  it('never loses a word of what the secretary wrote', () => {
    const own = fc.stringMatching(/^[a-zæøå ]{1,40}$/).map((text) => text.trim());
    fc.assert(
      fc.property(own, fc.array(fc.constantFrom(...PHRASES), { maxLength: 6 }), (text, pressed) => {
        const end = pressed.reduce((treatment, phrase) => withPhrase(treatment, phrase, words), { ...blank, decision: text });
        expect(end.decision.endsWith(text)).toBe(true);
      }),
    );
  });
});

describe('not treated', () => {
  it('excludes an outcome, both ways', () => {
    const approved = withPhrase(blank, 'approved', words);
    expect(asNotTreated(approved, true)).toMatchObject({ notTreated: true, outcome: null, decision: 'Godkendt.' });
    expect(withPhrase(asNotTreated(blank, true), 'discussed', words).notTreated).toBe(false);
    expect(withDecision(asNotTreated(blank, true), 'Drøftet alligevel').notTreated).toBe(false);
  });
});
