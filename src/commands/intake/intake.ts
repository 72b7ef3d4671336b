import type { Agenda } from '../../meeting/agenda.ts';
import type { ItemId } from '../../meeting/ids.ts';
import type { WantedRoute } from '../../meeting/caseRoute.ts';
import type { Treatment } from '../../meeting/meeting.ts';

/** A field of an item that the paper's own words can be shown for. `text` is all that is no field. */
export type SourceField = 'number' | 'title' | 'start' | 'end' | 'minutes' | 'presenters' | 'text';

/** Where words stand in `Intake.source`: offsets (UTF-16, `to` excluded), lines counted from 1, and how sure the reading is (0–1). */
export interface SourceSpan {
  readonly from: number;
  readonly to: number;
  readonly fromLine: number;
  readonly toLine: number;
  readonly sure: number;
}

/** The words each field was read from; a field without an entry stands nowhere in particular. */
export type FieldSources = Readonly<Partial<Record<SourceField, readonly SourceSpan[]>>>;

/** What a paper held, as an agenda with ids, plus what the reader must look at. */
export interface Intake {
  /** The paper as plain text, with "\n" between its lines: line 1 is what `sourceOf` and `unplaced` count from. */
  readonly source: string;
  readonly agenda: Agenda;
  /** Decisions and apologies printed in the paper, if it was minutes. */
  readonly treatments: readonly Treatment[];
  readonly apologies: readonly { readonly name: string; readonly note: string | null; readonly substitute: string | null }[];
  /** Where items go on to, as far as it was chosen while the agenda is made; left out where it was not. */
  readonly routes?: readonly WantedRoute[];
  readonly participants: readonly string[];
  readonly unplaced: readonly { readonly line: number; readonly text: string }[];
  /** Lines of the source with the item they came from: what lights up when a line is pointed at. */
  readonly sourceOf: Readonly<Record<ItemId, { readonly fromLine: number; readonly toLine: number; readonly sure: number }>>;
  /** The words of the source each field came from: what lights up when a field is pointed at, and the other way round. */
  readonly fieldSources: Readonly<Record<ItemId, FieldSources>>;
}
