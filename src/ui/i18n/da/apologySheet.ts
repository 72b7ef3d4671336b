export default {
  title: 'Meld afbud',
  editTitle: 'Ret afbud',
  scope: {
    label: 'Jeg kan ikke være med til',
    meeting: 'Hele mødet',
    items: 'En del af mødet',
    which: 'Hvilke punkter',
    choose: 'Vælg mindst ét punkt',
  },
  substitute: {
    label: 'Stedfortræder',
    hint: 'Valgfrit. Søg efter en kollega, eller skriv et navn.',
    none: 'Ingen fundet. Navnet gemmes, som du har skrevet det.',
    failed: 'Søgningen virker ikke lige nu. Navnet gemmes, som du har skrevet det.',
  },
  message: {
    label: 'Besked til arrangøren',
    hintTo: 'Læses kun af arrangøren, {{name}}. Skriv ikke om sygdom eller andet privat.',
    hint: 'Læses kun af arrangøren. Skriv ikke om sygdom eller andet privat.',
  },
  effect: {
    meeting: 'Afbuddet står i referatet, og mødet bliver afslået i din kalender.',
    items: 'Afbuddet står i referatet. Mødet bliver stående i din kalender.',
    noEvent: 'Afbuddet står i referatet.',
  },
  send: 'Meld afbud',
  saveEdit: 'Gem afbud',
  sending: 'Melder afbud …',
  keep: 'Luk',
  restored: 'Det, du skrev sidst, er hentet frem.',
} as const;
