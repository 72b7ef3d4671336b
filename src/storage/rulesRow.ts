import * as v from 'valibot';
import { plainProfile, type BodyRules, type Deadline } from '../meeting/profile.ts';
import { DEADLINE_KINDS, type DeadlineKind } from '../meeting/words.ts';
import { CHOICES, choice } from './choices.ts';
import { PROFILE_CHOICES } from './profileChoices.ts';
import { emptyAsNull, numberWithin, readRow, rowId, storedWords, textOrEmpty, yes, type Fields, type OnBadCell } from './row.ts';
import { readLevels, readSectionForms, writeLevels, writeSectionForms } from './ruleTexts.ts';
import { climb, shapeOf } from './shapes.ts';

const list = 'DagsordenRegler';

/** A body has one set of rules, so its row has a fixed id. */
export const RULES_ROW_ID = 'regler';

const DAY_COLUMNS = {
  proposals: 'ProposalDays',
  agenda: 'AgendaDays',
  papers: 'PapersDays',
  apology: 'ApologyDays',
  minutes: 'MinutesDays',
} as const satisfies Record<DeadlineKind, string>;

const plain = plainProfile.rules;
/** Days, up to a year of them. */
const days = numberWithin(0, 366);

const rulesFields = v.object({
  RowId: rowId,
  BodyKind: choice(PROFILE_CHOICES.kind, null),
  Quorum: choice(PROFILE_CHOICES.quorum, plain.quorum.kind),
  QuorumNumber: numberWithin(0, 10_000),
  ChairRequired: yes,
  SectionForms: textOrEmpty,
  NumberLevels: textOrEmpty,
  NumberBetween: textOrEmpty,
  NumberAlone: yes,
  NumberBehind: textOrEmpty,
  NumberBreaks: yes,
  NumberRestart: choice(PROFILE_CHOICES.restart, plain.numbering.restart),
  NumberFrom: numberWithin(0, 100_000),
  // As everywhere: what cannot be read is closed, so that nobody publishes by mistake. Empty is what a body has that says nothing.
  Access: choice(CHOICES.access, 'closed', plain.openness),
  CastingVote: yes,
  Approval: choice(PROFILE_CHOICES.approval, plain.approval),
  ProposalDays: days,
  AgendaDays: days,
  PapersDays: days,
  ApologyDays: days,
  MinutesDays: days,
  Substitutes: choice(PROFILE_CHOICES.substitutes, plain.substitutes),
  SubstituteWord: choice(PROFILE_CHOICES.substituteWord, plain.substituteWord),
  WrittenIn: choice(PROFILE_CHOICES.language, plain.language),
});

/** Reads the row of DagsordenRegler; an empty cell is what the plain profile says. Throws Failure Unreadable where it has no RowId. */
export function rulesFromFields(fields: Readonly<Record<string, unknown>>, onBadCell: OnBadCell = () => undefined): BodyRules {
  const row = readRow(rulesFields, list, climb(list, fields), onBadCell);
  const levels = readLevels(row.NumberLevels);
  if (levels === null && row.NumberLevels.trim() !== '') onBadCell('NumberLevels');
  const saysNumbering = levels !== null;
  return {
    kind: row.BodyKind,
    quorum: { kind: row.Quorum, atLeast: row.Quorum === 'number' ? row.QuorumNumber : null, chairRequired: row.ChairRequired },
    sections: readSectionForms(row.SectionForms),
    numbering: {
      levels: levels ?? plain.numbering.levels,
      between: row.NumberAlone ? null : saysNumbering ? row.NumberBetween : plain.numbering.between,
      behind: row.NumberBehind,
      breaks: row.NumberBreaks,
      restart: row.NumberRestart,
      from: row.NumberFrom ?? plain.numbering.from,
    },
    openness: row.Access,
    castingVote: row.CastingVote,
    approval: row.Approval,
    deadlines: DEADLINE_KINDS.flatMap((what): Deadline[] => {
      const told = row[DAY_COLUMNS[what]];
      return told === null ? [] : [{ what, days: told }];
    }),
    substitutes: row.Substitutes,
    substituteWord: row.SubstituteWord,
    language: row.WrittenIn,
  };
}

/** The rules as the row of DagsordenRegler. */
export function rulesToFields({
  kind,
  quorum,
  sections,
  numbering,
  openness,
  castingVote,
  approval,
  deadlines,
  substitutes,
  substituteWord,
  language,
}: BodyRules): Fields {
  return {
    Title: 'Regler',
    RowId: RULES_ROW_ID,
    Shape: shapeOf(list),
    // Left empty where nobody has told, so that a site that lacks the column keeps its other rules.
    BodyKind: kind === null ? null : PROFILE_CHOICES.kind[kind],
    Quorum: PROFILE_CHOICES.quorum[quorum.kind],
    QuorumNumber: quorum.kind === 'number' ? quorum.atLeast : null,
    ChairRequired: quorum.chairRequired,
    SectionForms: storedWords(writeSectionForms(sections)),
    NumberLevels: writeLevels(numbering.levels),
    NumberBetween: numbering.between === null ? null : emptyAsNull(numbering.between),
    NumberAlone: numbering.between === null,
    NumberBehind: emptyAsNull(numbering.behind),
    NumberBreaks: numbering.breaks,
    NumberRestart: PROFILE_CHOICES.restart[numbering.restart],
    NumberFrom: numbering.from,
    Access: CHOICES.access[openness],
    // Left empty for a no, so that a site that lacks the column keeps its other rules.
    CastingVote: castingVote ? true : null,
    Approval: PROFILE_CHOICES.approval[approval],
    ...Object.fromEntries(DEADLINE_KINDS.map((what) => [DAY_COLUMNS[what], deadlines.find((each) => each.what === what)?.days ?? null])),
    Substitutes: PROFILE_CHOICES.substitutes[substitutes],
    SubstituteWord: PROFILE_CHOICES.substituteWord[substituteWord],
    WrittenIn: PROFILE_CHOICES.language[language],
  };
}
