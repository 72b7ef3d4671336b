// What is fetched when the panel of a running meeting needs it.
export { goOn } from './goOn.ts';
export { treatmentsNow } from './treatmentsNow.ts';
