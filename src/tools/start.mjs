// npm start: sets everything up, then continues in startAll.ts.
import { handOver } from './setUp.mjs';

handOver('startAll.ts');
