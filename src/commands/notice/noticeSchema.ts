import * as v from 'valibot';
import type { NoticeShown } from './noticeInput.ts';

export const noticeShown: v.GenericSchema<unknown, NoticeShown> = v.object({ version: v.number(), subject: v.string(), html: v.string() });
