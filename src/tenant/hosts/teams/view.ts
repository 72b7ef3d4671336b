/** What a place in Teams shows: a list at the side, perhaps, and the page. */
export interface View {
  readonly side?: HTMLElement;
  readonly main: HTMLElement;
  /** The meeting stage takes the whole window. */
  readonly full?: boolean;
  /** Ends what the view has going when the person goes elsewhere. */
  readonly close?: () => void;
}
