export default {
  title: 'Noget på mødeforummets lister kan ikke læses',
  what: 'Det er rettet eller tilføjet i SharePoint på en måde, Dagsorden ikke forstår. Det er udeladt her, alt andet vises. Dagsorden skriver ikke hen over det: ret det på listen, eller slet det.',
  row: '{{list}}, række {{row}}: hele rækken er udeladt på grund af kolonnen “{{column}}”.',
  cell: '{{list}}, række {{row}}: kolonnen “{{column}}” er udeladt.',
  open: 'Åbn række {{row}} i {{list}}',
  more_one: 'og {{count}} mere',
  more_other: 'og {{count}} mere',
} as const;
