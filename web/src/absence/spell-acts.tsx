import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SpellView } from './views';

export type SpellAct = { act: 'correct' | 'delete' | 'history'; spell: SpellView };

type Props = { spell: SpellView; abilities: string[]; onAct: (act: SpellAct) => void };

export const SpellActs = ({ spell, abilities, onAct }: Props) => {
  const { t } = useTranslation('people');
  return (
    <Group gap={4} wrap="nowrap" className="no-print">
      {abilities.includes('spell.correct') && (
        <Button size="compact-xs" variant="default" onClick={() => onAct({ act: 'correct', spell })}>
          {t('spells.correct')}
        </Button>
      )}
      {abilities.includes('spell.delete') && (
        <Button size="compact-xs" variant="default" onClick={() => onAct({ act: 'delete', spell })}>
          {t('spells.delete')}
        </Button>
      )}
      <Button size="compact-xs" variant="default" onClick={() => onAct({ act: 'history', spell })}>
        {t('spells.history')}
      </Button>
    </Group>
  );
};
