export default {
  organizerTitle: 'Mødet har ingen dagsorden endnu',
  organizerWords:
    'Sæt et program ind, som du allerede har, eller skriv punkterne. Du ser, hvordan invitationen kommer til at se ud, før noget sendes.',
  make: 'Lav dagsorden',
  propose: 'Begynd med sidste møde eller en skabelon',
  resume: 'Fortsæt med dagsordenen',
  attendeeTitle: 'Der er ingen dagsorden endnu',
  attendeeWords: 'Når {{name}} sætter dagsordenen i invitationen, står den her.',
  attendeeWordsNoName: 'Når arrangøren sætter dagsordenen i invitationen, står den her.',
  unsavedTitle: 'Mødet har ingen dagsorden endnu',
  unsavedWords:
    'Aftalen er ikke gemt i kalenderen endnu. Når du går i gang, gemmer Dagsorden den med det, du har skrevet. Ingen bliver indkaldt, før du selv sender den fra Outlook.',
  unsavedMake: 'Gem aftalen, og lav dagsordenen',
  unsavedBusy: 'Gemmer aftalen …',
  unsavedOwn: 'Jeg har selv gemt den',
  unsavedLate:
    'Aftalen er gemt, men den er ikke nået frem til kalenderen endnu. Vent et øjeblik, og prøv igen. Det, du har skrevet i aftalen, står der stadig.',
  noEventTitle: 'Her er ikke noget møde',
  noEventWords: 'Åbn Dagsorden fra et møde i kalenderen, eller vælg mødet på listen over dine møder.',
} as const;
