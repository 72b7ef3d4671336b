import type { Linter } from 'eslint';

export const mostLines: number;
export const stillTooLong: string[];
export const lengthRule: Linter.RulesRecord;
export const lengthRules: Linter.Config[];
