import { wordsOf as documentWords } from '../../exporters/document/words.ts';
import type { AgendaItem } from '../../meeting/agenda.ts';
import { HISTORY_HEADINGS, papersOf, passedOnId, plain, textOfSections, withHistory, type CaseRoute } from '../../meeting/caseRoute.ts';
import { withoutHomework } from '../../meeting/homework.ts';
import type { EditionLine, MeetingFile } from '../../meeting/meeting.ts';
import type { Proposal } from '../../meeting/proposal.ts';
import { titleTold } from '../../meeting/head.ts';
import { Failure } from '../../meeting/errors.ts';
import { inBoardLanguage } from '../boardLanguage.ts';
import { linkTo } from '../link.ts';
import type { Workplace } from '../workplace.ts';

interface Passed {
  readonly route: CaseRoute;
  readonly item: AgendaItem;
  /** As it was published for this reader. */
  readonly line: EditionLine;
  /** Does it stand where only the closed circle reads, here and there? */
  readonly inside: boolean;
}

/**
 * An item as the next body is offered it, in that body's language: its case, its papers as links, and what was decided on it here, with a link to the minutes.
 * Links name no closed place.
 */
export async function passedProposal(workplace: Workplace, file: MeetingFile, { route, item, line, inside }: Passed): Promise<Proposal> {
  const { language } = await inBoardLanguage(workplace, route.next.siteId);
  const words = documentWords(language);
  const papers = papersOf(item, inside);
  const sections = [
    ...withoutHomework(item.sections),
    ...(papers === '' ? [] : [{ role: 'text' as const, heading: words.attachments, text: papers }]),
  ];
  const treated = treatedIn(file, language);
  const link = linkTo(workplace.appOrigin, { siteId: file.pointer.siteId, closedSiteId: null, key: file.pointer.key }, 'referat');
  const decided = [line, ...(line.further ?? [])].map(({ outcome, decision }) =>
    [outcome === null ? '' : `**${words.outcomes[outcome]}**`, quoted(decision)].filter((part) => part !== '').join('\n\n'),
  );
  const behind = language === 'en' ? 'Considered by' : 'Behandlet i';
  const history = [`${behind} [${plain(treated)}](${link}):`, ...decided].join('\n\n');
  const whole = withHistory(sections, HISTORY_HEADINGS[language], history);
  return {
    id: await passedOnId(file.pointer.key, item.id),
    title: item.title,
    text: textOfSections(whole, ({ heading, role }) => heading ?? words.sections[role]),
    openness: inside ? 'closed' : 'open',
    ...(inside && item.neutralTitle !== null && { neutralTitle: item.neutralTitle }),
    proposer: proposer(workplace),
    proposedAt: workplace.now().toISOString(),
    deadline: route.day,
    state: 'proposed',
    taken: null,
    origin: { siteId: file.pointer.siteId, key: file.pointer.key, itemId: item.id, words: treated },
  };
}

/** "Økonomiudvalget, 3. marts 2026": the body, and its meeting's day. */
function treatedIn(file: MeetingFile, language: 'da' | 'en'): string {
  const start = new Date(file.occasion.start);
  const name = file.board.name.trim() || titleTold(file.agenda, file.occasion);
  if (Number.isNaN(start.getTime())) return name;
  const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/Copenhagen' });
  return `${name}, ${day.format(start)}`;
}

/** Somebody else's words stand as a quotation, whatever is written in them. */
const quoted = (decision: string): string =>
  decision
    .trim()
    .split('\n')
    .map((each) => (decision.trim() === '' ? '' : `> ${each}`.trimEnd()))
    .join('\n');

function proposer({ host }: Workplace): Proposal['proposer'] {
  const person = host.signIn.person();
  if (!person) throw new Failure('SignInNeeded', 'Nobody is signed in');
  return { id: person.id, name: person.name, email: person.email };
}
