/** What a place in Outlook shows. */
export interface OutlookView {
  readonly main: HTMLElement;
  /** Ends what the view has going, the task pane with it. */
  readonly close?: () => void;
}
