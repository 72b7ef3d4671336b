export default {
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
  ServerFault: {
    title: 'Microsoft 365 svarede med en fejl',
    what: 'Det er ikke noget, du har gjort. Vent et øjeblik, og prøv igen.',
  },
  Unknown: {
    title: 'Noget gik galt her',
    what: 'Det, du har skrevet, er gemt på din enhed. Prøv igen, eller luk ruden, og åbn den igen.',
  },
  noSupport: 'Hjælper det ikke, så send detaljerne til jeres it-support.',
} as const;
