import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/data-table';
import { TextLink } from '../../ui/link';
import { Section } from '../../ui/section';
import { Answer, Empty } from '../../ui/states';
import { Status } from '../../ui/status';
import { useFormat } from '../../ui/use-format';
import { trialsQuery } from './queries';
import type { TrialRow } from './views';

const route = getRouteApi('/house/partnerships/$partnershipId/lab');

/** What was tried before, to open again. */
export const TrialsSection = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation('lab');
  const format = useFormat();
  const { page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const trials = useQuery(trialsQuery(partnershipId, page));
  return (
    <Section title={t('trials.title')} flush>
      <Answer query={trials}>
        {({ items, pageSize, total }) => (
          <DataTable<TrialRow>
            caption={t('trials.title')}
            rows={items}
            rowKey={(row) => row.id}
            paging={{
              page,
              pageSize,
              total,
              onPage: (next) =>
                void navigate({ search: (old) => ({ ...old, page: next }), resetScroll: false }),
            }}
            columns={[
              {
                key: 'when',
                head: t('trials.when'),
                main: true,
                cell: (row) => (
                  <TextLink
                    to="/partnerships/$partnershipId/lab"
                    params={{ partnershipId }}
                    search={{ trial: row.id, page }}
                  >
                    {format.moment(row.madeAt)}
                  </TextLink>
                ),
              },
              { key: 'measure', head: t('trials.measure'), cell: (row) => t(`measures.${row.measure}`) },
              {
                key: 'rule',
                head: t('trials.rule'),
                cell: (row) =>
                  row.rule === 'count'
                    ? t('form.rules.count')
                    : `${t(`form.rules.${row.rule}`)}, ${format.percent(row.threshold, 1)}`,
              },
              {
                key: 'units',
                head: t('trials.units'),
                cell: (row) => `${format.number(row.treatedUnits)} / ${format.number(row.comparedUnits)}`,
              },
              {
                key: 'nothing',
                head: t('trials.forNothing'),
                number: true,
                cell: (row) => format.percent(row.forNothing, 0),
              },
              {
                key: 'state',
                head: t('trials.state'),
                cell: (row) =>
                  row.refusal === null ? (
                    <Status tone="calm">{t('trials.carried')}</Status>
                  ) : (
                    <Status tone="attention">{t('trials.refused')}</Status>
                  ),
              },
            ]}
            empty={
              <Empty title={t('trials.none')} icon="partnerships">
                {t('trials.noneHint')}
              </Empty>
            }
          />
        )}
      </Answer>
    </Section>
  );
};
