import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Words = { readonly [key: string]: string | Words };

const FOLDER = new URL('../../src/ui/i18n/', import.meta.url);
const screens = readdirSync(new URL('da/', FOLDER)).map((file) => file.replace('.ts', ''));
const wordsOf = async (language: 'da' | 'en', screen: string) =>
  ((await import(`../../src/ui/i18n/${language}/${screen}.ts`)) as { default: Words }).default;

/** Every text with its place: "mine.title" → "Mine møder". */
function flat(words: Words, at = ''): Map<string, string> {
  const entries = Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[at + key, value] as const] : [...flat(value, `${at}${key}.`)],
  );
  return new Map(entries);
}

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

/** Words that are Danish and nothing else. The product's own name and people's names may stand in English text. */
const DANISH = /[æøåÆØÅ]|\b(og|ikke|ingen|punktet|afbud|referat(et)?|møde(t|r)?|gem|luk|dagsordenen|udkast|invitationen|beslutning(er)?)\b/i;

describe.each(screens)('the words of %s', (screen) => {
  it('are complete in both languages, with the same values in them', async () => {
    const danish = flat(await wordsOf('da', screen));
    const english = flat(await wordsOf('en', screen));
    expect([...english.keys()].sort()).toEqual([...danish.keys()].sort());
    for (const [key, text] of danish) {
      expect(text.trim(), key).not.toBe('');
      expect(english.get(key)?.trim(), key).not.toBe('');
      expect(placeholders(english.get(key) ?? ''), key).toEqual(placeholders(text));
    }
  });

  it('are English in English', async () => {
    for (const [key, text] of flat(await wordsOf('en', screen))) expect(text, key).not.toMatch(DANISH);
  });

  it('never shout', async () => {
    for (const language of ['da', 'en'] as const)
      for (const [key, text] of flat(await wordsOf(language, screen))) expect(text, key).not.toContain('!');
  });
});

describe('the list of screens', () => {
  it('holds every file of words, so that its keys are checked', () => {
    const listed = readFileSync(new URL('resources.ts', FOLDER), 'utf8');
    for (const screen of screens) expect(listed).toContain(`./da/${screen}.ts`);
  });
});
