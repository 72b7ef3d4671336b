import i18next, { type i18n } from 'i18next';
import type { Language } from '../../host/host.ts';
import { FIRST, type FirstNamespace } from './firstNamespaces.ts';
import type { Namespace } from './resources.ts';
import { wordsBackend } from './wordsBackend.ts';

/** The words of FIRST, one chunk for each language. */
const firstWords = {
  da: {
    agenda: () => import(/* webpackChunkName: "da" */ './da/agenda.ts'),
    apology: () => import(/* webpackChunkName: "da" */ './da/apology.ts'),
    common: () => import(/* webpackChunkName: "da" */ './da/common.ts'),
    states: () => import(/* webpackChunkName: "da" */ './da/states.ts'),
  },
  en: {
    agenda: () => import(/* webpackChunkName: "en" */ './en/agenda.ts'),
    apology: () => import(/* webpackChunkName: "en" */ './en/apology.ts'),
    common: () => import(/* webpackChunkName: "en" */ './en/common.ts'),
    states: () => import(/* webpackChunkName: "en" */ './en/states.ts'),
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<FirstNamespace, () => Promise<{ readonly default: object }>>>>>;

const isFirst = (namespace: Namespace): namespace is FirstNamespace => FIRST.some((first) => first === namespace);

/** Where the words of a namespace come from; what is not FIRST is listed in a part of its own, since it would weigh on the first screen. */
async function wordsOf(language: Language, namespace: Namespace): Promise<object> {
  if (isFirst(namespace)) return (await firstWords[language][namespace]()).default;
  const { laterWords } = await import('./laterWords.ts');
  return (await laterWords[language][namespace]()).default;
}

/** Words in the host's language, ready for the first screen. Text is escaped by React, so i18next leaves it alone. */
export async function createI18n(language: Language): Promise<i18n> {
  const instance = i18next.createInstance();
  await instance.use(wordsBackend((language, namespace) => wordsOf(language as Language, namespace as Namespace))).init({
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
