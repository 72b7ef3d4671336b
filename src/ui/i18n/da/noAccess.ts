export default {
  invited: {
    title: 'Er du inviteret til mødet?',
    read: 'Dagsordenen står i indkaldelsen i din kalender.',
    apology:
      'Vil du melde afbud, så åbn mødet i kalenderen, vælg Afvis, og skriv en kommentar, fx “Afbud. Min stedfortræder er …”. Er mødet en del af en række, så afvis kun dette møde.',
    suggestion:
      'Arrangøren får kommentaren i en mail og dit nej som et forslag til afbud i Dagsorden. Det er et afbud, når arrangøren har bekræftet det.',
  },
} as const;
