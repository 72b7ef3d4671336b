export default {
  title: 'Gør {{name}} klar',
  why: 'Dagsorden gemmer alt på teamets eget websted. Det skal gøres klar én gang.',
  happens: 'Det her sker',
  lists: 'Der oprettes lister til møder, punkter, afbud, beslutninger og referater på teamets websted. Alle i teamet kan læse dem.',
  closed: 'Lukkede punkter får de samme lister i en privat kanal. Kun kanalens medlemmer kan læse dem.',
  room: {
    label: 'Hvor skal lukkede punkter ligge?',
    hint: 'Kladder til referatet gemmes samme sted. Kun kanalens medlemmer kan læse dem. Under “Mødeforum” kan du i stedet vælge et websted, og skifte, så længe der ikke ligger noget lukket.',
    members: 'Kan læses af: {{names}}',
    membersUnknown: 'Se i Teams, hvem der er medlem.',
    none: 'Intet sted; punkter kan ikke lukkes',
    missing: 'Vælg kanalen til lukkede punkter, eller vælg “Intet sted”.',
    bound: 'Lukkede punkter ligger i den private kanal “{{name}}”.',
    boundSite: 'Lukkede punkter ligger på webstedet “{{name}}”.',
    nobody:
      'Du er ikke med i en privat kanal i teamet. Skal punkter kunne lukkes, må en, der er med i kanalen til dem, gøre stedet klar. Et websted til dem vælges bagefter under “Mødeforum”.',
  },
  safe: 'Det, der allerede ligger på webstedet, bliver ikke rørt. Du kan gøre det igen, hvis noget går i stå.',
  action: 'Gør stedet klar',
  again: 'Prøv igen',
  working: 'Gør stedet klar',
  step: 'Trin {{done}} af {{of}}',
  still: 'Det kan tage et par minutter første gang. Du kan roligt blive på siden.',
  ready: '{{name}} er klar.',
  stopped: 'Det gik i stå undervejs. Det, der er gjort, bliver stående.',
  update: {
    title: 'Opdatér {{name}}',
    why: 'Listerne på teamets websted er fra en tidligere udgave af Dagsorden. De skal opdateres én gang.',
    rows: 'Møder, punkter, afbud, beslutninger og referater bliver stående. De får kolonner, der kan sorteres, filtreres og grupperes i SharePoint.',
    columns: 'Den tidligere udgaves kolonner fjernes, når alt er flyttet. Du kan gøre det igen, hvis noget går i stå.',
    panes: 'Den, der har Dagsorden åben imens, skal hente siden igen bagefter.',
    notAllowed: {
      title: 'En anden skal opdatere {{name}}',
      what: 'Det kan kun en ejer af teamet, som også er medlem af kanalen til lukkede punkter, hvis der er sådan en. Du kan sende teksten herunder.',
      message:
        'Hej. Dagsorden er blevet opdateret, og listerne til møderne i {{name}} skal følge med. Vil du åbne fanen Dagsorden i teamet og vælge “Gør stedet klar”? Det tager et par minutter, og alt, der ligger der, bliver stående.',
    },
  },
  notAllowed: {
    title: 'En ejer af {{name}} skal gøre det',
    what: 'Kun en ejer af teamet må oprette lister på webstedet. Du kan sende teksten herunder til en af dem.',
    message:
      'Hej. Vi vil gerne bruge Dagsorden til møderne i {{name}}. Vil du åbne fanen Dagsorden i teamet og vælge “Gør stedet klar”? Det tager et par minutter og ændrer ikke noget, der allerede ligger der.',
    check: 'Se, om det er gjort',
  },
} as const;
