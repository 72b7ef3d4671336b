export default {
  Conflict: {
    title: 'En anden har rettet det samme',
    titleBy: '{{name}} har rettet det samme',
    what: 'Begge tekster er gemt. Hent den nyeste udgave, og vælg, hvad der skal stå.',
    action: 'Hent den nyeste',
  },
  NotAllowed: {
    title: 'Det har du ikke adgang til',
    what: 'Mødets papirer ligger på mødeforummets websted. En ejer af teamet kan give dig adgang.',
    message: 'Hej. Jeg kan ikke åbne mødet i Dagsorden, fordi jeg mangler adgang til teamets websted. Vil du give mig adgang? {{link}}',
    calendarTitle: 'Kalenderen lader dig ikke ændre indkaldelsen',
    calendar:
      'Aftalen står i kalenderen hos {{owner}}, og den er ikke delt med dig, så du kan ændre i den. Det, der er gemt i mødeforummet, er gemt; indkaldelsen er, som den var. Send teksten herunder, eller lad {{owner}} åbne aftalen og sætte dagsordenen i.',
    calendarMessage:
      'Hej. Dagsordenen til mødet ligger klar i Dagsorden, men jeg må ikke ændre i din kalender. Vil du dele den med mig med ret til at redigere, eller selv åbne aftalen og sætte dagsordenen i indkaldelsen? {{link}}',
  },
  NotFound: {
    title: 'Vi kan ikke finde mødet',
    what: 'Det er flyttet eller slettet, det står i en andens kalender, eller linket er blevet kortet af. Åbn det fra din kalender i stedet.',
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
    list: 'Listen {{list}} mangler på mødeforummets websted. En ejer af teamet kan oprette den med “Gør stedet klar” i teamets fane i Teams. Intet er ændret.',
    columns:
      'Listen {{list}} på mødeforummets websted mangler kolonnen {{columns}}. En ejer af teamet kan oprette den igen med “Gør stedet klar” i teamets fane i Teams. Der er ikke gemt noget halvt.',
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
    what: 'Et lukket punkt gemmes i en privat kanal eller på et websted, som kun den lukkede kreds har adgang til. Stedet vælges under “Mødeforum”, eller af en ejer af teamet med “Gør stedet klar”.',
    message: 'Hej. Vi mangler et sted til lukkede punkter. Vil du åbne fanen Dagsorden i vores team og vælge “Gør stedet klar” igen?',
  },
  ClosedPlaceRefused: {
    title: 'Stedet til lukkede punkter passer ikke',
    what: 'Lukkede punkter hører til på det sted, som kredsen selv har knyttet til mødeforummet. Intet lukket er læst eller gemt.',
    several:
      'To steder siger begge, at de er mødeforummets sted til lukkede punkter: {{rooms}}. Intet lukket er læst eller gemt. Var du ved at skifte sted, så gør det igen under “Mødeforum”. Spørg ellers den, der er nævnt, og slet rækken i listen “Den lukkede kreds” på det forkerte sted.',
    pointer:
      'Linket peger på et andet sted til lukkede punkter end det, mødeforummets kreds har: {{rooms}}. Linket er ikke fulgt, og intet lukket er læst eller gemt. Åbn mødet fra din kalender eller fra teamets fane i stedet, og sig det til den, du fik linket af.',
    board:
      'Mødeforummets indstillinger peger på et andet sted til lukkede punkter end det, kredsen har: {{rooms}}. Nogen har ændret dem. Intet lukket er gemt. En fra kredsen, som ejer teamet, kan rette dem med “Gør stedet klar” i teamets fane.',
    foreign: '{{rooms}} hører til et andet mødeforum. Intet lukket er læst eller gemt. Vælg et andet sted.',
    unclear:
      'Det kan ikke ses, hvilken af kanalerne der er til lukkede punkter: {{rooms}}. Intet lukket er læst eller gemt. En ejer af teamet, som er med i kredsen, kan vælge kanalen med “Gør stedet klar” i teamets fane.',
    noSite: 'Kanalen har ikke noget sted at gemme i endnu. Åbn fanen Filer i kanalen én gang i Teams, og prøv så igen.',
    ownSite: '{{rooms}} hører til mødeforummets eget websted, som hele teamet kan læse. Vælg et websted, som kun kredsen har adgang til.',
    otherBody: '{{rooms}} er et andet mødeforums websted, og alle i det forum kan læse det. Vælg et websted, som kun kredsen har adgang til.',
    everybody: '{{rooms}} kan læses af alle i organisationen. Vælg et websted, som kun kredsen har adgang til.',
    otherHost: 'Adressen {{rooms}} er ikke organisationens eget SharePoint. Lukkede punkter kan kun gemmes dér, hvor mødeforummets websted er.',
    noAccess: 'Webstedet {{rooms}} findes ikke, eller du har ikke adgang til det. Se adressen efter, eller bed en ejer af webstedet om adgang.',
    notEmpty:
      'Der ligger allerede lukkede punkter, kladder eller bilag i {{rooms}}. Stedet kan ikke skiftes, for så ville de ikke længere kunne findes. Intet er ændret.',
    left: 'Stedet til lukkede punkter er ved at blive skiftet fra {{rooms}}, men skiftet blev ikke færdigt. Intet lukket er læst eller gemt. Den, der skiftede det, kan vælge det nye sted igen under “Mødeforum”.',
    team: 'Mødeforummets indstillinger nævner et andet team end det, webstedet hører til. Nogen har ændret dem. Intet er gemt. En ejer af teamet kan rette dem med “Gør stedet klar” i teamets fane.',
    unnamed: 'et sted, du ikke kan se',
  },
  ClosedPlaceUnconfirmed: {
    title: 'Er det her stedet til lukkede punkter?',
    what: 'Lukkede punkter og kladder gemmes i den private kanal “{{place}}”. De kan læses af: {{members}}.',
    whatUnknown:
      'Lukkede punkter og kladder gemmes i den private kanal “{{place}}”. Vi kan ikke se, hvem der er medlem; se det i Teams, før du svarer.',
    site: 'Lukkede punkter og kladder gemmes på webstedet “{{place}}” ({{address}}). Det er valgt af {{by}}. Det kan læses af: {{members}}.',
    siteUnknown:
      'Lukkede punkter og kladder gemmes på webstedet “{{place}}” ({{address}}). Det er valgt af {{by}}. Vi kan ikke se, hvem der har adgang; det afgør webstedets ejere. Svar kun ja, hvis du ved, at det er kredsens sted.',
    action: 'Ja, gem her',
    done: 'Stedet er bekræftet. Prøv igen.',
    failed: 'Det kunne ikke bekræftes lige nu. Prøv igen.',
    stop: 'Er det ikke stedet, så gør ikke mere, og spørg den, der har valgt det.',
  },
  OtherBoard: {
    title: 'Linket hører til et andet mødeforum',
    what: 'Mødet i din kalender har sin dagsorden et andet sted end det, linket peger på. Linket er ikke fulgt, og intet er gemt.',
    action: 'Åbn mødet fra min kalender',
  },
  ChannelRefused: {
    title: 'Kanalen passer ikke',
    what: 'Mødeforummets indstillinger nævner en anden kanal end teamets egen. Nogen har ændret dem, eller kanalen er skiftet. Intet er sendt til kanalen. En ejer af teamet kan rette dem med “Gør stedet klar” i teamets fane.',
  },
  TooLarge: {
    title: 'Det er for stort',
    what: 'Del teksten op, eller vælg en mindre fil. Det, du har skrevet, er gemt.',
    invitation:
      'Dagsordenen er gemt, men den står ikke i invitationen, for invitationen fylder mere, end vi kan skrive i. Det gør den som regel, når der er et billede i teksten. Tag billedet ud, vedhæft det i stedet, og prøv igen.',
    anotherWay: {
      graph: 'Send invitationen uden om formularen',
      graphNote: 'Deltagerne får den med det samme. Står aftalen åben i Outlook, så luk den uden at gemme.',
      link: 'Sæt kun linket i den åbne formular',
    },
  },
  Unreadable: {
    title: 'Det kan ikke læses',
    what: 'Indholdet er ikke, som vi venter det. Intet er ændret.',
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
  MinutesApproved: {
    title: 'Referatet er godkendt',
    what: 'Det godkendte bliver stående. Tilføj i stedet en rettelse på siden, hvor referatet udgives. Den får dato og dit navn.',
  },
  PaperNotStored: {
    title: 'Bilaget er ikke lagt i biblioteket',
    what: 'SharePoint tog ikke imod filen. Den ligger stadig på din computer, og dagsordenen er, som den var.',
    reason: {
      missing: 'Webstedet har ikke noget dokumentbibliotek. En ejer af teamet kan åbne fanen Filer i Teams én gang. Prøv så igen.',
      readOnly: 'Du må læse biblioteket, men ikke lægge noget i det. En ejer af teamet kan give dig adgang. Prøv så igen.',
      full: 'Der er ikke mere plads på webstedet. En administrator kan give det mere. Prøv så igen.',
      gone: 'Filen, der skulle bruges, ligger ikke i biblioteket mere. Nogen har slettet eller flyttet den. Læg den ind som et nyt bilag.',
      noItem: 'Punktet er fjernet fra dagsordenen imens. Læg bilaget på et andet punkt.',
      name: 'SharePoint tager ikke imod navnet. Giv filen et andet navn, og læg den ind igen.',
      empty: 'Filen har ikke noget navn. Giv den et, og læg den ind igen.',
      signs: 'Navnet har tegn, som SharePoint ikke tager imod: " * : < > ? / \\ |. Brug det foreslåede navn.',
      ends: 'Et navn må ikke begynde eller slutte med mellemrum eller slutte med punktum. Brug det foreslåede navn.',
      reserved: 'Det navn bruger SharePoint selv. Brug det foreslåede navn.',
      tooLong: 'Navnet er for langt. Brug det foreslåede navn.',
      kind: 'Den slags filer tager SharePoint ikke imod. Gem den som PDF eller i en zip-fil, og læg den ind igen.',
      tooLarge: 'Filen fylder mere end 250 MB. Læg den selv i SharePoint, og vælg den derfra.',
      stays:
        'Punktet er lukket, men disse filer ligger stadig i mødeforummets bibliotek, hvor alle i teamet kan læse dem: {{titles}}. Prøv igen, eller flyt dem i SharePoint.',
      noRoom: 'Der er ikke plads til filen på denne enhed, mens den sendes. Ryd op, eller læg den selv i SharePoint, og vælg den derfra.',
    },
  },
  Refused: {
    title: 'Microsoft 365 kan ikke bruge det, vi sendte',
    what: 'Det hjælper ikke at sende det samme igen. Åbn mødet på ny, og prøv derfra.',
  },
  messageTo: 'Tekst, du kan sende',
} as const;
