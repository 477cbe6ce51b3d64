import { ActionIcon, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon';
import { useFormat } from '../ui/use-format';
import type { SpellView } from './views';

export type SpellAct = { act: 'correct' | 'delete' | 'history'; spell: SpellView };

type Props = { spell: SpellView; abilities: string[]; onAct: (act: SpellAct) => void };

/** What may be done with a spell, out of the way until it is asked for. */
export const SpellActs = ({ spell, abilities, onAct }: Props) => {
  const { t } = useTranslation('people');
  const format = useFormat();
  const act = (name: SpellAct['act']) => (): void => onAct({ act: name, spell });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="default"
          className="no-print"
          aria-label={t('spells.actsFor', { day: format.day(spell.firstOn) })}
        >
          <Icon name="more" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {abilities.includes('spell.correct') && (
          <Menu.Item onClick={act('correct')}>{t('spells.correct')}</Menu.Item>
        )}
        {abilities.includes('spell.delete') && (
          <Menu.Item onClick={act('delete')}>{t('spells.delete')}</Menu.Item>
        )}
        <Menu.Item onClick={act('history')}>{t('spells.history')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
