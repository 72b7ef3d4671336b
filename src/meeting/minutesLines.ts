import { isClosed, type Agenda } from './agenda.ts';
import { furtherOf, saysSomething } from './decisions.ts';
import type { FurtherDecision, MinutesLine, Treatment } from './meeting.ts';
import { isVote } from './votes.ts';
import type { Audience } from './words.ts';

/**
 * The minutes as one audience reads them, a line for each item in printed order, breaks left out. `outside` never holds more of a closed item
 * than its number, its neutral title and the decision text meant for the public.
 */
export function minutesLines(agenda: Agenda, treatments: readonly Treatment[], audience: Audience): MinutesLine[] {
  const by = new Map(treatments.map((treatment) => [treatment.itemId, treatment]));
  return agenda.items
    .filter((item) => item.kind === 'item')
    .map((item) => {
      const treatment = by.get(item.id);
      const closed = isClosed(agenda.items, item) || treatment?.openness === 'closed';
      if (closed && audience === 'outside') {
        return {
          itemId: item.id,
          number: item.number,
          title: item.neutralTitle ?? '',
          openness: 'closed',
          decision: treatment?.publicDecision ?? '',
          outcome: null,
          notTreated: treatment?.notTreated ?? false,
          ...withFurther(furtherOf(treatment).map(({ publicDecision }) => ({ outcome: null, decision: publicDecision }))),
        };
      }
      return {
        itemId: item.id,
        number: item.number,
        title: item.title,
        openness: closed ? 'closed' : 'open',
        decision: treatment?.decision ?? '',
        outcome: treatment?.outcome ?? null,
        notTreated: treatment?.notTreated ?? false,
        ...withFurther(furtherOf(treatment).map(({ outcome, decision }) => ({ outcome, decision }))),
        ...((treatment?.dissent ?? '').trim() !== '' && { dissent: treatment?.dissent }),
        ...(isVote(treatment?.votes) && { votes: treatment.votes }),
      };
    });
}

function withFurther(decisions: readonly FurtherDecision[]): Pick<MinutesLine, 'further'> {
  const further = decisions.filter(saysSomething);
  return further.length === 0 ? {} : { further };
}
