import type { TFunction } from 'i18next';
import type { Language } from '../../host/host.ts';
import { parseClock } from '../../meeting/clock.ts';
import type { Finding } from '../../meeting/finding.ts';
import { clock } from '../i18n/dates.ts';
import { nextNumber, type Mend } from '../../meeting/editing/mend.ts';

type T = TFunction<'intake'>;

/** The values of a finding as they are printed: titles in quotation marks, times in the language's own form. */
function printed({ code, values }: Finding, language: Language, t: T) {
  const value = (name: string) => values[name] ?? '';
  const title = (name: string) => `“${value(name).trim() === '' ? t('line.untitled') : value(name)}”`;
  const time = (name: string) => {
    const read = parseClock(value(name));
    return read === null ? value(name) : clock(read, language);
  };
  return {
    title: title('title'),
    // A number's neighbour is a number, a time's neighbour is an item.
    previous: code === 'numberMissing' || code === 'numberRepeated' ? value('previous') : title('previous'),
    start: time('start'),
    end: time('end'),
    previousEnd: time('previousEnd'),
    planned: time('planned'),
    printed: value('printed'),
    span: value('span'),
    number: value('number'),
    missing: value('missing'),
    next: nextNumber(value('number')),
  };
}

/** "“Budget” begynder kl. 9.10, før “Status” slutter kl. 9.20." */
export function findingSentence(finding: Finding, language: Language, t: T): string {
  return t(`findings.${finding.code}`, printed(finding, language, t));
}

/** The words on the mend's button. */
export function mendWords(finding: Finding, mend: Mend, language: Language, t: T): string {
  if (mend?.kind !== 'edits' || finding.code === 'noTitle' || finding.code === 'orderOfTimes') return t('findings.mend.open');
  return t(`findings.mend.${finding.code}`, printed(finding, language, t));
}
