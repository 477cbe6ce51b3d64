import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../ui/data-table';
import { Day, Moment } from '../ui/day';
import { Status, type Tone } from '../ui/status';
import { useFormat } from '../ui/use-format';
import { LinkModal } from './link-modal';
import type { PanelBasis, PanelDelivery } from './queries';

const TONES: Record<PanelDelivery['state'], Tone> = {
  building: 'quiet',
  ready: 'calm',
  failed: 'danger',
  deleted: 'quiet',
};

const Attested = ({ delivery }: { delivery: PanelDelivery }) => {
  const { t } = useTranslation('evaluation');
  if (delivery.attestedOn !== null) return <Day on={delivery.attestedOn} />;
  return delivery.attestationDue ? <Status tone="attention">{t('delivery.attestationDue')}</Status> : <>–</>;
};

type Props = { basis: PanelBasis; mayDecide: boolean };

/** What was delivered on a basis, and what has become of it. */
export const DeliveriesTable = ({ basis, mayDecide }: Props) => {
  const { t } = useTranslation('evaluation');
  const format = useFormat();
  const [linking, setLinking] = useState<string | null>(null);
  const mayLink = mayDecide && basis.allowsCprLink && basis.state === 'in-force';
  const columns: Column<PanelDelivery>[] = [
    {
      key: 'at',
      head: t('delivery.ordered'),
      main: true,
      cell: ({ orderedAt }) => <Moment at={orderedAt} />,
    },
    { key: 'by', head: t('delivery.by'), cell: ({ orderedBy }) => orderedBy ?? '–' },
    {
      key: 'state',
      head: t('delivery.state'),
      cell: ({ state }) => <Status tone={TONES[state]}>{t(`delivery.states.${state}`)}</Status>,
    },
    {
      key: 'people',
      head: t('delivery.people'),
      number: true,
      cell: ({ people, withoutCpr }) => (
        <>
          {format.number(people)}
          {withoutCpr !== null && withoutCpr > 0 && ` (${t('delivery.withoutCpr', { count: withoutCpr })})`}
        </>
      ),
    },
    { key: 'rows', head: t('delivery.rows'), number: true, cell: ({ rows }) => format.number(rows) },
    {
      key: 'fetched',
      head: t('delivery.fetched'),
      cell: ({ downloadedAt }) => <Moment at={downloadedAt} />,
    },
    { key: 'attested', head: t('delivery.attested'), cell: (delivery) => <Attested delivery={delivery} /> },
    ...(mayLink
      ? [
          {
            key: 'link',
            head: t('act'),
            act: true,
            cell: ({ id, state }: PanelDelivery) =>
              state === 'ready' && (
                <Button size="compact-xs" variant="default" onClick={() => setLinking(id)}>
                  {t('link.open')}
                </Button>
              ),
          },
        ]
      : []),
  ];
  return (
    <>
      <DataTable
        caption={t('delivery.list')}
        columns={columns}
        rows={basis.deliveries}
        rowKey={({ id }) => id}
        empty={<p className="basis">{t('delivery.none')}</p>}
      />
      {linking !== null && <LinkModal basis={basis} deliveryId={linking} onClose={() => setLinking(null)} />}
    </>
  );
};
