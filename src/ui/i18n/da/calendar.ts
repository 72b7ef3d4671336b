export default {
  printedEarlier: {
    words: 'Mødet er flyttet, efter at dagsordenen blev sat i indkaldelsen. Punkternes tider i indkaldelsen er fra før.',
    revise: 'Sæt dagsordenen ind igen',
  },
  earlier: {
    mine: 'Det var til mødet {{day}}. Mødet er flyttet siden.',
    stands: 'Afbuddet gælder stadig',
  },
  copied: {
    words:
      'Linket står også i indkaldelsen til et andet møde. Dagsordenen her hører til mødet {{when}}. Åbn det møde i din kalender, du mener, før du melder afbud.',
    open: '{{title}}, {{when}}',
  },
  gone: {
    words:
      'Mødet står ikke i din kalender længere. Er det aflyst, så sig det her. Så står det på dagsordenen og på listen over møder, og gæster med deres egen indkaldelse får besked.',
    tell: 'Mødet er aflyst',
    busy: 'Gemmer …',
  },
  other: {
    other: 'Indkaldelsen viser dagsordenen for et andet møde: {{title}}, {{when}}. Afbud derfra gælder det møde og ikke dette.',
    otherOccurrence: 'Indkaldelsen viser dagsordenen for et andet møde i rækken: {{title}}, {{when}}. Afbud derfra gælder det møde og ikke dette.',
    sameTime: 'Indkaldelsen viser en dagsorden, der er lavet til en anden aftale på samme tidspunkt: {{title}}, {{when}}. Det kan være den samme.',
    stray: 'Der ligger en dagsorden fra før mødet blev flyttet: {{title}}, {{when}}. Dagsorden og afbud kan følge med hertil.',
    open: 'Åbn dagsordenen',
    take: 'Lad den følge med til dette møde',
    begin: 'Lav en ny dagsorden ud fra den',
    busy: 'Henter …',
  },
} as const;
