/** What the failure page says. Written without the app's own translations, because those may be what did not load. */
export interface FailureWords {
  readonly title: string;
  readonly why: string;
  readonly now: string;
  readonly retry: string;
  readonly details: string;
}

type Language = 'da' | 'en';

const sentences: Record<
  Language,
  Record<'HostSilent' | 'Configuration' | 'Offline' | 'NotLoaded' | 'Unknown', Pick<FailureWords, 'title' | 'why' | 'now'>>
> = {
  da: {
    HostSilent: {
      title: 'Dagsorden får ikke svar fra det program, siden er åbnet i',
      why: 'Siden er lavet til at stå i Teams eller Outlook, og programmet svarede ikke inden for 5 sekunder.',
      now: 'Luk ruden og åbn den igen. Hjælper det ikke, kan dagsordenen også læses i browseren fra linket i mødeindkaldelsen.',
    },
    Configuration: {
      title: 'Dagsorden er ikke sat færdig op',
      why: 'Den udgave, din organisation har lagt ud, mangler en oplysning.',
      now: 'Send teksten under Detaljer til den, der administrerer Microsoft 365 hos jer.',
    },
    Offline: {
      title: 'Der er ikke forbindelse',
      why: 'Dagsorden kunne ikke hente det, der skal til for at starte.',
      now: 'Prøv igen, når du er på nettet.',
    },
    NotLoaded: {
      title: 'En del af Dagsorden kunne ikke hentes',
      why: 'Det sker, når forbindelsen svigter, eller når der lige er lagt en ny udgave ud.',
      now: 'Prøv igen. Det, du har skrevet, er gemt.',
    },
    Unknown: {
      title: 'Dagsorden kunne ikke starte',
      why: 'Der skete en fejl, vi ikke kender.',
      now: 'Prøv igen. Sker det flere gange, så send teksten under Detaljer til den, der administrerer Dagsorden hos jer.',
    },
  },
  en: {
    HostSilent: {
      title: 'Dagsorden gets no answer from the program it was opened in',
      why: 'This page belongs inside Teams or Outlook, and the program did not answer within 5 seconds.',
      now: 'Close the pane and open it again. If that does not help, the agenda can also be read in the browser from the link in the invitation.',
    },
    Configuration: {
      title: 'Dagsorden is not completely set up',
      why: 'The version your organisation has deployed lacks a piece of information.',
      now: 'Send the text under Details to the person who administers Microsoft 365 where you work.',
    },
    Offline: {
      title: 'There is no connection',
      why: 'Dagsorden could not fetch what it needs to start.',
      now: 'Try again when you are online.',
    },
    NotLoaded: {
      title: 'A part of Dagsorden could not be fetched',
      why: 'This happens when the connection fails, or when a new version has just been deployed.',
      now: 'Try again. What you have written is kept.',
    },
    Unknown: {
      title: 'Dagsorden could not start',
      why: 'Something went wrong that we do not know.',
      now: 'Try again. If it keeps happening, send the text under Details to the person who administers Dagsorden where you work.',
    },
  },
};

const buttons: Record<Language, Pick<FailureWords, 'retry' | 'details'>> = {
  da: { retry: 'Prøv igen', details: 'Detaljer' },
  en: { retry: 'Try again', details: 'Details' },
};

/** The words for a failure at the start, Danish unless the reader's own language is another. */
export function failureWords(error: unknown, language: string = navigator.language): FailureWords {
  const chosen: Language = /^(da|nb|nn|no|sv|fo|kl)\b/i.test(language) ? 'da' : 'en';
  return { ...sentences[chosen][kindOf(error)], ...buttons[chosen] };
}

function kindOf(error: unknown): keyof (typeof sentences)['da'] {
  if (!(error instanceof Error)) return 'Unknown';
  if (error.name === 'HostSilent') return 'HostSilent';
  if (error.name === 'Offline') return navigator.onLine ? 'NotLoaded' : 'Offline';
  if (error.name === 'ChunkLoadError') return navigator.onLine ? 'NotLoaded' : 'Offline';
  if (error.name === 'ConfigurationError') return 'Configuration';
  return 'Unknown';
}
