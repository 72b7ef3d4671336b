export default {
  edit: {
    save: 'Gem punktet',
    saving: 'Gemmer …',
    cancel: 'Annuller',
    saved: '{{title}} er rettet.',
    undone: '{{title}} er som før.',
    notUndone: '{{title}} kunne ikke sættes tilbage. En anden kan have rettet det imens.',
    queued: '{{title}} er gemt på din enhed og bliver sendt, så snart det kan lade sig gøre.',
    restored: 'Det, du skrev sidst, er hentet frem.',
  },
  conflict: {
    title: 'En anden har rettet punktet imens',
    words: 'Vælg, hvad der skal stå. Intet er gemt endnu.',
    mine: 'Dit',
    theirs: 'Den andens',
    empty: '(tomt)',
    field: {
      title: 'Overskrift',
      presenters: 'Oplægsholdere',
      start: 'Begynder',
      end: 'Slutter',
      minutes: 'Minutter',
      number: 'Nummer',
      type: 'Slags',
      sections: 'Tekst',
    },
  },
} as const;
