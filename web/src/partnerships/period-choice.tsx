import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Section, Stack } from '../ui/section';
import { Empty } from '../ui/states';
import { useFormat } from '../ui/use-format';
import styles from './period-choice.module.css';
import { usePeriodName } from './use-period-name';
import type { ReportPeriod } from './views';

const keyOf = ({ from, to }: { from: string; to: string }): string => `${from} ${to}`;

type Props = {
  periods: readonly ReportPeriod[];
  /** As the address names it; the latest one where it names none that there is. */
  asked: { from?: string; to?: string };
  onChoose: (search: { from: string; to: string }) => void;
  children: (period: ReportPeriod) => ReactNode;
};

/** A page about one of the partnership's fixed cuts, and the choice among them. */
export const PeriodChoice = ({ periods, asked, onChoose, children }: Props) => {
  const { t } = useTranslation('partnerships');
  const format = useFormat();
  const name = usePeriodName();
  const chosen = periods.find(({ from, to }) => from === asked.from && to === asked.to) ?? periods.at(0);
  if (chosen === undefined)
    return (
      <Section title={t('period')}>
        <Empty title={t('noPeriod')} icon="clock">
          {t('noPeriodHint')}
        </Empty>
      </Section>
    );
  return (
    <Stack>
      <Select
        label={t('period')}
        description={t('periodHint')}
        className={`${styles.choice} no-print`}
        allowDeselect={false}
        value={keyOf(chosen)}
        data={periods.map((period) => ({
          value: keyOf(period),
          label: `${name(period)} (${format.day(period.from)}–${format.day(period.to)})`,
        }))}
        onChange={(value) => {
          const period = periods.find((one) => keyOf(one) === value);
          if (period !== undefined) onChoose({ from: period.from, to: period.to });
        }}
      />
      {children(chosen)}
    </Stack>
  );
};
