import type { Linter } from 'eslint';

export interface RoomRule {
  /** Rooms this one may import. */
  may: string[];
  /** Packages it may not use; `name/*` is what lies below. */
  packages: string[];
  /** Where to go instead. */
  instead: string;
}

export const plan: Readonly<Record<string, RoomRule>>;
export function roomOf(path: string): string | undefined;
export function targetOf(file: string, specifier: string): string;
export function refusalOf(file: string, specifier: string): string | undefined;
export const roomRules: Linter.Config[];
