import { Button, makeStyles, Menu, MenuDivider, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../meeting/agenda.ts';

/** What can be done to one line. */
export type LineAction = 'edit' | 'up' | 'down' | 'nest' | 'unnest' | 'merge' | 'addAfter' | 'addBreakAfter' | 'close' | 'open' | 'remove';

const useStyles = makeStyles({ button: { marginBlockStart: '4px' } });

interface LineMenuProps {
  readonly item: AgendaItem;
  readonly title: string;
  readonly depth: number;
  readonly reachable: boolean;
  readonly onAct: (action: LineAction) => void;
}

/** The same as the keys do, for the pointer, the thumb and the voice. */
export function LineMenu({ item, title, depth, reachable, onAct }: LineMenuProps) {
  const styles = useStyles();
  const { t } = useTranslation('intake');
  const entry = (action: LineAction) => (
    <MenuItem key={action} onClick={() => onAct(action)}>
      {t(`line.${action}`)}
    </MenuItem>
  );
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          className={styles.button}
          appearance="subtle"
          size="small"
          icon={<MoreHorizontalRegular />}
          tabIndex={reachable ? 0 : -1}
          aria-label={t('line.more', { title })}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {entry('edit')}
          {entry(item.openness === 'closed' ? 'open' : 'close')}
          <MenuDivider />
          {entry('up')}
          {entry('down')}
          {entry(depth === 0 ? 'nest' : 'unnest')}
          {entry('merge')}
          <MenuDivider />
          {entry('addAfter')}
          {entry('addBreakAfter')}
          {entry('remove')}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
