// pdf.js' worker in the browser: a realm of its own, with a limit on what it may unpack.
import { limitUnpacking, refusedMessage } from './unpackingLimit.ts';
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';

limitUnpacking(() => postMessage(refusedMessage));
