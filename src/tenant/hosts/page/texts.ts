import type { Locale } from './address.ts';
import type { Misbehaviour } from '../wire/misbehaviour.ts';

const danish = {
  localTenant: 'Lokal prøve-tenant · Fjordby Kommune',
  localTenantTitle: 'Alt her er opdigtet og findes kun på denne maskine.',
  home: 'Forside',
  skip: 'Gå til indholdet',
  signedInAs: 'Du er {name}',
  switchPerson: 'Vær en anden',
  theme: 'Tema',
  themeSystem: 'Som systemet',
  themeDefault: 'Lyst',
  themeDark: 'Mørkt',
  themeContrast: 'Høj kontrast',
  language: 'Sprog',
  settings: 'Indstillinger',
  misbehave: 'Fejl',
  misbehaveCount: 'Fejl ({count})',
  misbehaveHelp: 'Lad værten svare forkert, som rigtige værter somme tider gør.',
  none: 'Ingen fejl',
  loading: 'Henter…',
  tryAgain: 'Prøv igen',
  details: 'Detaljer',
  close: 'Luk',
  cancel: 'Annuller',
  consentTitle: '{app} beder om adgang',
  consentLead: '{app} vil som {name}:',
  consentAccept: 'Acceptér',
  unreachable: 'Tenanten svarer ikke. Kører den stadig?',
  appSlow: '{app} har ikke vist noget i 30 sekunder.',
  appFailed: '{app} melder en fejl.',
  reload: 'Indlæs igen',
};

export type ChromeTexts = typeof danish;

const english: ChromeTexts = {
  localTenant: 'Local trial tenant · Fjordby Kommune',
  localTenantTitle: 'Everything here is made up and exists on this machine only.',
  home: 'Start page',
  skip: 'Skip to content',
  signedInAs: 'You are {name}',
  switchPerson: 'Be somebody else',
  theme: 'Theme',
  themeSystem: 'As the system',
  themeDefault: 'Light',
  themeDark: 'Dark',
  themeContrast: 'High contrast',
  language: 'Language',
  settings: 'Settings',
  misbehave: 'Faults',
  misbehaveCount: 'Faults ({count})',
  misbehaveHelp: 'Let the host answer wrongly, as real hosts sometimes do.',
  none: 'No faults',
  loading: 'Loading…',
  tryAgain: 'Try again',
  details: 'Details',
  close: 'Close',
  cancel: 'Cancel',
  consentTitle: '{app} asks for access',
  consentLead: '{app} wants, as {name}:',
  consentAccept: 'Accept',
  unreachable: 'The tenant does not answer. Is it still running?',
  appSlow: '{app} has shown nothing for 30 seconds.',
  appFailed: '{app} reports an error.',
  reload: 'Load again',
};

/** The words around every host page. */
export const chromeTexts: Record<Locale, ChromeTexts> = { 'da-dk': danish, 'en-us': english };

/** Fills `{name}` places in a text. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
}

/** What each misbehaviour does, in the menu. */
export const misbehaviourTexts: Record<Misbehaviour, Record<Locale, string>> = {
  'naa-unavailable': { 'da-dk': 'Login gennem værten findes ikke', 'en-us': 'Sign-in through the host is missing' },
  'naa-bridge-missing': { 'da-dk': 'Outlook lover login, men broen mangler', 'en-us': 'Outlook promises sign-in, the bridge is missing' },
  'naa-interaction': { 'da-dk': 'Første login kræver samtykke', 'en-us': 'First sign-in needs consent' },
  'naa-interaction-always': { 'da-dk': 'Hvert stille login kræver samtykke', 'en-us': 'Every silent sign-in needs consent' },
  'naa-timeout': { 'da-dk': 'Login svarer aldrig', 'en-us': 'Sign-in never answers' },
  'naa-init-timeout': { 'da-dk': 'Login-broen starter aldrig', 'en-us': 'The sign-in bridge never starts' },
  'naa-disabled': { 'da-dk': 'Login slået fra af administrator', 'en-us': 'Sign-in switched off by the administrator' },
  'naa-account-unavailable': { 'da-dk': 'Ingen konto i værten', 'en-us': 'No account in the host' },
  'naa-no-network': { 'da-dk': 'Login uden netværk', 'en-us': 'Sign-in without network' },
  'naa-transient': { 'da-dk': 'Login forbigående nede', 'en-us': 'Sign-in down for a moment' },
  'naa-persistent': { 'da-dk': 'Login fejler hver gang', 'en-us': 'Sign-in fails every time' },
  'naa-empty-error': { 'da-dk': 'Login fejler uden forklaring', 'en-us': 'Sign-in fails without a word' },
  'naa-untrusted-origin': { 'da-dk': 'Appens adresse godtages ikke ved login', 'en-us': "The app's address is not accepted for sign-in" },
  'naa-wrong-account': { 'da-dk': 'Login giver en andens konto', 'en-us': "Sign-in gives somebody else's account" },
  'teams-silent': { 'da-dk': 'Teams svarer aldrig', 'en-us': 'Teams never answers' },
  'teams-slow': { 'da-dk': 'Teams svarer langsomt (2 s)', 'en-us': 'Teams answers slowly (2 s)' },
  'no-meeting-details': { 'da-dk': 'Mødeoplysninger nægtes (1000)', 'en-us': 'Meeting details refused (1000)' },
  'no-chat-id': { 'da-dk': 'Mødet har intet chat-id', 'en-us': 'The meeting has no chat id' },
  'no-auth-popup': { 'da-dk': 'Login-vindue blokeres', 'en-us': 'Sign-in window is blocked' },
  'office-slow': { 'da-dk': 'Outlook svarer langsomt (2 s)', 'en-us': 'Outlook answers slowly (2 s)' },
  'no-item-id': { 'da-dk': 'Aftalen har intet id', 'en-us': 'The appointment has no id' },
  'properties-lost-on-exceptions': { 'da-dk': 'Ændrede gentagelser mister egenskaber', 'en-us': 'Changed occurrences lose their properties' },
  'properties-fail': { 'da-dk': 'Egenskaber kan ikke gemmes', 'en-us': 'Properties cannot be saved' },
  'body-as-word': { 'da-dk': 'Outlook former brødteksten som Word', 'en-us': 'Outlook shapes the body as Word does' },
  'body-links-wrapped': { 'da-dk': 'Links i brødteksten går gennem Safe Links', 'en-us': 'Links in the body lead through Safe Links' },
  'body-rewritten': { 'da-dk': 'Outlook skriver brødteksten om', 'en-us': 'Outlook rewrites the body' },
};
