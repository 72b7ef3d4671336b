import i18next, { type BackendModule, type i18n } from 'i18next';
import type { Language } from '../../host/host.ts';
import type { Namespace } from './resources.ts';

/** What the first screen needs; the words of other screens arrive with them (they suspend until then). */
const FIRST: readonly Namespace[] = ['common', 'states', 'agenda', 'apology'];

/** Each screen's words in each language are a chunk of their own, those of FIRST one together. Named one by one, so that lint sees where they lie. */
const words = {
  da: {
    agenda: () => import(/* webpackChunkName: "da" */ './da/agenda.ts'),
    agendaEditor: () => import('./da/agendaEditor.ts'),
    answers: () => import('./da/answers.ts'),
    attendance: () => import('./da/attendance.ts'),
    apology: () => import(/* webpackChunkName: "da" */ './da/apology.ts'),
    apologySheet: () => import('./da/apologySheet.ts'),
    approval: () => import('./da/approval.ts'),
    board: () => import('./da/board.ts'),
    calendar: () => import('./da/calendar.ts'),
    common: () => import(/* webpackChunkName: "da" */ './da/common.ts'),
    copies: () => import('./da/copies.ts'),
    decisions: () => import('./da/decisions.ts'),
    forgetting: () => import('./da/forgetting.ts'),
    intake: () => import('./da/intake.ts'),
    itemEditor: () => import('./da/itemEditor.ts'),
    keys: () => import('./da/keys.ts'),
    meetingPanel: () => import('./da/meetingPanel.ts'),
    minutes: () => import('./da/minutes.ts'),
    myMeetings: () => import('./da/myMeetings.ts'),
    noAccess: () => import('./da/noAccess.ts'),
    noAgenda: () => import('./da/noAgenda.ts'),
    papers: () => import('./da/papers.ts'),
    prepare: () => import('./da/prepare.ts'),
    profile: () => import('./da/profile.ts'),
    publication: () => import('./da/publication.ts'),
    refusals: () => import('./da/refusals.ts'),
    rollCall: () => import('./da/rollCall.ts'),
    saveAs: () => import('./da/saveAs.ts'),
    sendout: () => import('./da/sendout.ts'),
    states: () => import(/* webpackChunkName: "da" */ './da/states.ts'),
    tabConfig: () => import('./da/tabConfig.ts'),
    unreadRows: () => import('./da/unreadRows.ts'),
  },
  en: {
    agenda: () => import(/* webpackChunkName: "en" */ './en/agenda.ts'),
    agendaEditor: () => import('./en/agendaEditor.ts'),
    answers: () => import('./en/answers.ts'),
    attendance: () => import('./en/attendance.ts'),
    apology: () => import(/* webpackChunkName: "en" */ './en/apology.ts'),
    apologySheet: () => import('./en/apologySheet.ts'),
    approval: () => import('./en/approval.ts'),
    board: () => import('./en/board.ts'),
    calendar: () => import('./en/calendar.ts'),
    common: () => import(/* webpackChunkName: "en" */ './en/common.ts'),
    copies: () => import('./en/copies.ts'),
    decisions: () => import('./en/decisions.ts'),
    forgetting: () => import('./en/forgetting.ts'),
    intake: () => import('./en/intake.ts'),
    itemEditor: () => import('./en/itemEditor.ts'),
    keys: () => import('./en/keys.ts'),
    meetingPanel: () => import('./en/meetingPanel.ts'),
    minutes: () => import('./en/minutes.ts'),
    myMeetings: () => import('./en/myMeetings.ts'),
    noAccess: () => import('./en/noAccess.ts'),
    noAgenda: () => import('./en/noAgenda.ts'),
    papers: () => import('./en/papers.ts'),
    prepare: () => import('./en/prepare.ts'),
    profile: () => import('./en/profile.ts'),
    publication: () => import('./en/publication.ts'),
    refusals: () => import('./en/refusals.ts'),
    rollCall: () => import('./en/rollCall.ts'),
    saveAs: () => import('./en/saveAs.ts'),
    sendout: () => import('./en/sendout.ts'),
    states: () => import(/* webpackChunkName: "en" */ './en/states.ts'),
    tabConfig: () => import('./en/tabConfig.ts'),
    unreadRows: () => import('./en/unreadRows.ts'),
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<Namespace, () => Promise<{ readonly default: object }>>>>>;

const chunks: BackendModule = {
  type: 'backend',
  init() {},
  read(language, namespace, done) {
    const load = words[language as Language][namespace as Namespace];
    load().then(
      (module) => done(null, module.default),
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
