// What is looked for after the first agenda is on screen, or where there is none: one chunk.
export { copiesOf } from './copiesOf.ts';
export { strayAgendas } from './strayAgendas.ts';
