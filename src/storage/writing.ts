// All that writes rows and answers in the calendar: fetched when something is first sent, which needs the network in any case.
export { acceptEvent, answerEvent, moveEvent, putPointer, writeInvitationBody } from './calendarWriting.ts';
export { changeApologies } from './changeApologies.ts';
export { keepSupplement, markPublished, markSent, markWithdrawn, putMeeting, removeMeeting } from './putMeeting.ts';
export { claimInvitation, dropInvitationClaims, invitationClaims } from './invitationClaims.ts';
export { startInvitation } from './startInvitation.ts';
export { openItems } from './openItems.ts';
export { closeTreatments } from './closeTreatments.ts';
export { putTimes } from './putTimes.ts';
export { absenceReasons, dropAbsenceReasons, keepAbsenceReason } from './absenceReasons.ts';
export { changeInvitees } from './invitees.ts';
export { addSubstituteAct, substituteActs } from './substituteActs.ts';
export { addPresence, closePresence, fillPresence } from './addPresence.ts';
export { putTreatment } from './putTreatment.ts';
export { treatmentsNow } from './treatmentsNow.ts';
export { changeItems, writeAgendaItems } from './writeAgenda.ts';
export { tellInChat } from './chatMessages.ts';
export { putOccasion } from './putOccasion.ts';
