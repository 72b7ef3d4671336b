/** One step of a longer command, for progress on screen. */
export interface Step {
  readonly name: string;
  readonly done: number;
  readonly of: number;
}
export type OnStep = (step: Step) => void;
