import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { asLanguage } from '../../app/i18n';
import type { Column } from '../../ui/data-table';
import { ButtonLink, TextLink } from '../../ui/link';
import { PageHeader } from '../../ui/page-header';
import { PagedTable } from '../../ui/paged-table';
import { Section } from '../../ui/section';
import { Empty } from '../../ui/states';
import { useFormat } from '../../ui/use-format';
import { ROUND_STATES, roundsQuery, type RoundRow } from './queries';
import { RoundStateWord, usePartOf } from './round-words';

const route = getRouteApi('/house/surveys');

const useColumns = (): Column<RoundRow>[] => {
  const { t, i18n } = useTranslation('rounds');
  const format = useFormat();
  const language = asLanguage(i18n.language);
  const partOf = usePartOf();
  const ofInvited = (part: number, { invited }: RoundRow) =>
    invited === 0 ? format.number(null) : partOf(part, invited);
  return [
    {
      key: 'title',
      head: t('columns.title'),
      main: true,
      cell: (row) => (
        <TextLink to="/surveys/$roundId" params={{ roundId: row.id }}>
          {row.title[language]}
        </TextLink>
      ),
    },
    { key: 'kind', head: t('columns.kind'), cell: (row) => t(`kinds.${row.kind}`) },
    {
      key: 'period',
      head: t('columns.period'),
      cell: (row) => `${format.day(row.opensOn)} – ${format.day(row.closesOn)}`,
    },
    {
      key: 'invited',
      head: t('columns.invited'),
      number: true,
      cell: (row) => format.number(row.invited === 0 ? null : row.invited),
    },
    { key: 'begun', head: t('columns.begun'), number: true, cell: (row) => ofInvited(row.begun, row) },
    {
      key: 'answered',
      head: t('columns.answered'),
      number: true,
      cell: (row) => ofInvited(row.answered, row),
    },
    { key: 'state', head: t('columns.state'), cell: (row) => <RoundStateWord state={row.state} /> },
  ];
};

/** An employer's rounds, and how far each has come. */
export const RoundsPage = () => {
  const { t } = useTranslation('rounds');
  const { page = 1, state } = route.useSearch();
  const navigate = route.useNavigate();
  const rounds = useQuery(roundsQuery(page, state));
  const columns = useColumns();
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={t('intro')}
        actions={<ButtonLink to="/surveys/new">{t('new')}</ButtonLink>}
      />
      <Section
        title={t('list')}
        flush
        aside={
          <SegmentedControl
            size="xs"
            aria-label={t('columns.state')}
            value={state ?? 'all'}
            onChange={(chosen) =>
              void navigate({ search: { state: ROUND_STATES.find((one) => one === chosen) } })
            }
            data={[
              { value: 'all', label: t('all') },
              ...ROUND_STATES.map((value) => ({ value, label: t(`states.${value}`) })),
            ]}
          />
        }
      >
        <PagedTable
          caption={t('list')}
          query={rounds}
          columns={columns}
          rowKey={(row) => row.id}
          onPage={(next) => void navigate({ search: (old) => ({ ...old, page: next }) })}
          empty={
            <Empty title={t('none')} icon="surveys">
              {t('noneHint')}
            </Empty>
          }
        />
      </Section>
    </>
  );
};
