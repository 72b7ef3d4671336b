import type { Locale } from '../page/address.ts';

const danish = {
  title: 'Prøv Dagsorden uden en tenant',
  lead: 'Her spiller du et møde i den opdigtede Fjordby Kommune: fra indkaldelsen i kalenderen til referatet i kanalen. Du skal ikke bruge en konto, og intet forlader din maskine.',
  steps: [
    {
      who: 'Sekretær',
      where: 'Outlook',
      heading: 'Læg dagsordenen i indkaldelsen',
      text: 'Åbn direktionens næste møde, tryk på Dagsorden, og sæt teksten fra et program ind.',
      action: 'Åbn Outlook som {name}',
    },
    {
      who: 'Deltager',
      where: 'Outlook',
      heading: 'Læs dagsordenen og meld afbud',
      text: 'Åbn det samme møde fra deltagerens egen kalender. Meld afbud, og peg på en stedfortræder.',
      action: 'Åbn Outlook som {name}',
    },
    {
      who: 'Sekretær',
      where: 'Teams',
      heading: 'Skriv beslutninger under mødet',
      text: 'Deltag i mødet, åbn Dagsorden i sidepanelet, skriv beslutninger, og udgiv referatet.',
      action: 'Åbn Teams som {name}',
    },
    {
      who: 'Følger',
      where: 'Teams og browser',
      heading: 'Find det, der blev besluttet',
      text: 'Læs opslaget i direktionens kanal, og følg linket. Et lukket punkt er stadig lukket.',
      action: 'Åbn Teams som {name}',
    },
  ],
  sample: 'Et program at sætte ind',
  sampleLead: 'Kopiér teksten, og sæt den ind under Dagsorden i Outlook.',
  sampleCopy: 'Kopiér teksten',
  sampleCopied: 'Teksten er kopieret.',
  sampleText:
    'Direktionsmøde\nTorsdag kl. 9.00-11.00, Lokale 1.07\nMødeleder: Asger Mølbjerg\n\n1. Kl. 9.00-9.15: Godkendelse af dagsorden og sidste referat\n2. Kl. 9.15-9.45: Budgetopfølgning efter tredje kvartal v. Poul Kringelholm\nFormål: At direktionen tager stilling til de to største afvigelser.\nKl. 9.45-9.55: Pause\n3. Kl. 9.55-10.30: Ventetider i Borgerservice v. Mona Thuesen\na. Telefonen\nb. Skranken\n4. Kl. 10.30-10.50: LUKKET: Personalesag\n5. Kl. 10.50-11.00: Eventuelt',
  everyone: 'Alle i Fjordby Kommune',
  everyoneLead: 'Vær en hvilken som helst af dem.',
  developers: 'For udviklere',
  developersLead: 'Den samme lokale tenant svarer på Microsoft Graph og OpenID Connect.',
  graphBase: 'Graph v1.0',
  log: 'Alle kald til Graph',
  people: 'Personerne som JSON',
  discovery: 'OpenID-konfiguration',
  appPage: 'Dagsorden i browseren',
  step: 'Trin {number}',
};

export type HomeTexts = typeof danish;

const english: HomeTexts = {
  title: 'Try Dagsorden without a tenant',
  lead: 'Here you play a meeting in the made-up Fjordby Kommune: from the invitation in the calendar to the minutes in the channel. You need no account, and nothing leaves your machine.',
  steps: [
    {
      who: 'Secretary',
      where: 'Outlook',
      heading: 'Put the agenda in the invitation',
      text: 'Open the next meeting of Direktionen, press Dagsorden, and paste the text of a programme.',
      action: 'Open Outlook as {name}',
    },
    {
      who: 'Attendee',
      where: 'Outlook',
      heading: 'Read the agenda and send an apology',
      text: "Open the same meeting from the attendee's own calendar. Send an apology and name a substitute.",
      action: 'Open Outlook as {name}',
    },
    {
      who: 'Secretary',
      where: 'Teams',
      heading: 'Write decisions during the meeting',
      text: 'Join the meeting, open Dagsorden in the side panel, write decisions and publish the minutes.',
      action: 'Open Teams as {name}',
    },
    {
      who: 'Reader',
      where: 'Teams and browser',
      heading: 'Find what was decided',
      text: "Read the post in Direktionen's channel and follow the link. A closed item is still closed.",
      action: 'Open Teams as {name}',
    },
  ],
  sample: 'A programme to paste',
  sampleLead: 'Copy the text and paste it under Dagsorden in Outlook.',
  sampleCopy: 'Copy the text',
  sampleCopied: 'The text is copied.',
  sampleText:
    'Executive meeting\nThursday 9:00-11:00, Room 1.07\nChair: Mona Thuesen\n\n1. 9:00-9:15: Approval of the agenda and the last minutes\n2. 9:15-9:45: Budget follow-up after the third quarter, Poul Kringelholm\nPurpose: To decide on the two largest deviations.\n9:45-9:55: Break\n3. 9:55-10:30: Waiting times at the service desk, Mona Thuesen\na. Telephone\nb. Counter\n4. 10:30-11:00: Any other business',
  everyone: 'Everybody in Fjordby Kommune',
  everyoneLead: 'Be any of them.',
  developers: 'For developers',
  developersLead: 'The same local tenant answers Microsoft Graph and OpenID Connect.',
  graphBase: 'Graph v1.0',
  log: 'All calls to Graph',
  people: 'The people as JSON',
  discovery: 'OpenID configuration',
  appPage: 'Dagsorden in the browser',
  step: 'Step {number}',
};

export const homeTexts: Record<Locale, HomeTexts> = { 'da-dk': danish, 'en-us': english };
