import i18next from 'i18next';
import { expect, test } from 'vitest';
import { wordsBackend } from '../../src/ui/i18n/wordsBackend.ts';

test('words that could not be fetched are asked for again, and shown', async () => {
  let asked = 0;
  const instance = i18next.createInstance();
  await instance
    .use(
      wordsBackend((language, namespace) => {
        asked += 1;
        return asked < 3 ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve({ title: `${namespace} ${language}` });
      }),
    )
    .init({ lng: 'da', supportedLngs: ['da'], fallbackLng: false, ns: ['answers'], defaultNS: 'answers', retryTimeout: 1 });
  expect(asked).toBe(3);
  expect(instance.getResource('da', 'answers', 'title')).toBe('answers da');
});
