import type { PDFDocumentProxy } from 'pdfjs-dist';

interface OpenPdf {
  readonly document: Promise<PDFDocumentProxy>;
  readonly close: () => void;
}

/** Opens a PDF in a worker of its own; nothing in it may run. Rejects what is no PDF, or is locked with a password. */
export function openPdf(content: Blob): OpenPdf {
  const port = new Worker(new URL('./pdfWorker.ts', import.meta.url), { type: 'module' });
  let close = () => port.terminate();
  const broken = new Promise<never>((_, reject) =>
    port.addEventListener('error', () => reject(new Error('The worker of the page could not be fetched'))),
  );
  broken.catch(() => undefined);
  const open = async (): Promise<PDFDocumentProxy> => {
    const [pdfjs, data] = await Promise.all([import('pdfjs-dist/legacy/build/pdf.mjs'), content.arrayBuffer()]);
    const worker = pdfjs.PDFWorker.create({ port });
    const task = pdfjs.getDocument({ data: new Uint8Array(data), worker, isEvalSupported: false, verbosity: 0 });
    close = () => {
      void task.destroy();
      worker.destroy();
      port.terminate();
    };
    return task.promise;
  };
  return { document: Promise.race([open(), broken]), close: () => close() };
}
