import i18next, { type BackendModule, type i18n } from 'i18next';
import type { Language } from '../../host/host.ts';
import type { Namespace } from './resources.ts';

/** What the first screen needs; the words of other screens arrive with them (they suspend until then). */
const FIRST: readonly Namespace[] = ['common', 'states', 'agenda', 'apology'];

/** Reads one screen's words in one language, each a chunk of its own. */
const chunks: BackendModule = {
  type: 'backend',
  init() {},
  read(language, namespace, done) {
    import(`./${language}/${namespace}.ts`).then(
      (module: { default: Record<string, string> }) => done(null, module.default),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), null),
    );
  },
};

/** Words in the host's language, ready for the first screen. Text is escaped by React, so i18next leaves it alone. */
export async function createI18n(language: Language): Promise<i18n> {
  const instance = i18next.createInstance();
  await instance.use(chunks).init({
    lng: language,
    supportedLngs: ['da', 'en'],
    fallbackLng: false,
    ns: [...FIRST],
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    react: { useSuspense: true },
  });
  return instance;
}
