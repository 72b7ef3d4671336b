import { createOutlookHost } from '../host/outlook.ts';
import { start } from './start.ts';

void start(createOutlookHost);
