// pdf.js' worker: a realm of its own, so that a heavy paper does not hold up the agenda.
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
