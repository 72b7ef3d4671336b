import { makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState } from 'react';

const useStyles = makeStyles({
  frame: {
    display: 'block',
    boxSizing: 'border-box',
    width: '100%',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    // A mail is read on white in every theme, so its preview is too.
    backgroundColor: '#fff',
    colorScheme: 'light',
  },
});

const TALLEST = 2000;

/** The page around the message: what Outlook and Teams give a message that names no style of its own. */
function pageOf(html: string): string {
  return `<!doctype html><html><head><meta charset="utf-8"><base target="_blank"><style>
html{color-scheme:light}body{margin:16px;font:14px/20px "Segoe UI",system-ui,sans-serif;color:#242424;background:#fff;overflow-wrap:anywhere}
img,table{max-width:100%}</style></head><body>${html}</body></html>`;
}

/**
 * Somebody else's HTML exactly as it will look, in a frame of its own. The frame may not run scripts, open forms or
 * reach us, whatever the HTML holds; we only look in to see how tall it is.
 */
export function HtmlPreview({ html, title }: { html: string; title: string }) {
  const styles = useStyles();
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(160);
  const fit = useCallback(() => {
    const page = frame.current?.contentDocument?.documentElement;
    if (page) setHeight(Math.min(TALLEST, Math.max(48, page.querySelector('body')?.offsetHeight ?? 0) + 34));
  }, []);
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    // A frame that becomes wider or narrower breaks its lines anew.
    const observer = new ResizeObserver(fit);
    observer.observe(element);
    return () => observer.disconnect();
  }, [fit]);
  return (
    <iframe ref={frame} className={styles.frame} style={{ height }} title={title} sandbox="allow-same-origin" srcDoc={pageOf(html)} onLoad={fit} />
  );
}
