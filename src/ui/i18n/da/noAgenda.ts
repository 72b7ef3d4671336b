export default {
  organizerTitle: 'Mødet har ingen dagsorden endnu',
  organizerWords:
    'Sæt et program ind, som du allerede har, eller skriv punkterne. Du ser, hvordan invitationen kommer til at se ud, før noget sendes.',
  make: 'Lav dagsorden',
  resume: 'Fortsæt med dagsordenen',
  attendeeTitle: 'Der er ingen dagsorden endnu',
  attendeeWords: 'Når {{name}} sætter dagsordenen i invitationen, står den her.',
  attendeeWordsNoName: 'Når arrangøren sætter dagsordenen i invitationen, står den her.',
  unsavedTitle: 'Gem aftalen først',
  unsavedWords:
    'Aftalen er ikke gemt i kalenderen endnu, så dagsordenen har ikke noget at høre til. Gem eller send aftalen i Outlook, og prøv så igen.',
  noEventTitle: 'Her er ikke noget møde',
  noEventWords: 'Åbn Dagsorden fra et møde i kalenderen, eller vælg mødet på listen over dine møder.',
} as const;
