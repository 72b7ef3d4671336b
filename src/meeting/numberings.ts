import { plainNumbering, type Numbering } from './numbering.ts';

/** The ways of numbering that are offered. A body may have another one in its profile. */
export const NUMBERINGS: readonly Numbering[] = [
  plainNumbering,
  { ...plainNumbering, behind: '.' },
  { ...plainNumbering, behind: ')' },
  { ...plainNumbering, before: 'Punkt ', behind: ':' },
  { ...plainNumbering, levels: ['decimal', 'decimal'] },
  { ...plainNumbering, levels: ['roman', 'decimal'], behind: '.' },
];
