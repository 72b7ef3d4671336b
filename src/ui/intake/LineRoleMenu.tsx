import { Menu, MenuDivider, MenuGroup, MenuGroupHeader, MenuItem, MenuList, MenuPopover } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../meeting/agenda.ts';
import { cutText } from '../../meeting/cut.ts';
import type { ItemId } from '../../meeting/ids.ts';
import { tellsTime, type LineRole } from './assignLine.ts';

interface LineRoleMenuProps {
  readonly text: string;
  /** The item the line stands at, and the one chosen in the agenda where it is another. */
  readonly at: AgendaItem | null;
  readonly chosen: AgendaItem | null;
  readonly target: HTMLElement;
  readonly onRole: (role: LineRole, to: ItemId | null) => void;
  /** Leads to the item in the agenda; null where the line has none. */
  readonly onGoTo: (() => void) | null;
  readonly onClose: () => void;
}

const PARTS = ['title', 'time', 'presenter', 'text'] as const;

/** What a line of the paper can be said to be. */
export function LineRoleMenu({ text, at, chosen, target, onRole, onGoTo, onClose }: LineRoleMenuProps) {
  const { t } = useTranslation('intake');
  const timed = tellsTime(text);
  const items = [at, chosen].filter((item) => item !== null);
  return (
    <Menu open onOpenChange={(_, { open }) => !open && onClose()} positioning={{ target, position: 'below', align: 'start' }}>
      <MenuPopover>
        <MenuList aria-label={t('assign.label')}>
          {items.map((item) => (
            <MenuGroup key={item.id}>
              <MenuGroupHeader>{t('assign.part', { title: nameOf(item) || t('line.untitled') })}</MenuGroupHeader>
              {PARTS.map((role) => (
                <MenuItem key={role} disabled={role === 'time' && !timed} onClick={() => onRole(role, item.id)}>
                  {t(`assign.as.${role}`)}
                </MenuItem>
              ))}
            </MenuGroup>
          ))}
          {items.length > 0 && <MenuDivider />}
          <MenuItem onClick={() => onRole('item', null)}>{t('assign.as.item')}</MenuItem>
          <MenuItem disabled={at === null} onClick={() => onRole('subItem', null)}>
            {t('assign.as.subItem')}
          </MenuItem>
          <MenuItem onClick={() => onRole('noise', null)}>{t('assign.as.noise')}</MenuItem>
          {onGoTo && (
            <>
              <MenuDivider />
              <MenuItem onClick={onGoTo}>{t('assign.goTo')}</MenuItem>
            </>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** "2 Anlægsplan": as short as a menu's heading needs. */
function nameOf({ number, title }: AgendaItem): string {
  const name = [number, title].filter((part) => part !== null && part.trim() !== '').join(' ');
  return name.length > 48 ? `${cutText(name, 47).trimEnd()}…` : name;
}
