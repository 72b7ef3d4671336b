export default {
  Conflict: {
    title: 'En anden har rettet det samme',
    what: 'Begge tekster er gemt. Hent den nyeste udgave, og vælg, hvad der skal stå.',
    action: 'Hent den nyeste',
  },
  NotAllowed: {
    title: 'Det har du ikke adgang til',
    what: 'Mødets papirer ligger på mødeforummets websted. En ejer af teamet kan give dig adgang.',
    message: 'Hej. Jeg kan ikke åbne mødet i Dagsorden, fordi jeg mangler adgang til teamets websted. Vil du give mig adgang? {{link}}',
  },
  NotFound: {
    title: 'Vi kan ikke finde mødet',
    what: 'Det er flyttet eller slettet, det står i en andens kalender, eller linket er blevet kortet af. Åbn det fra din kalender i stedet.',
  },
  Offline: {
    title: 'Der er ikke forbindelse',
    what: 'Det, du skriver, bliver gemt på din enhed og sendt, når der er net igen.',
  },
  Throttled: {
    title: 'Microsoft 365 har travlt lige nu',
    what: 'Intet er gået tabt. Vent et øjeblik, og prøv igen.',
    seconds_one: 'Intet er gået tabt. Vi prøver selv igen om {{count}} sekund.',
    seconds_other: 'Intet er gået tabt. Vi prøver selv igen om {{count}} sekunder.',
    minutes_one: 'Intet er gået tabt. Vi prøver selv igen om {{count}} minut.',
    minutes_other: 'Intet er gået tabt. Vi prøver selv igen om {{count}} minutter.',
  },
  SignInNeeded: {
    title: 'Log ind for at se mødet',
    what: 'Du logger ind med din arbejdskonto. Dagsorden gemmer ikke din adgangskode.',
    action: 'Log ind',
  },
  ConsentMissing: {
    title: 'Dagsorden mangler en tilladelse',
    what: 'En administrator skal sige ja én gang for hele organisationen. Du kan sende teksten herunder.',
    action: 'Åbn siden for administratorer',
    message:
      'Hej. Vil du godkende Dagsorden for vores organisation, så vi kan bruge dagsordener og referater i Teams og Outlook? Det gøres én gang her: {{link}}',
  },
  SiteNotPrepared: {
    title: 'Stedet er ikke gjort klar endnu',
    what: 'Mødeforummet mangler de lister, som dagsordener og referater gemmes i. En ejer af teamet kan oprette dem fra teamets fane i Teams.',
    message: 'Hej. Vil du åbne fanen Dagsorden i vores team og vælge “Gør stedet klar”? Så kan vi gemme dagsordener og referater der.',
  },
  SiteOutdated: {
    title: 'Stedet skal opdateres først',
    what: 'Mødeforummets lister er fra en tidligere udgave af Dagsorden. De kan læses, men der kan ikke gemmes i dem, før en ejer af teamet har åbnet teamets fane i Teams og valgt “Gør stedet klar”. Intet af det, der ligger der, går tabt.',
    message:
      'Hej. Dagsorden er blevet opdateret. Vil du åbne fanen Dagsorden i vores team og vælge “Gør stedet klar”? Så kan vi gemme dagsordener og referater igen. Det, der ligger der, bliver stående.',
  },
  AppOutdated: {
    title: 'Dagsorden er åben i en ældre udgave',
    what: 'Mødeforummet er gjort klar med en nyere udgave. Hent siden igen for at få den.',
    action: 'Hent siden igen',
  },
  ClosedRoomMissing: {
    title: 'Der er ikke et sted til lukkede punkter',
    what: 'Et lukket punkt gemmes i en privat kanal, som kun den lukkede kreds er medlem af. En ejer af teamet kan oprette den ved at vælge “Gør stedet klar” igen.',
    message: 'Hej. Vi mangler et sted til lukkede punkter. Vil du åbne fanen Dagsorden i vores team og vælge “Gør stedet klar” igen?',
  },
  TooLarge: {
    title: 'Det er for stort',
    what: 'Del teksten op, eller vælg en mindre fil. Det, du har skrevet, er gemt.',
    invitation:
      'Dagsordenen er gemt, men den står ikke i invitationen, for invitationen fylder mere, end vi kan skrive i. Det gør den som regel, når der er et billede i teksten. Tag billedet ud, vedhæft det i stedet, og prøv igen.',
  },
  Unreadable: {
    title: 'Det kan ikke læses',
    what: 'Indholdet er ikke, som vi venter det. Intet er ændret.',
  },
  HostSilent: {
    title: 'Teams eller Outlook svarer ikke',
    what: 'Luk ruden, og åbn den igen. Hjælper det ikke, kan du åbne mødet i en browser.',
    action: 'Åbn i browser',
  },
  WrongAccount: {
    title: 'Du er logget ind med en anden konto',
    what: 'Mødet hører til en anden konto end den, du er logget ind med. Log ind med den konto, du fik invitationen på.',
    action: 'Skift konto',
  },
  WholeSeries: {
    title: 'Du har åbnet hele rækken af møder',
    what: 'Dagsorden, afbud og referat hører til det enkelte møde. Åbn det i din kalender, eller vælg det på listen over dine møder.',
  },
  InvitationChanged: {
    title: 'Invitationen er ændret imens',
    what: 'Vi har ikke rørt den. Se den igennem, og prøv så igen.',
  },
  InvitationNotOpen: {
    title: 'Dagsordenen står ikke i invitationen endnu',
    what: 'Dagsordenen til mødet {{when}} er gemt, men mødet er ikke åbent her. Åbn mødet til redigering i Outlook, åbn Dagsorden dér, og send igen.',
  },
  CalendarDiffers: {
    title: 'Mødet står på et andet tidspunkt i kalenderen',
    what: 'I din kalender er mødet {{when}}. Referatet er ikke udgivet. Se det igennem med kalenderens tidspunkt, og udgiv det så.',
    action: 'Vis med kalenderens tidspunkt',
  },
  ServerFault: {
    title: 'Microsoft 365 svarede med en fejl',
    what: 'Det er ikke noget, du har gjort. Vent et øjeblik, og prøv igen.',
  },
  Refused: {
    title: 'Microsoft 365 kan ikke bruge det, vi sendte',
    what: 'Det hjælper ikke at sende det samme igen. Åbn mødet på ny, og prøv derfra.',
  },
  Unknown: {
    title: 'Noget gik galt her',
    what: 'Det, du har skrevet, er gemt på din enhed. Prøv igen, eller luk ruden, og åbn den igen.',
  },
  messageTo: 'Tekst, du kan sende',
  noSupport: 'Hjælper det ikke, så send detaljerne til jeres it-support.',
} as const;
