import { z } from 'zod';
import { accepted, table, type GraphAnswer, type GraphCall, type Route } from '../gateway/call.ts';
import { GraphError } from '../gateway/graphError.ts';
import { eventInPath, writable } from './eventPath.ts';
import { lowerFirst } from './eventInput.ts';
import { calendarAccess } from './mailboxes.ts';
import { answerMeeting, type Answer } from './meetings.ts';
import { writeEvents } from './scopes.ts';

const shape = z.strictObject({
  comment: z.string().nullish(),
  sendResponse: z.boolean().nullish(),
  proposedNewTime: z.object({ start: z.unknown(), end: z.unknown() }).nullish(),
});

/**
 * POST accept | tentativelyAccept | decline → 202 without a body (graph event-decline). The organiser cannot answer the own
 * meeting (gd#560, an issue, not documentation), and a new time is refused where it is not allowed or no response is sent.
 */
function answering(answer: Answer): (call: GraphCall) => GraphAnswer {
  return (call) => {
    const access = writable(calendarAccess(call));
    const instance = eventInPath(call, access);
    const parsed = shape.safeParse(lowerFirst(call.body ?? {}));
    if (!parsed.success) throw new GraphError(400, 'RequestBodyRead', 'The body of an answer holds comment, sendResponse and proposedNewTime only.');
    const { sendResponse, proposedNewTime } = parsed.data;
    const { body } = instance.event;
    if (body.isOrganizer)
      throw new GraphError(
        400,
        'ErrorInvalidRequest',
        "Your request can't be completed. You can't respond to this meeting because you're the meeting organizer.",
      );
    if (body.isCancelled) throw new GraphError(400, 'ErrorInvalidRequest', "Your request can't be completed. The meeting has been cancelled.");
    if (proposedNewTime) {
      if (answer === 'accepted') throw new GraphError(400, 'ErrorInvalidRequest', 'A new time cannot be proposed while accepting.');
      if (!body.allowNewTimeProposals)
        throw new GraphError(400, 'ErrorInvalidRequest', 'The organizer does not allow new time proposals for this meeting.');
      if (sendResponse === false) throw new GraphError(400, 'ErrorInvalidRequest', 'A new time can only be proposed when a response is sent.');
    }
    answerMeeting(call.tenant.db, instance, access.owner, answer, sendResponse ?? true, call.tenant.now());
    return accepted;
  };
}

const roots = ['/users/{user}', '/users/{user}/calendar', '/users/{user}/calendars/{calendar}'] as const;

export const answerRoutes: Route[] = roots.flatMap((root) =>
  table('outlook')(
    [`POST ${root}/events/{event}/accept`, writeEvents, answering('accepted')],
    [`POST ${root}/events/{event}/tentativelyAccept`, writeEvents, answering('tentativelyAccepted')],
    [`POST ${root}/events/{event}/decline`, writeEvents, answering('declined')],
  ),
);
