export default {
  title: 'Møder',
  choose: 'Vælg mødeforum',
  noBoards: 'Du er ikke med i et team med møder endnu.',
  coming: 'Kommende møder',
  past: 'Afholdte møder',
  none: 'Der er ingen møder med dagsorden endnu. De kommer her, når dagsordenen er sat i invitationen.',
  noneComing: 'Der er ingen kommende møder med dagsorden.',
  nonePast: 'Der er ingen afholdte møder endnu.',
  state: {
    draft: 'Udkast',
    sent: 'Udsendt',
    revised: 'Revideret',
    minutes: 'Referat',
  },
  notPrepared: 'Stedet er ikke gjort klar',
  notPreparedWords: 'Dagsordener, afbud og referater gemmes i lister på teamets websted. De skal oprettes én gang.',
  prepare: 'Gør stedet klar',
} as const;
