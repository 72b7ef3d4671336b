export default {
  open: 'Meld afbud',
  mine: {
    meeting: 'Du har meldt afbud',
    items: 'Du har meldt afbud til {{items}}',
    substitute: '{{name}} møder for dig',
    edit: 'Ret',
    withdraw: 'Fortryd afbud',
    withdrawing: 'Fortryder afbud …',
    withdrawalWaiting: 'Dit afbud bliver trukket tilbage, så snart det kan lade sig gøre. Ønsket ligger på din enhed.',
    waiting: 'Dit afbud ligger på din enhed og bliver sendt, så snart det kan lade sig gøre.',
  },
  earlierAnswer: 'Det var, før mødet blev flyttet.',
  sent: 'Afbud gemt. {{name}} får besked.',
  sentNoName: 'Afbud gemt. Arrangøren får besked.',
  sentItems: 'Afbud gemt.',
  calendarRefused: 'Afbud gemt. Mødet kunne ikke afslås i din kalender. Gør det i Outlook, så arrangøren får besked.',
  withdrawn: 'Dit afbud er trukket tilbage.',
} as const;
