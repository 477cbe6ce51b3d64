import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Column } from '../ui/data-table';
import { Day, Moment } from '../ui/day';
import { ButtonLink, TextLink } from '../ui/link';
import { PageHeader } from '../ui/page-header';
import { PagedTable } from '../ui/paged-table';
import { Section } from '../ui/section';
import { Empty } from '../ui/states';
import { useFormat } from '../ui/use-format';
import { ImportStateWord } from './import-words';
import { importsQuery } from './import-queries';
import type { ImportRow } from './views';

const route = getRouteApi('/house/imports');

const useColumns = (): Column<ImportRow>[] => {
  const { t } = useTranslation('absence');
  const format = useFormat();
  return [
    {
      key: 'file',
      head: t('imports.file'),
      main: true,
      cell: (row) => (
        <TextLink to="/imports/$importId" params={{ importId: row.id }}>
          {row.fileName}
        </TextLink>
      ),
    },
    { key: 'kind', head: t('imports.kind'), cell: (row) => t(`imports.kinds.${row.kind}`) },
    { key: 'asOf', head: t('imports.dataAsOf'), number: true, cell: (row) => <Day on={row.dataAsOf} /> },
    {
      key: 'rejected',
      head: t('imports.counts.rejected'),
      number: true,
      cell: (row) => format.number(row.counts?.rejected ?? null),
    },
    { key: 'when', head: t('imports.uploaded'), cell: (row) => <Moment at={row.createdAt} /> },
    { key: 'state', head: t('imports.state'), cell: (row) => <ImportStateWord state={row.state} /> },
  ];
};

export const ImportsPage = () => {
  const { t } = useTranslation('absence');
  const { page = 1, state } = route.useSearch();
  const navigate = route.useNavigate();
  const imports = useQuery(importsQuery(page, state));
  const columns = useColumns();
  return (
    <>
      <PageHeader
        title={t('imports.title')}
        meta={t('imports.intro')}
        actions={<ButtonLink to="/imports/new">{t('imports.new')}</ButtonLink>}
      />
      <Section title={t('imports.list')} flush>
        <PagedTable
          caption={t('imports.list')}
          query={imports}
          columns={columns}
          rowKey={(row) => row.id}
          onPage={(next) => void navigate({ search: (old) => ({ ...old, page: next }) })}
          empty={
            <Empty title={t('imports.none')} icon="imports">
              {t('imports.noneHint')}
            </Empty>
          }
        />
      </Section>
    </>
  );
};
