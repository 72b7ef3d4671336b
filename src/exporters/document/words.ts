/** The fixed words of what we write outside the app: the invitation and the channel. Danish first, English second. */
export type Language = 'da' | 'en';

const da = {
  agenda: 'Dagsorden',
  minutes: 'Referat',
  closedItem: 'Lukket punkt',
  break: 'Pause',
  notTreated: 'Ikke behandlet',
  noDecision: 'Ingen beslutning skrevet',
  openAgenda: 'Åbn dagsordenen og meld afbud',
  openMinutes: 'Læs hele referatet',
  moreItems: (count: number) => `og ${count} punkter mere i referatet`,
  day: (day: number) => `Dag ${day}`,
  minutesOf: (minutes: number) => `${minutes} min.`,
  presentedBy: (names: string) => `ved ${names}`,
  types: { decision: 'til beslutning', discussion: 'til drøftelse', information: 'til orientering' },
  outcomes: {
    approved: 'Godkendt',
    rejected: 'Ikke godkendt',
    discussed: 'Drøftet',
    noted: 'Taget til efterretning',
    endorsed: 'Tiltrådt',
    deferred: 'Udsat',
    withdrawn: 'Udgået',
    other: 'Behandlet',
  },
};

const en: typeof da = {
  agenda: 'Agenda',
  minutes: 'Minutes',
  closedItem: 'Closed item',
  break: 'Break',
  notTreated: 'Not treated',
  noDecision: 'No decision written',
  openAgenda: 'Open the agenda and send apologies',
  openMinutes: 'Read the full minutes',
  moreItems: (count) => `and ${count} more items in the minutes`,
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

/** "4" is printed "4.", while "5.a" and "IV" stand as they are. */
export const printNumber = (number: string | null): string => (number === null ? '' : /^\d+$/.test(number) ? `${number}. ` : `${number} `);
