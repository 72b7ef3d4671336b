import type { Desk } from '../desk.ts';
import type { Intake } from './intake.ts';
import { takeInFile, type TakeInOptions } from './takeInFile.ts';
import { takeInText } from './takeInText.ts';

/** Taking a paper in. */
export type IntakeCommands = ReturnType<typeof intakeCommands>;

export function intakeCommands({ workplace }: Desk) {
  return {
    takeInText: (text: string): Promise<Intake> => takeInText(text, workplace.newId),
    takeInFile: (file: File, options: TakeInOptions): Promise<Intake> => takeInFile(file, options, workplace.newId),
  };
}
