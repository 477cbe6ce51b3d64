import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../ui/data-table';
import { Day, Moment, Period } from '../../ui/day';
import { Notice } from '../../ui/notice';
import { Section } from '../../ui/section';
import { Answer, Empty } from '../../ui/states';
import { Status, type Tone } from '../../ui/status';
import { useFormat } from '../../ui/use-format';
import { AttestModal } from './attest-modal';
import { deliveriesQuery, deliveryFile, type Deliveries, type Delivery } from './queries';

const TONES: Record<Delivery['state'], Tone> = { ready: 'calm', withdrawn: 'attention', deleted: 'quiet' };

const Deleted = ({ delivery }: { delivery: Delivery }) => {
  const { t } = useTranslation('evaluation');
  if (delivery.attestedOn !== null) return <Day on={delivery.attestedOn} />;
  return delivery.attestationDue ? <Status tone="attention">{t('delivery.attestationDue')}</Status> : <>–</>;
};

const Table = ({ partnershipId, items }: { partnershipId: string; items: Delivery[] }) => {
  const { t } = useTranslation('evaluation');
  const format = useFormat();
  const [attesting, setAttesting] = useState<Delivery | null>(null);
  const columns: Column<Delivery>[] = [
    {
      key: 'employer',
      head: t('delivery.employer'),
      main: true,
      cell: ({ employer, kind, purpose }) => (
        <>
          {employer}: {t(`delivery.kinds.${kind}`)}
          <Text size="sm" c="dimmed">
            {purpose}
          </Text>
        </>
      ),
    },
    { key: 'period', head: t('fields.period'), cell: ({ from, to }) => <Period from={from} to={to} /> },
    {
      key: 'people',
      head: t('delivery.people'),
      number: true,
      cell: ({ people }) => format.number(people),
    },
    { key: 'at', head: t('delivery.delivered'), cell: ({ deliveredAt }) => <Moment at={deliveredAt} /> },
    {
      key: 'state',
      head: t('delivery.state'),
      cell: ({ state }) => <Status tone={TONES[state]}>{t(`delivery.shared.${state}`)}</Status>,
    },
    {
      key: 'deleteOn',
      head: t('fields.deleteOn'),
      number: true,
      cell: ({ deleteOn }) => <Day on={deleteOn} />,
    },
    { key: 'attested', head: t('delivery.attested'), cell: (delivery) => <Deleted delivery={delivery} /> },
    {
      key: 'act',
      head: t('act'),
      act: true,
      cell: (delivery) => (
        <Group gap={6} justify="flex-end">
          {delivery.mayOpen && (
            <Button
              component="a"
              href={deliveryFile(partnershipId, delivery.id)}
              download
              size="compact-xs"
              variant="default"
            >
              {t('delivery.fetch')}
            </Button>
          )}
          {delivery.mayAttest && (
            <Button size="compact-xs" variant="subtle" onClick={() => setAttesting(delivery)}>
              {t('delivery.attest')}
            </Button>
          )}
        </Group>
      ),
    },
  ];
  return (
    <>
      <DataTable
        caption={t('delivery.title')}
        columns={columns}
        rows={items}
        rowKey={({ id }) => id}
        empty={
          <Empty title={t('delivery.noneShared')} icon="lock">
            {t('delivery.noneSharedHint')}
          </Empty>
        }
      />
      {attesting !== null && (
        <AttestModal partnershipId={partnershipId} delivery={attesting} onClose={() => setAttesting(null)} />
      )}
    </>
  );
};

const Reminder = ({ items }: Pick<Deliveries, 'items'>) => {
  const { t } = useTranslation('evaluation');
  const due = items.filter(({ attestationDue }) => attestationDue);
  if (due.length === 0) return null;
  return (
    <Notice tone="attention" title={t('reminder.title', { count: due.length })}>
      {t('reminder.own')}
    </Notice>
  );
};

/** What employers have handed over about persons, and whether it is gone when its day has come. */
export const DeliveriesSection = ({ partnershipId }: { partnershipId: string }) => {
  const { t } = useTranslation('evaluation');
  const query = useQuery(deliveriesQuery(partnershipId));
  return (
    <Section title={t('delivery.title')} flush>
      <Answer query={query} lines={4}>
        {({ items }) => (
          <>
            <Reminder items={items} />
            <Table partnershipId={partnershipId} items={items} />
          </>
        )}
      </Answer>
    </Section>
  );
};
