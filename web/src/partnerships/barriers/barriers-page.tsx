import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/data-table';
import { Day } from '../../ui/day';
import { Section, Stack } from '../../ui/section';
import { Answer, Empty } from '../../ui/states';
import { Status } from '../../ui/status';
import { today } from '../../ui/today';
import { PartnershipFrame } from '../partnership-frame';
import { BarrierModal } from './barrier-modal';
import {
  BARRIER_STATES,
  barriersQuery,
  type Barrier,
  type BarrierPageView,
  type BarrierState,
} from './queries';

const route = getRouteApi('/house/partnerships/$partnershipId/barriers');

const State = ({ barrier }: { barrier: Barrier }) => {
  const { t } = useTranslation('contract');
  if (barrier.resolvedOn !== null)
    return (
      <Status tone="calm">
        {t('barriers.states.resolved')} <Day on={barrier.resolvedOn} />
      </Status>
    );
  if (barrier.dueOn !== null && barrier.dueOn < today())
    return <Status tone="danger">{t('barriers.states.late')}</Status>;
  return <Status tone="attention">{t('barriers.states.open')}</Status>;
};

const Log = ({ page, onChange }: { page: BarrierPageView; onChange: (barrier: Barrier) => void }) => {
  const { t } = useTranslation('contract');
  const navigate = route.useNavigate();
  const mayRecord = page.abilities.includes('barrier.record');
  return (
    <DataTable
      caption={t('barriers.title')}
      rows={page.items}
      rowKey={({ id }) => id}
      empty={<Empty title={t('barriers.none')}>{t('barriers.noneHint')}</Empty>}
      paging={{
        ...page,
        onPage: (next) => void navigate({ search: (search) => ({ ...search, page: next }) }),
      }}
      columns={[
        { key: 'what', head: t('barriers.what'), main: true, cell: ({ what }) => what },
        { key: 'kind', head: t('barriers.kind'), cell: ({ kind }) => t(`barriers.kinds.${kind}`) },
        { key: 'unit', head: t('barriers.unit'), cell: ({ unit }) => unit ?? t('barriers.everywhere') },
        { key: 'seen', head: t('barriers.seenOn'), cell: ({ seenOn }) => <Day on={seenOn} /> },
        { key: 'action', head: t('barriers.action'), cell: ({ action }) => action || '–' },
        { key: 'by', head: t('barriers.actionBy'), cell: ({ actionBy }) => actionBy || '–' },
        { key: 'due', head: t('barriers.dueOn'), cell: ({ dueOn }) => <Day on={dueOn} /> },
        { key: 'state', head: t('barriers.state'), cell: (barrier) => <State barrier={barrier} /> },
        ...(mayRecord
          ? [
              {
                key: 'change',
                head: t('act'),
                act: true,
                cell: (barrier: Barrier) => (
                  <Button size="compact-xs" variant="default" onClick={() => onChange(barrier)}>
                    {t('barriers.change')}
                  </Button>
                ),
              },
            ]
          : []),
      ]}
    />
  );
};

const StateFilter = ({ state }: { state: BarrierState | undefined }) => {
  const { t } = useTranslation('contract');
  const navigate = route.useNavigate();
  return (
    <Select
      size="xs"
      aria-label={t('barriers.state')}
      value={state ?? ''}
      allowDeselect={false}
      data={[
        { value: '', label: t('barriers.all') },
        ...BARRIER_STATES.map((value) => ({ value, label: t(`barriers.states.${value}`) })),
      ]}
      onChange={(value) => {
        const chosen = BARRIER_STATES.find((one) => one === value);
        void navigate({ search: chosen === undefined ? {} : { state: chosen } });
      }}
    />
  );
};

export const BarriersPage = () => {
  const { t } = useTranslation('contract');
  const { partnershipId } = route.useParams();
  const search = route.useSearch();
  const barriers = useQuery(barriersQuery(partnershipId, search));
  const [chosen, setChosen] = useState<Barrier | 'new' | null>(null);
  const mayRecord = barriers.data?.abilities.includes('barrier.record') ?? false;
  return (
    <PartnershipFrame
      partnershipId={partnershipId}
      actions={mayRecord && <Button onClick={() => setChosen('new')}>{t('barriers.add')}</Button>}
    >
      {() => (
        <Answer query={barriers}>
          {(page) => (
            <Stack>
              <p>
                {t('barriers.intro')} {t('barriers.counts', { open: page.open, late: page.late })}
              </p>
              <Section title={t('barriers.title')} aside={<StateFilter state={search.state} />} flush>
                <Log page={page} onChange={setChosen} />
              </Section>
              {chosen !== null && (
                <BarrierModal
                  partnershipId={partnershipId}
                  units={page.units}
                  barrier={chosen === 'new' ? null : chosen}
                  onClose={() => setChosen(null)}
                />
              )}
            </Stack>
          )}
        </Answer>
      )}
    </PartnershipFrame>
  );
};
