import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useKroner } from '../partnerships/kroner';
import { PartnershipFrame } from '../partnerships/partnership-frame';
import { DataTable } from '../ui/data-table';
import { Day, Period } from '../ui/day';
import { TextLink } from '../ui/link';
import { Section, Stack } from '../ui/section';
import { Answer, Empty } from '../ui/states';
import { ForecastChart } from './forecast-chart';
import { OrderSettlement } from './order-settlement';
import styles from './outcomes.module.css';
import { settlementsQuery } from './queries';
import { SettlementState } from './settlement-state';
import type { SettlementPageView, SettlementRow } from './views';

const route = getRouteApi('/house/partnerships/$partnershipId/settlements');

const SIGNED: readonly string[] = ['signed', 'sent'];

/** The latest signed settlement of each period, where no other of it is under way: those that can be corrected. */
const correctable = (items: SettlementRow[]): SettlementRow[] => {
  const sameAs = (one: SettlementRow) => (other: SettlementRow) =>
    other.from === one.from && other.to === one.to;
  return items.filter((item) => {
    const own = items.filter(sameAs(item)).filter(({ state }) => state !== 'failed' && state !== 'withdrawn');
    const [latest] = own.toSorted((a, b) => ((a.signedAt ?? '9') < (b.signedAt ?? '9') ? 1 : -1));
    return latest?.id === item.id && SIGNED.includes(item.state);
  });
};

type Shown = { partnershipId: string; page: SettlementPageView };

const Due = ({ partnershipId, page }: Shown) => {
  const { t } = useTranslation('outcomes');
  const corrected = correctable(page.items);
  if (!page.abilities.includes('settlement.draft') || page.due.length + corrected.length === 0) return null;
  return (
    <Section title={t('order.title')}>
      <div className={styles.acts}>
        {page.due.map((period) => (
          <OrderSettlement
            key={period.from}
            partnershipId={partnershipId}
            period={period}
            deliveries={page.deliveries}
            correctsId={null}
          />
        ))}
        {corrected.map((item) => (
          <OrderSettlement
            key={item.id}
            partnershipId={partnershipId}
            period={item}
            deliveries={page.deliveries}
            correctsId={item.id}
          />
        ))}
      </div>
    </Section>
  );
};

const List = ({ partnershipId, page }: Shown) => {
  const { t } = useTranslation('outcomes');
  const kroner = useKroner();
  return (
    <Section title={t('settlement.title')} flush>
      <DataTable
        caption={t('settlement.title')}
        rows={page.items}
        rowKey={({ id }) => id}
        empty={
          <Empty title={page.agreed ? t('settlement.none') : t('plans.notAgreed')} icon="clock">
            {page.agreed ? t('settlement.noneHint') : t('plans.notAgreedHint')}
          </Empty>
        }
        columns={[
          {
            key: 'period',
            head: t('settlement.period'),
            main: true,
            cell: ({ id, from, to, correctsId }) => (
              <>
                <TextLink
                  to="/partnerships/$partnershipId/settlements/$settlementId"
                  params={{ partnershipId, settlementId: id }}
                >
                  <Period from={from} to={to} />
                </TextLink>
                {correctsId !== null && <> ({t('settlement.correction')})</>}
              </>
            ),
          },
          {
            key: 'state',
            head: t('settlement.state'),
            cell: ({ state }) => <SettlementState state={state} />,
          },
          { key: 'net', head: t('steps.net'), number: true, cell: ({ net }) => kroner(net) },
          { key: 'held', head: t('steps.held'), number: true, cell: ({ held }) => kroner(held) },
          {
            key: 'cumulative',
            head: t('steps.cumulative'),
            number: true,
            cell: ({ cumulative }) => kroner(cumulative),
          },
          { key: 'sent', head: t('settlement.sentOn'), cell: ({ sentOn }) => <Day on={sentOn} /> },
        ]}
      />
    </Section>
  );
};

/** What is owed, period by period, and what the contract will have paid. */
export const SettlementsPage = () => {
  const { partnershipId } = route.useParams();
  const { t } = useTranslation('outcomes');
  const settlements = useQuery(settlementsQuery(partnershipId));
  return (
    <PartnershipFrame partnershipId={partnershipId}>
      {() => (
        <Answer query={settlements} lines={8}>
          {(page) => (
            <Stack>
              <Due partnershipId={partnershipId} page={page} />
              <List partnershipId={partnershipId} page={page} />
              {page.items.some(({ cumulative }) => cumulative !== null) && (
                <Section title={t('forecast.title')}>
                  <ForecastChart page={page} />
                </Section>
              )}
            </Stack>
          )}
        </Answer>
      )}
    </PartnershipFrame>
  );
};
