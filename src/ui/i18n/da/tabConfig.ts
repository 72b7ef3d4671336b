export default {
  title: 'Dagsorden',
  channel: 'Fanen viser møderne i {{name}}: dagsordener, beslutninger og referater.',
  meeting: 'Fanen viser dagsordenen for det her møde og lader deltagerne melde afbud.',
  ready: 'Stedet er gjort klar. Vælg Gem for at sætte fanen ind.',
  notReady: 'Vælg Gem for at sætte fanen ind. Bagefter kan en ejer af teamet gøre stedet klar fra fanen.',
  save: 'Vælg Gem for at sætte fanen ind.',
  unknown: 'Vi kunne ikke se, om stedet er gjort klar. Fanen kan sættes ind alligevel.',
} as const;
