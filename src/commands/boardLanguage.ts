import * as v from 'valibot';
import type { SiteId } from '../meeting/ids.ts';
import { BOARD_LANGUAGES, type BoardLanguage } from '../meeting/boardLanguage.ts';
import { isFailure, isPassing } from '../meeting/errors.ts';
import type { Desk } from './desk.ts';
import { profileName } from './profile/lastProfile.ts';
import type { Workplace } from './workplace.ts';

const seenRules = v.object({ profile: v.object({ rules: v.object({ language: v.picklist(BOARD_LANGUAGES) }) }) });
/** For so long (ms) what this device read of a profile is taken for the present one, as on screen (ui/queries/useProfile.ts). */
const LASTS = 4 * 3_600_000;

/** The language the body writes in, where this device has read its rules lately. */
export async function languageSeen({ seen, workplace }: Desk, siteId: SiteId): Promise<{ readonly language?: BoardLanguage }> {
  const found = await seen.other(profileName(siteId)).catch(() => null);
  if (found === null || workplace.now().getTime() - found.at > LASTS) return {};
  const read = v.safeParse(seenRules, found.value);
  return read.success ? { language: read.output.profile.rules.language } : {};
}

/**
 * The workplace as the body speaks: what is written to others is in the body's language, whatever language the secretary has chosen for the screens.
 * Danish where nobody may read its rules, or nobody has said anything.
 * @param known the language where it is known already; else the rules are asked for
 */
export async function inBoardLanguage(workplace: Workplace, siteId: SiteId, known?: BoardLanguage): Promise<Workplace> {
  return { ...workplace, language: known ?? (await languageStored(workplace, siteId)) };
}

async function languageStored({ store }: Workplace, siteId: SiteId): Promise<BoardLanguage> {
  try {
    return (await store.readProfile(siteId)).profile.rules.language;
  } catch (error) {
    if (!isFailure(error) || isPassing(error)) throw error;
    return 'da';
  }
}
