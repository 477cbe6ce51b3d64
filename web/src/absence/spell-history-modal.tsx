import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../ui/data-table';
import { Moment, Period } from '../ui/day';
import { Dialog } from '../ui/dialog';
import { Answer } from '../ui/states';
import { useFormat } from '../ui/use-format';
import { useWord } from '../ui/use-word';
import { SpellKindWord } from './spell-kind';
import { spellVersionsQuery } from './spell-queries';
import type { SpellVersion, SpellView } from './views';

const Change = ({ version }: { version: SpellVersion }) => {
  const { t } = useTranslation('people');
  const word = useWord();
  if (version.change === null) return <>{t('history.stands')}</>;
  const words = word('people', 'history.changes', version.change);
  return (
    <>
      {version.reason === '' ? words : `${words}: ${version.reason}`} <Moment at={version.supersededAt} />
    </>
  );
};

const useColumns = (): Column<SpellVersion>[] => {
  const { t } = useTranslation(['people', 'absence']);
  const format = useFormat();
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
      key: 'degree',
      head: t('people:spells.degree'),
      number: true,
      cell: ({ degree }) => format.percent(degree, 0),
    },
    {
      key: 'source',
      head: t('people:spells.source'),
      cell: ({ source }) => word('absence', 'sources', source),
    },
    {
      key: 'when',
      head: t('people:history.recorded'),
      cell: (version) => <Moment at={version.receivedAt} />,
    },
    { key: 'change', head: t('people:history.change'), cell: (version) => <Change version={version} /> },
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
