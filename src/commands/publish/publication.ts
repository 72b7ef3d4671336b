// What is fetched when somebody looks at what publishing will send, or publishes: one chunk with the exporters.
export { correctionsOf, isCorrected } from '../../meeting/corrections.ts';
export { editionOf } from '../../meeting/edition.ts';
export { missingOutcomes } from '../../meeting/minutes.ts';
export { besideToPrint } from './besideToPrint.ts';
export { ownersOf, peopleToTell } from './peopleToTell.ts';
export { asItStands, printedWith, publicationOrder } from './publicationOrder.ts';
export { sendPublication } from './sendPublication.ts';
export { targetsOf } from './targets.ts';
export { withPeopleKnown } from '../attendance/peopleKnown.ts';
