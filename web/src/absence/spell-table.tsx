import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../ui/data-table';
import { Period } from '../ui/day';
import { Empty } from '../ui/states';
import { useFormat } from '../ui/use-format';
import { CorrectSpellModal } from './correct-spell-modal';
import { DeleteSpellModal } from './delete-spell-modal';
import { DeletedSpell } from './deleted-spell';
import { SpellActs, type SpellAct } from './spell-acts';
import { SpellKindCell, SpellSourceCell } from './spell-cells';
import { SpellHistoryModal } from './spell-history-modal';
import type { SpellView } from './views';

const useColumns = (abilities: string[], onAct: (act: SpellAct) => void): Column<SpellView>[] => {
  const { t } = useTranslation(['people', 'absence']);
  const format = useFormat();
  return [
    {
      key: 'period',
      head: t('people:spells.period'),
      main: true,
      cell: (spell) => <Period from={spell.firstOn} to={spell.lastOn} open={t('absence:stillAbsent')} />,
    },
    { key: 'days', head: t('people:spells.days'), number: true, cell: (spell) => format.number(spell.days) },
    { key: 'kind', head: t('absence:kind'), cell: (spell) => <SpellKindCell spell={spell} /> },
    { key: 'source', head: t('people:spells.source'), cell: (spell) => <SpellSourceCell spell={spell} /> },
    {
      key: 'act',
      head: t('people:spells.act'),
      act: true,
      cell: (spell) => <SpellActs spell={spell} abilities={abilities} onAct={onAct} />,
    },
  ];
};

export const SpellTable = ({ spells, abilities }: { spells: SpellView[]; abilities: string[] }) => {
  const { t } = useTranslation('people');
  const [acting, setActing] = useState<SpellAct | null>(null);
  const [deleted, setDeleted] = useState<string | null>(null);
  const columns = useColumns(abilities, setActing);
  const close = (): void => setActing(null);
  return (
    <>
      {deleted !== null && <DeletedSpell id={deleted} onGone={() => setDeleted(null)} />}
      <DataTable
        caption={t('spells.title')}
        columns={columns}
        rows={spells}
        rowKey={(spell) => spell.id}
        empty={<Empty title={t('spells.none')} />}
      />
      {acting?.act === 'correct' && <CorrectSpellModal spell={acting.spell} onClose={close} />}
      {acting?.act === 'delete' && (
        <DeleteSpellModal spell={acting.spell} onClose={close} onDeleted={setDeleted} />
      )}
      {acting?.act === 'history' && <SpellHistoryModal spell={acting.spell} onClose={close} />}
    </>
  );
};
