// All that writes rows: fetched when something is first sent, which needs the network in any case.
export { changeApologies } from './changeApologies.ts';
export { markPublished, markSent, putMeeting } from './putMeeting.ts';
export { putTreatment } from './putTreatment.ts';
export { changeItems, writeAgendaItems } from './writeAgenda.ts';
