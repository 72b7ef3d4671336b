export default {
  title: 'Noget på mødeforummets lister kan ikke læses',
  what: 'Det er rettet eller tilføjet i SharePoint på en måde, Dagsorden ikke forstår. Det er udeladt her, alt andet vises. Dagsorden skriver ikke hen over det: ret det på listen, eller slet det.',
  row: '{{list}}, række {{row}}: hele rækken er udeladt på grund af kolonnen “{{column}}”.',
  cell: '{{list}}, række {{row}}: kolonnen “{{column}}” er udeladt.',
  open: 'Åbn række {{row}} i {{list}}',
  more_one: 'og {{count}} mere',
  more_other: 'og {{count}} mere',
  aside: {
    apology: 'Et afbud for {{about}} er indføjet af {{by}} uden om Dagsorden. Det tæller ikke med.',
    apologyChanged: 'Afbuddet fra {{about}} er ændret af {{by}} uden om Dagsorden. Spørg {{about}}, hvad der gælder.',
    minutes: 'Rækker i referatets udgave {{about}} er skrevet af {{by}}, som hverken har lagt dagsordenen ud eller gjort stedet klar. De vises ikke.',
    minutesShown: 'Referatet er udgivet af {{by}}, som hverken har lagt dagsordenen ud eller gjort stedet klar.',
    minutesChanged:
      'Referatets udgave {{about}} er også skrevet i af {{by}}, som hverken har lagt dagsordenen ud eller gjort stedet klar. Det, der stod før, står i rækkens versioner i SharePoint.',
    log: 'En linje i udgivelsesloggen er skrevet af {{by}}, som hverken har lagt dagsordenen ud eller gjort stedet klar. Se i kanalen, om referatet står der.',
    meetingAnew:
      'Mødets egen række er slettet og lavet på ny af {{by}}, efter at dagsordenen blev lagt ud. Det, {{by}} skriver, tæller ikke med af den grund. Den gamle række ligger i SharePoints papirkurv.',
    boardAnew:
      'Mødeforummets egen række er slettet og lavet på ny af {{by}}, efter at dagsordenen blev lagt ud. Den gamle række ligger i SharePoints papirkurv.',
    unknown: 'en, SharePoint ikke nævner,',
  },
} as const;
