import { Button, Group, Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../ui/data-table';
import { Day, Moment } from '../../ui/day';
import { Section } from '../../ui/section';
import { Answer, Empty, Failure } from '../../ui/states';
import { Status, type Tone } from '../../ui/status';
import { usePeriodName } from '../use-period-name';
import { HiddenCells } from './hidden-cells';
import {
  cellsFile,
  cellsListQuery,
  orderCells,
  refreshEvaluator,
  type CellsList,
  type CellsRow,
} from './queries';

const TONES: Record<CellsRow['state'], Tone> = { building: 'quiet', ready: 'calm', failed: 'danger' };

const keyOf = ({ from, to }: { from: string; to: string }): string => `${from} ${to}`;

const Order = ({ partnershipId, list }: { partnershipId: string; list: CellsList }) => {
  const { t } = useTranslation('evaluation');
  const name = usePeriodName();
  const client = useQueryClient();
  const [chosen, setChosen] = useState(keyOf(list.periods.at(0) ?? { from: '', to: '' }));
  const order = useMutation({
    mutationFn: (period: { from: string; to: string }) => orderCells(partnershipId, period),
    onSettled: () => refreshEvaluator(client, partnershipId),
  });
  const period = list.periods.find((one) => keyOf(one) === chosen);
  if (period === undefined) return null;
  return (
    <>
      {order.error !== null && <Failure error={order.error} />}
      <Group gap="xs" align="flex-end" p="md" className="no-print">
        <Select
          label={t('cells.period')}
          description={t('cells.periodHint')}
          allowDeselect={false}
          value={chosen}
          data={list.periods.map((one) => ({ value: keyOf(one), label: name(one) }))}
          onChange={(value) => value !== null && setChosen(value)}
        />
        <Button
          loading={order.isPending || list.items.some(({ state }) => state === 'building')}
          onClick={() => order.mutate(period)}
        >
          {t('cells.order')}
        </Button>
      </Group>
    </>
  );
};

const cutOf = ({ from, to }: CellsRow): 'quarter' | 'half-year' | 'year' => {
  const months = Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1;
  return months === 3 ? 'quarter' : months === 6 ? 'half-year' : 'year';
};

const Table = ({ partnershipId, items }: { partnershipId: string; items: CellsRow[] }) => {
  const { t } = useTranslation('evaluation');
  const name = usePeriodName();
  const [open, setOpen] = useState<string | null>(null);
  const columns: Column<CellsRow>[] = [
    {
      key: 'period',
      head: t('cells.period'),
      main: true,
      cell: (row) => name({ from: row.from, cut: cutOf(row) }),
    },
    {
      key: 'state',
      head: t('delivery.state'),
      cell: ({ state }) => <Status tone={TONES[state]}>{t(`cells.states.${state}`)}</Status>,
    },
    {
      key: 'units',
      head: t('cells.units'),
      number: true,
      cell: ({ state, units, hiddenUnits }) =>
        state === 'ready' ? t('cells.shownOf', { shown: units - hiddenUnits, units }) : '–',
    },
    {
      key: 'known',
      head: t('cells.knownUntil'),
      number: true,
      cell: ({ knownUntil }) => <Day on={knownUntil} />,
    },
    {
      key: 'provisional',
      head: t('cells.provisional'),
      number: true,
      cell: ({ provisionalMonths, state }) =>
        state === 'ready' ? t('cells.months', { count: provisionalMonths.length }) : '–',
    },
    { key: 'at', head: t('cells.released'), cell: ({ finishedAt }) => <Moment at={finishedAt} /> },
    {
      key: 'act',
      head: t('act'),
      act: true,
      cell: ({ id, state, hiddenUnits }) =>
        state === 'ready' && (
          <Group gap={6} wrap="nowrap" justify="flex-end">
            {hiddenUnits > 0 && (
              <Button size="compact-xs" variant="subtle" onClick={() => setOpen(open === id ? null : id)}>
                {t(open === id ? 'cells.hideHidden' : 'cells.showHidden')}
              </Button>
            )}
            <Button
              component="a"
              href={cellsFile(partnershipId, id)}
              download
              size="compact-xs"
              variant="default"
            >
              {t('cells.download')}
            </Button>
          </Group>
        ),
    },
  ];
  return (
    <>
      <DataTable
        caption={t('cells.title')}
        columns={columns}
        rows={items}
        rowKey={({ id }) => id}
        empty={
          <Empty title={t('cells.none')} icon="file">
            {t('cells.noneHint')}
          </Empty>
        }
      />
      {open !== null && <HiddenCells partnershipId={partnershipId} cellsId={open} />}
    </>
  );
};

/** Cells of workplaces and months: ordered cut by cut, frozen as they left the house. */
export const CellsSection = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation('evaluation');
  const query = useQuery(cellsListQuery(partnershipId));
  return (
    <Section title={t('cells.title')} flush>
      <Answer query={query} lines={6}>
        {(list) => (
          <>
            {list.abilities.includes('evaluator-cells.order') && (
              <Order partnershipId={partnershipId} list={list} />
            )}
            <Table partnershipId={partnershipId} items={list.items} />
          </>
        )}
      </Answer>
    </Section>
  );
};
