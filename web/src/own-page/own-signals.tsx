import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useRuleName } from '../signals/use-rule-name';
import { DataTable, type Column } from '../ui/data-table';
import { Day, Period } from '../ui/day';
import { Section } from '../ui/section';
import { Answer, Empty } from '../ui/states';
import { Status } from '../ui/status';
import { useWord } from '../ui/use-word';
import styles from './own-page.module.css';
import { ownSignalsQuery } from './queries';
import type { OwnSignal } from './views';

const Spells = ({ signal }: { signal: OwnSignal }) => (
  <ul className={styles.plain}>
    {signal.spells.map(({ firstOn, lastOn }) => (
      <li key={firstOn}>
        <Period from={firstOn} to={lastOn} open="…" />
      </li>
    ))}
  </ul>
);

const useColumns = (): Column<OwnSignal>[] => {
  const { t } = useTranslation('ownPage');
  const ruleName = useRuleName();
  const word = useWord();
  return [
    {
      key: 'rule',
      head: t('signals.rule'),
      main: true,
      cell: ({ rule, clause }) => (
        <>
          {ruleName(rule)}
          {clause !== null && <span className={styles.under}>{clause}</span>}
        </>
      ),
    },
    { key: 'raised', head: t('signals.raised'), cell: ({ raisedOn }) => <Day on={raisedOn} /> },
    {
      key: 'window',
      head: t('signals.window'),
      cell: ({ windowFrom, windowTo }) => <Period from={windowFrom} to={windowTo} />,
    },
    { key: 'seen', head: t('signals.seen'), cell: (signal) => <Spells signal={signal} /> },
    {
      key: 'told',
      head: t('signals.told'),
      cell: ({ recipients }) => recipients.map((role) => word('access', 'roles', role)).join(', '),
    },
    {
      key: 'state',
      head: t('signals.state'),
      cell: ({ state }) => (
        <Status tone={state === 'open' ? 'attention' : 'quiet'}>{t(`signals.states.${state}`)}</Status>
      ),
    },
  ];
};

/** Why a rule pointed at the reader: the rule, its window and the days it counted, and nothing else. */
export const OwnSignals = () => {
  const { t } = useTranslation('ownPage');
  const signals = useQuery(ownSignalsQuery);
  const columns = useColumns();
  return (
    <Section title={t('signals.title')} flush>
      <Answer query={signals}>
        {({ items }) => (
          <DataTable
            caption={t('signals.title')}
            columns={columns}
            rows={items}
            rowKey={({ id }) => id}
            empty={
              <Empty title={t('signals.none')} icon="signals">
                {t('signals.noneHint')}
              </Empty>
            }
          />
        )}
      </Answer>
    </Section>
  );
};
