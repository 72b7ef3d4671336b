import { addCorrectionOrder } from './approval/addCorrection.ts';
import { askReviewersOrder } from './approval/askReviewers.ts';
import { keepApprovalOrder } from './approval/keepApproval.ts';
import { attachAgendaOrder } from './agenda/attachAgenda.ts';
import { changeItemsOrder } from './agenda/changeItems.ts';
import { moveMeetingOrder } from './agenda/moveMeetingOrder.ts';
import { updateInvitationOrder } from './agenda/updateInvitationOrder.ts';
import { saveProposalOrder, saveYearEntryOrder, takeProposalsOrder } from './backlog/backlogOrders.ts';
import { passOnOrder, saveRouteOrder } from './caseRoute/routeOrders.ts';
import { putInToDoOrder, saveFollowUpOrder } from './followUp/followUpOrders.ts';
import { comeToMeetingOrder } from './apology/comeToMeeting.ts';
import { sendApologyOrder } from './apology/sendApology.ts';
import { withdrawApologyOrder } from './apology/withdrawApology.ts';
import { followCalendarOrder } from './find/followCalendarOrder.ts';
import { markSentOrder } from './find/markSent.ts';
import { goOnOrder } from './minutes/goOnOrder.ts';
import { recordTreatmentOrder } from './minutes/recordTreatment.ts';
import { notePresenceOrder } from './attendance/notePresenceOrder.ts';
import { callOffGuestsOrder } from './guests/callOffGuestsOrder.ts';
import { settleGuestsOrder } from './guests/settleGuestsOrder.ts';
import { keepNoteOrder } from './notes/keepNote.ts';
import { addPaperOrder } from './papers/addPaper.ts';
import { movePapersOrder } from './papers/movePapers.ts';
import type { AnyOrder } from './order.ts';
import { keepSubstitutesOrder } from './substitutes/keepSubstitutes.ts';
import { closeInMinutesOrder } from './publish/closeInMinutesOrder.ts';
import { removeMemberOrder } from './profile/removeMember.ts';
import { saveMemberOrder } from './profile/saveMember.ts';
import { saveRulesOrder } from './profile/saveRules.ts';
import { unpublishMinutesOrder } from './publish/unpublishMinutes.ts';
import { publishMinutesOrder } from './publish/publishMinutes.ts';

/**
 * All that is written through the outbox, by the name it is kept under on people's devices. A row that is taken out makes what waits under
 * its name unreadable: it is handed back, and not sent.
 */
export const orders = {
  addCorrection: addCorrectionOrder,
  addPaper: addPaperOrder,
  askReviewers: askReviewersOrder,
  attachAgenda: attachAgendaOrder,
  callOffGuests: callOffGuestsOrder,
  changeItems: changeItemsOrder,
  closeInMinutes: closeInMinutesOrder,
  comeToMeeting: comeToMeetingOrder,
  followCalendar: followCalendarOrder,
  goOn: goOnOrder,
  keepApproval: keepApprovalOrder,
  keepNote: keepNoteOrder,
  keepSubstitutes: keepSubstitutesOrder,
  markSent: markSentOrder,
  moveMeeting: moveMeetingOrder,
  movePapers: movePapersOrder,
  notePresence: notePresenceOrder,
  passOn: passOnOrder,
  publishMinutes: publishMinutesOrder,
  putInToDo: putInToDoOrder,
  recordTreatment: recordTreatmentOrder,
  removeMember: removeMemberOrder,
  saveFollowUp: saveFollowUpOrder,
  saveMember: saveMemberOrder,
  saveProposal: saveProposalOrder,
  saveYearEntry: saveYearEntryOrder,
  saveRoute: saveRouteOrder,
  saveRules: saveRulesOrder,
  sendApology: sendApologyOrder,
  settleGuests: settleGuestsOrder,
  unpublishMinutes: unpublishMinutesOrder,
  takeProposals: takeProposalsOrder,
  updateInvitation: updateInvitationOrder,
  withdrawApology: withdrawApologyOrder,
} as const satisfies Readonly<Record<string, AnyOrder>>;

/** The order kept under this name, or null. */
export function orderNamed(name: string): AnyOrder | null {
  return Object.values<AnyOrder>(orders).find((order) => order.name === name) ?? null;
}
