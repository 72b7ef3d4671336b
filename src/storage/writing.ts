// All that writes rows: fetched when something is first sent, which needs the network in any case.
export { putApology } from './putApology.ts';
export { markPublished, putMeeting, removeMeeting } from './putMeeting.ts';
export { putTreatment } from './putTreatment.ts';
export { changeItems, writeAgendaItems } from './writeAgenda.ts';
