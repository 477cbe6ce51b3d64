import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SpellKindWord } from '../absence/spell-kind';
import { DataTable, type Column } from '../ui/data-table';
import { Day, Period } from '../ui/day';
import { Empty } from '../ui/states';
import { Status } from '../ui/status';
import { useFormat } from '../ui/use-format';
import { useWord } from '../ui/use-word';
import { CorrectSpellModal } from './correct-spell-modal';
import { DeleteSpellModal } from './delete-spell-modal';
import { SpellHistoryModal } from './spell-history-modal';
import type { SpellView } from './views';

type Act = { act: 'correct' | 'delete' | 'history'; spell: SpellView };

const SpellActs = ({ spell, onAct }: { spell: SpellView; onAct: (act: Act) => void }) => {
  const { t } = useTranslation('people');
  const may = (ability: string): boolean => spell.abilities.includes(ability);
  return (
    <Group gap={4} wrap="nowrap" className="no-print">
      {may('spell.correct') && (
        <Button size="compact-xs" variant="default" onClick={() => onAct({ act: 'correct', spell })}>
          {t('spells.correct')}
        </Button>
      )}
      {may('spell.delete') && (
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

const useColumns = (onAct: (act: Act) => void): Column<SpellView>[] => {
  const { t } = useTranslation(['people', 'absence']);
  const format = useFormat();
  const word = useWord();
  return [
    {
      key: 'period',
      head: t('people:spells.period'),
      main: true,
      cell: (spell) => <Period from={spell.firstOn} to={spell.lastOn} open={t('absence:stillAbsent')} />,
    },
    { key: 'days', head: t('people:spells.days'), number: true, cell: (spell) => format.number(spell.days) },
    { key: 'kind', head: t('absence:kind'), cell: (spell) => <SpellKindWord kind={spell.kind} /> },
    {
      key: 'degree',
      head: t('people:spells.degree'),
      number: true,
      cell: (spell) => format.percent(spell.degree, 0),
    },
    {
      key: 'source',
      head: t('people:spells.source'),
      cell: (spell) => word('absence', 'sources', spell.source),
    },
    {
      key: 'registered',
      head: t('people:spells.registered'),
      number: true,
      cell: (spell) => <Day on={spell.registeredOn} />,
    },
    {
      key: 'warning',
      head: t('people:spells.note'),
      cell: ({ warning }) =>
        warning === null ? '–' : <Status tone="attention">{word('absence', 'codes', warning)}</Status>,
    },
    {
      key: 'act',
      head: t('people:spells.act'),
      act: true,
      cell: (spell) => <SpellActs spell={spell} onAct={onAct} />,
    },
  ];
};

export const SpellTable = ({ spells }: { spells: SpellView[] }) => {
  const { t } = useTranslation('people');
  const [acting, setActing] = useState<Act | null>(null);
  const columns = useColumns(setActing);
  const close = (): void => setActing(null);
  return (
    <>
      <DataTable
        caption={t('spells.title')}
        columns={columns}
        rows={spells}
        rowKey={(spell) => spell.id}
        empty={<Empty title={t('spells.none')} />}
      />
      {acting?.act === 'correct' && <CorrectSpellModal spell={acting.spell} onClose={close} />}
      {acting?.act === 'delete' && <DeleteSpellModal spell={acting.spell} onClose={close} />}
      {acting?.act === 'history' && <SpellHistoryModal spell={acting.spell} onClose={close} />}
    </>
  );
};
