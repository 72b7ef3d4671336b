import { useEffect, useState, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { RichTextEditorProps } from './RichTextEditor.tsx';

interface EditorPart {
  readonly Editor: ComponentType<RichTextEditorProps> | null;
  /** It was asked for and did not come. */
  readonly failed: boolean;
}

/**
 * The editor with its words, fetched when it is wanted. Not by Suspense: while it is on its way somebody writes in the ordinary field, which may
 * not be drawn anew. What did not come is asked for again by the next field that is opened.
 */
export function useEditorPart(wanted: boolean): EditorPart {
  const { i18n } = useTranslation();
  const [part, setPart] = useState<EditorPart>({ Editor: null, failed: false });
  const isMissing = wanted && part.Editor === null && !part.failed;
  useEffect(() => {
    if (!isMissing) return;
    let isGone = false;
    Promise.all([import('./RichTextEditor.tsx'), i18n.loadNamespaces('agendaEditor')])
      .then(([{ default: Editor }]) => isGone || setPart({ Editor, failed: false }))
      .catch(() => isGone || setPart({ Editor: null, failed: true }));
    return () => {
      isGone = true;
    };
  }, [isMissing, i18n]);
  return part;
}
