// What only publishing needs of storage/: fetched with the exporters, which whoever publishes has fetched already.
export { closeMinutes } from './closeMinutes.ts';
export { postMessage } from './postMessage.ts';
export { claimLogLine, keepLogLine, readLogLine } from './publicationLog.ts';
export { replaceMinutes } from './replaceMinutes.ts';
export { withdrawMinutes } from './withdrawMinutes.ts';
export { sealedRows } from './sealRows.ts';
