import type { TFunction } from 'i18next';
import type { Language } from '../../host/host.ts';
import { parseClock } from '../../meeting/clock.ts';
import type { Finding } from '../../meeting/finding.ts';
import { clock, longDay } from '../i18n/dates.ts';
import type { Mend } from '../../meeting/editing/mend.ts';

type T = TFunction<'intake'>;

/** Values as they are printed: titles in quotation marks, times in the language's own form, numbers as they are. */
function printed(values: Finding['values'], language: Language, t: T) {
  const told = (name: string): string => {
    const value = values[name] ?? '';
    const time = parseClock(value);
    return time === null ? value : clock(time, language);
  };
  return {
    title: quoted(values['title'], t),
    parent: quoted(values['parent'], t),
    start: told('start'),
    end: told('end'),
    previousEnd: told('previousEnd'),
    planned: told('planned'),
    printed: told('printed'),
    span: told('span'),
    // A number may look like a time ("1.15"), and is none.
    number: values['number'] ?? '',
    missing: values['missing'] ?? '',
    next: values['next'] ?? '',
    block: values['block'] ?? '',
    time: told('time'),
    day: values['day'] === undefined ? '' : longDay(values['day'], language),
  };
}

const quoted = (words: string | undefined, t: T): string => `“${(words ?? '').trim() === '' ? t('line.untitled') : words}”`;

/** "“Budget” begynder kl. 9.10, før “Status” slutter kl. 9.20." */
export function findingSentence({ code, values }: Finding, language: Language, t: T): string {
  // A number's neighbour is a number, a time's neighbour is an item.
  const named = /^(number|block)/.test(code) ? (values['previous'] ?? '') : quoted(values['previous'], t);
  return t(`findings.${code}`, { ...printed(values, language, t), previous: named });
}

/** The words on the mend's button. */
export function mendWords(mend: Mend, language: Language, t: T): string {
  switch (mend.kind) {
    case 'open':
      return t('findings.mend.open');
    case 'event':
      return t(`findings.mend.${mend.way}`, { time: clock(mend.time, language) });
    case 'edits':
      return t(`findings.mend.${mend.way}`, printed(mend.values, language, t));
  }
}
