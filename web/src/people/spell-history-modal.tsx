import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SpellKindWord } from '../absence/spell-kind';
import { DataTable, type Column } from '../ui/data-table';
import { Moment, Period } from '../ui/day';
import { Dialog } from '../ui/dialog';
import { Answer } from '../ui/states';
import { useWord } from '../ui/use-word';
import { spellVersionsQuery } from './queries';
import type { SpellVersion, SpellView } from './views';

const useColumns = (): Column<SpellVersion>[] => {
  const { t } = useTranslation(['people', 'absence']);
  const word = useWord();
  return [
    {
      key: 'period',
      head: t('people:spells.period'),
      main: true,
      cell: (version) => (
        <Period from={version.firstOn} to={version.lastOn} open={t('absence:stillAbsent')} />
      ),
    },
    { key: 'kind', head: t('absence:kind'), cell: (version) => <SpellKindWord kind={version.kind} /> },
    {
      key: 'source',
      head: t('people:spells.source'),
      cell: (version) => word('absence', 'sources', version.source),
    },
    {
      key: 'when',
      head: t('people:history.recorded'),
      cell: (version) => <Moment at={version.recordedAt} />,
    },
    { key: 'who', head: t('people:history.by'), cell: (version) => version.recordedBy ?? '–' },
    {
      key: 'change',
      head: t('people:history.change'),
      cell: ({ change, reason }) => {
        if (change === null) return t('people:history.stands');
        const words = word('people', 'history.changes', change);
        return reason === '' ? words : `${words}: ${reason}`;
      },
    },
  ];
};

export const SpellHistoryModal = ({ spell, onClose }: { spell: SpellView; onClose: () => void }) => {
  const { t } = useTranslation('people');
  const versions = useQuery(spellVersionsQuery(spell.id));
  const columns = useColumns();
  return (
    <Dialog opened wide title={t('history.title')} onClose={onClose}>
      <Answer query={versions}>
        {({ items }) => (
          <DataTable
            caption={t('history.title')}
            columns={columns}
            rows={items}
            rowKey={(version) => String(version.version)}
            empty={null}
          />
        )}
      </Answer>
    </Dialog>
  );
};
