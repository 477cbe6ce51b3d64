import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../ui/data-table';
import { Day } from '../ui/day';
import { TextLink } from '../ui/link';
import { Empty } from '../ui/states';
import { useFormat } from '../ui/use-format';
import type { OpenSpell } from './views';

export const OpenSpellsTable = ({ spells }: { spells: OpenSpell[] }) => {
  const { t } = useTranslation('absence');
  const format = useFormat();
  const columns: Column<OpenSpell>[] = [
    {
      key: 'person',
      head: t('open.person'),
      main: true,
      cell: (spell) => (
        <TextLink to="/people/$personId" params={{ personId: spell.personId }}>
          {spell.personName}
        </TextLink>
      ),
    },
    { key: 'since', head: t('open.since'), number: true, cell: (spell) => <Day on={spell.firstOn} /> },
    { key: 'day', head: t('open.day'), number: true, cell: (spell) => format.number(spell.day) },
  ];
  return (
    <DataTable
      caption={t('open.title')}
      columns={columns}
      rows={spells}
      rowKey={(spell) => spell.id}
      empty={<Empty title={t('open.none')} />}
    />
  );
};
