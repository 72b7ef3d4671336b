import type { SourceField } from '../../commands/commands.ts';
import type { ItemId } from '../../meeting/ids.ts';

/** The fields a reader tells apart on a line of the agenda: start, end and duration are one. */
export type LitField = 'number' | 'title' | 'time' | 'presenters' | 'text';

/** What is pointed at, in the paper or in the agenda: an item, or one field of it. */
export interface Lit {
  readonly itemId: ItemId;
  readonly field: LitField | null;
}

const FIELDS: Readonly<Record<SourceField, LitField>> = {
  number: 'number',
  title: 'title',
  start: 'time',
  end: 'time',
  minutes: 'time',
  presenters: 'presenters',
  text: 'text',
};

export function litFieldOf(field: SourceField): LitField {
  return FIELDS[field];
}

export function sourceFieldsOf(field: LitField): readonly SourceField[] {
  return (Object.keys(FIELDS) as SourceField[]).filter((source) => FIELDS[source] === field);
}

/** Reads the field's name off an element that carries it. */
export function litFieldNamed(name: string | undefined): LitField | null {
  return Object.values(FIELDS).find((field) => field === name) ?? null;
}
