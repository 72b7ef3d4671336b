/**
 * A row of a SharePoint list that says something we cannot read, because somebody changed or added it there. It, or the cell, was left out of what
 * is shown, and is never written over: a person mends it where it stands.
 */
export interface UnreadRow {
  /** The name of the list, as it stands in SharePoint. */
  readonly list: string;
  /** The row's number in the list, which SharePoint calls ID. */
  readonly row: string;
  /** The title of the column, as it stands in SharePoint. */
  readonly column: string;
  /** Was the row left out as a whole? Else only the cell was. */
  readonly wholeRow: boolean;
  /** The https address where the row is mended; null where SharePoint told none. */
  readonly webUrl: string | null;
}
