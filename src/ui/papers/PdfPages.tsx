import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHiddenStyles } from '../kit/hidden.ts';
import { openPdf } from './openPdf.ts';

const useStyles = makeStyles({
  pages: { display: 'grid', gap: tokens.spacingVerticalM, paddingBlock: tokens.spacingVerticalM },
  page: { position: 'relative', backgroundColor: '#fff', boxShadow: tokens.shadow4 },
  canvas: { display: 'block', width: '100%', height: 'auto' },
});

/** The pages of a PDF, each drawn when it comes into sight; whoever cannot see them is read their text. */
export function PdfPages({ content }: { readonly content: Blob }) {
  const styles = useStyles();
  const { t } = useTranslation('papers');
  const [state, setState] = useState<{ readonly document: PDFDocumentProxy } | 'loading' | 'failed'>('loading');
  useEffect(() => {
    let gone = false;
    const opening = openPdf(content);
    opening.document.then(
      (document) => !gone && setState({ document }),
      () => !gone && setState('failed'),
    );
    return () => {
      gone = true;
      opening.close();
    };
  }, [content]);
  if (state === 'loading') return <Spinner label={t('loading')} />;
  if (state === 'failed') return <p role="alert">{t('unreadable')}</p>;
  return (
    <div className={styles.pages}>
      {Array.from({ length: state.document.numPages }, (_, index) => (
        <PdfPage key={index} document={state.document} number={index + 1} />
      ))}
    </div>
  );
}

interface PdfPageProps {
  readonly document: PDFDocumentProxy;
  readonly number: number;
}

/** A4 upright, until the page says otherwise. */
const USUAL_SHAPE = 1 / Math.SQRT2;

function PdfPage({ document, number }: PdfPageProps) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const { t } = useTranslation('papers');
  const place = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const seen = useInSight(place);
  const [text, setText] = useState('');
  const [shape, setShape] = useState(USUAL_SHAPE);
  useEffect(() => {
    if (!seen || !canvas.current) return undefined;
    const on = canvas.current;
    let stop = () => undefined as void;
    let gone = false;
    const draw = async () => {
      const page = await document.getPage(number);
      if (gone) return;
      const plain = page.getViewport({ scale: 1 });
      setShape(plain.width / plain.height);
      const scale = ((on.clientWidth || 600) / plain.width) * Math.min(window.devicePixelRatio || 1, 2);
      const viewport = page.getViewport({ scale });
      [on.width, on.height] = [Math.floor(viewport.width), Math.floor(viewport.height)];
      const task = page.render({ canvas: on, viewport });
      stop = () => task.cancel();
      await task.promise;
      const { items } = await page.getTextContent();
      setText(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    };
    // A page that cannot be drawn stays white, and the others are there.
    draw().catch(() => undefined);
    return () => {
      gone = true;
      stop();
    };
  }, [document, number, seen]);
  return (
    <section
      ref={place}
      className={styles.page}
      style={{ aspectRatio: String(shape) }}
      aria-label={t('page', { page: number, of: document.numPages })}
    >
      <canvas ref={canvas} className={styles.canvas} aria-hidden />
      <div className={hidden.hidden}>{text}</div>
    </section>
  );
}

/** Has it been in sight, or near it? */
function useInSight(place: { readonly current: HTMLElement | null }): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    const watch = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && setSeen(true), {
      rootMargin: '800px',
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [place]);
  return seen;
}
