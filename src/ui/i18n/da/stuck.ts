export default {
  title: 'Ikke gemt endnu',
  words: 'Det, du skrev, ligger her på din enhed, indtil det er gemt.',
  apologyStored: 'Afbuddet er gemt. Kun svar eller besked mangler.',
  sendAgain: 'Send igen',
  giveUp: 'Opgiv ændringen',
  dropped: 'Ændringen er taget ud. Teksten står her, til du lukker vinduet. Kopiér den, hvis du vil beholde den.',
} as const;
