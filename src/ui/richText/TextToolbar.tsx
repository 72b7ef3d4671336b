import { Button, makeStyles, ToggleButton, tokens, Toolbar, Tooltip } from '@fluentui/react-components';
import {
  ArrowRedoRegular,
  ArrowUndoRegular,
  LinkRegular,
  TableAddRegular,
  TableDeleteColumnRegular,
  TableDeleteRowRegular,
  TableDismissRegular,
  TableInsertColumnRegular,
  TableInsertRowRegular,
  TextBoldRegular,
  TextBulletListRegular,
  TextHeader1Regular,
  TextHeader2Regular,
  TextIndentDecreaseRegular,
  TextIndentIncreaseRegular,
  TextItalicRegular,
  TextNumberListLtrRegular,
} from '@fluentui/react-icons';
import type { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { linkAt, textCommands, type TextCommand, type TextCommandName } from './textCommands.ts';

const useStyles = makeStyles({
  bar: {
    flexWrap: 'wrap',
    padding: tokens.spacingHorizontalXXS,
    rowGap: 0,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  // In the narrowest pane, still one line of them (24 px: WCAG 2.5.8).
  button: { minWidth: '24px', width: '28px', height: '28px', padding: 0, '@media (max-width: 360px)': { width: '24px' } },
});

const ICONS: Readonly<Record<TextCommandName, ReactElement>> = {
  heading: <TextHeader1Regular />,
  subheading: <TextHeader2Regular />,
  bold: <TextBoldRegular />,
  italic: <TextItalicRegular />,
  bullets: <TextBulletListRegular />,
  numbers: <TextNumberListLtrRegular />,
  indent: <TextIndentIncreaseRegular />,
  outdent: <TextIndentDecreaseRegular />,
  table: <TableAddRegular />,
  rowAfter: <TableInsertRowRegular />,
  columnAfter: <TableInsertColumnRegular />,
  deleteRow: <TableDeleteRowRegular />,
  deleteColumn: <TableDeleteColumnRegular />,
  deleteTable: <TableDismissRegular />,
  undo: <ArrowUndoRegular />,
  redo: <ArrowRedoRegular />,
};

interface TextToolbarProps {
  readonly view: EditorView;
  readonly state: EditorState;
  readonly isLinking: boolean;
  readonly onLink: () => void;
}

/** One line of buttons where there is room, more in a narrow pane; the arrow keys go through them. */
export function TextToolbar({ view, state, isLinking, onLink }: TextToolbarProps) {
  const styles = useStyles();
  const { t } = useTranslation('agendaEditor', { keyPrefix: 'richText' });
  const entries = Object.entries(textCommands) as [TextCommandName, TextCommand][];
  return (
    // The cursor stays in the text while a button is pressed with the mouse.
    <Toolbar size="small" className={styles.bar} aria-label={t('toolbar')} onMouseDown={(press) => press.preventDefault()}>
      {entries.map(([name, command]) => {
        if (command.isShown?.(state) === false) return null;
        const press = () => {
          command.run(view.state, view.dispatch, view);
          view.focus();
        };
        const shared = { size: 'small', appearance: 'subtle', className: styles.button, icon: ICONS[name], onClick: press } as const;
        const keys = { 'aria-keyshortcuts': command.keys };
        return (
          <Tooltip key={name} content={t(name)} relationship="label">
            {command.isOn ? (
              <ToggleButton {...shared} {...keys} checked={command.isOn(state)} />
            ) : (
              <Button {...shared} {...keys} disabledFocusable={!command.run(state)} />
            )}
          </Tooltip>
        );
      })}
      <Tooltip content={t('link')} relationship="label">
        <ToggleButton
          size="small"
          appearance="subtle"
          className={styles.button}
          icon={<LinkRegular />}
          checked={isLinking || linkAt(state) !== null}
          aria-expanded={isLinking}
          onClick={onLink}
        />
      </Tooltip>
    </Toolbar>
  );
}
