// npm test: sets everything up, then continues in testAll.ts.
import { handOver } from './setUp.mjs';

handOver('testAll.ts');
