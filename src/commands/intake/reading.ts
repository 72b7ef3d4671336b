// What is fetched when the first paper is taken in: one chunk with the importers.
export { importFile } from '../../importers/importFile.ts';
export { importText } from '../../importers/importText.ts';
export { intakeOf } from './intakeOf.ts';
