export default {
  open: 'Glem alt på denne maskine',
  title: 'Glem alt på denne maskine?',
  words:
    'Dine kladder, det, der venter på at blive sendt, og det, maskinen husker af dine møder, bliver slettet her. Det, der er gemt i møderne, bliver.',
  unsent: 'Du har skrevet noget, der kun ligger her på enheden. Det forsvinder.',
  leave: 'Glem alt',
  leaveUnsent: 'Glem alt, og slet det',
  stay: 'Behold det',
  done: 'Alt er slettet på denne maskine',
  doneWords: 'Du kan lukke ruden. Åbner du Dagsorden igen, husker maskinen igen, hvad du ser.',
  again: 'Åbn Dagsorden igen',
} as const;
