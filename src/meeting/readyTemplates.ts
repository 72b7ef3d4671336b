import type { ReadyProfile } from './readyProfiles.ts';
import type { ItemType } from './words.ts';

/** A line of a ready agenda. */
export interface TemplateLine {
  readonly title: string;
  readonly type: ItemType | null;
  readonly minutes: number | null;
}

const line = (title: string, type: ItemType | null = null, minutes: number | null = null): TemplateLine => ({ title, type, minutes });
const approveAgenda = line('Godkendelse af dagsorden', 'decision', 5);
const news = line('Orientering', 'information', 10);
const otherBusiness = line('Eventuelt', null, 5);

/** Agendas to begin with, by the kind of body; Danish, as what they become is the body's own text. The approval of the last minutes comes from the last meeting. */
export const READY_TEMPLATES = {
  administrative: [
    approveAgenda,
    line('Opfølgning siden sidst', 'information', 10),
    line('Økonomi', 'information', 15),
    line('Kommunikation', 'discussion', 5),
    otherBusiness,
  ],
  committee: [approveAgenda, line('Meddelelser', 'information', 10), otherBusiness, line('Underskriftsside', null, null)],
  council: [approveAgenda, line('Spørgetid', null, 30), line('Meddelelser', 'information', 10), line('Underskriftsside', null, null)],
  worksCouncil: [
    approveAgenda,
    line('Nyt fra ledelsen', 'information', 15),
    line('Nyt fra medarbejderne', 'information', 15),
    line('Arbejdsmiljø', 'discussion', 20),
    line('Sygefravær og trivsel', 'information', 10),
    line('Økonomi', 'information', 15),
    otherBusiness,
  ],
  schoolBoard: [
    approveAgenda,
    line('Nyt fra eleverne', 'information', 10),
    line('Nyt fra formanden', 'information', 10),
    line('Nyt fra skolens ledelse', 'information', 15),
    line('Økonomi', 'information', 10),
    otherBusiness,
  ],
  association: [
    approveAgenda,
    news,
    line('Økonomi', 'information', 10),
    line('Aktiviteter', 'discussion', 20),
    line('Næste møde', null, 5),
    otherBusiness,
  ],
} as const satisfies Readonly<Record<ReadyProfile, readonly TemplateLine[]>>;
