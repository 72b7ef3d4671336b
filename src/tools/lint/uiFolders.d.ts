export interface UiFloor {
  readonly floor: string;
  readonly folders: readonly string[];
  /** Whether what stands here may import what is named after it. */
  readonly ordered: boolean;
  /** Where to go instead. */
  readonly instead: string;
}

export const uiFloors: readonly UiFloor[];
export function uiFolderOf(path: string): string | undefined;
export function uiRefusalOf(file: string, target: string): string | undefined;
