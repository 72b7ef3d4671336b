export { listBoardMeetings } from '../board/listBoardMeetings.ts';
export { overCalendar } from '../board/overCalendar.ts';
export { agendaByRow } from './agendaByRow.ts';
export { calledByMe } from './calledByMe.ts';
export { copiesOf } from './copiesOf.ts';
export { followCalendar, followed, shouldFollow, tellCancelled, writeDown } from './followCalendar.ts';
export { settlePointers } from './ownPointer.ts';
export { strayAgendas } from './strayAgendas.ts';
