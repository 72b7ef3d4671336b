// What is fetched when somebody looks at what publishing will send, or publishes: one chunk with the exporters.
export { correctionsOf, isCorrected } from '../../meeting/corrections.ts';
export { editionOf } from '../../meeting/edition.ts';
export { withRollCall } from '../../meeting/editionRollCall.ts';
export { missingOutcomes } from '../../meeting/minutes.ts';
export { notesToPrint } from './notesToPrint.ts';
export { asItStands, publicationOrder } from './publicationOrder.ts';
export { sendPublication } from './sendPublication.ts';
export { targetsOf } from './targets.ts';
export { withPeopleKnown } from '../attendance/peopleKnown.ts';
