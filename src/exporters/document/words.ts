import type { SectionRole } from '../../meeting/agenda.ts';

export type Language = 'da' | 'en';

const sectionsDa: Readonly<Record<SectionRole, string | null>> = {
  purpose: 'Formål',
  summary: 'Resumé',
  background: 'Sagsfremstilling',
  finance: 'Økonomi',
  recommendation: 'Indstilling',
  text: null,
};

const sectionsEn: typeof sectionsDa = {
  purpose: 'Purpose',
  summary: 'Summary',
  background: 'Case',
  finance: 'Finance',
  recommendation: 'Recommendation',
  text: null,
};

/** The fixed words of documents: the same in each printer. Danish first, English second. */

const da = {
  agenda: 'Dagsorden',
  minutes: 'Referat',
  apologies: 'Afbud',
  place: 'Sted',
  chair: 'Mødeleder',
  clock: (span: string) => `kl.\u00a0${span}`,
  closedItem: 'Lukket punkt',
  closedMark: 'lukket punkt',
  untitled: 'Uden overskrift',
  break: 'Pause',
  sections: sectionsDa,
  attachments: 'Bilag',
  decision: 'Beslutning',
  notTreated: 'Ikke behandlet',
  noDecision: 'Ingen beslutning',
  noApologies: 'Ingen',
  partly: (items: string) => `til ${items}`,
  item: (number: string) => `punkt ${number}`,
  instead: (name: string) => `i stedet: ${name}`,
  published: 'Udgivet',
  version: (version: number) => `Udgave ${version}`,
  openAgenda: 'Åbn dagsordenen og meld afbud',
  writtenInAgenda: 'Skrevet i den tidligere dagsorden:',
  openMinutes: 'Læs hele referatet',
  moreItems: (count: number) => `og ${count} ${count === 1 ? 'punkt' : 'punkter'} mere i referatet`,
  day: (day: number) => `Dag ${day}`,
  minutesOf: (minutes: number) => `${minutes} min.`,
  presentedBy: (names: string) => `ved ${names}`,
  types: { decision: 'til beslutning', discussion: 'til drøftelse', information: 'til orientering' },
  outcomes: {
    approved: 'Godkendt',
    rejected: 'Forkastet',
    discussed: 'Drøftet',
    noted: 'Taget til efterretning',
    endorsed: 'Tiltrådt',
    deferred: 'Udsat',
    withdrawn: 'Udgår',
    other: 'Behandlet',
  },
};

const en: typeof da = {
  agenda: 'Agenda',
  minutes: 'Minutes',
  apologies: 'Apologies',
  place: 'Place',
  chair: 'Chair',
  clock: (span) => span,
  closedItem: 'Closed item',
  closedMark: 'closed item',
  untitled: 'No heading',
  break: 'Break',
  sections: sectionsEn,
  attachments: 'Attachments',
  decision: 'Decision',
  notTreated: 'Not treated',
  noDecision: 'No decision',
  noApologies: 'None',
  partly: (items) => `for ${items}`,
  item: (number) => `item ${number}`,
  instead: (name) => `instead: ${name}`,
  published: 'Published',
  version: (version) => `Version ${version}`,
  openAgenda: 'Open the agenda and send apologies',
  writtenInAgenda: 'Written in the earlier agenda:',
  openMinutes: 'Read the full minutes',
  moreItems: (count) => `and ${count} more ${count === 1 ? 'item' : 'items'} in the minutes`,
  day: (day) => `Day ${day}`,
  minutesOf: (minutes) => `${minutes} min`,
  presentedBy: (names) => `presented by ${names}`,
  types: { decision: 'for decision', discussion: 'for discussion', information: 'for information' },
  outcomes: {
    approved: 'Approved',
    rejected: 'Rejected',
    discussed: 'Discussed',
    noted: 'Noted',
    endorsed: 'Endorsed',
    deferred: 'Deferred',
    withdrawn: 'Withdrawn',
    other: 'Treated',
  },
};

export const wordsOf = (language: Language): typeof da => (language === 'en' ? en : da);
