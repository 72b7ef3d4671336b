import { GraphRefusal } from '../graphClient/session.ts';
import { fill } from '../page/texts.ts';
import type { OutlookTexts } from './texts.ts';

/** What a form says of a request that Graph refused. */
export function refusalWords(error: unknown, texts: OutlookTexts): string {
  return error instanceof GraphRefusal ? fill(texts.refused, { status: error.status, code: error.code, message: error.message }) : String(error);
}
