import { NumberInput, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useKroner } from '../kroner';
import styles from './contract.module.css';
import { MoneyField } from './number-fields';
import type { Refund } from './views';

type Props = { refund: Refund; rate: number; onChange: (refund: Refund) => void };

/** What the benefit municipality saves by one unit: a benefit, and the weeks of it that the state refunds a part of. */
export const RefundFields = ({ refund, rate, onChange }: Props) => {
  const { t } = useTranslation('contract');
  const kroner = useKroner();
  return (
    <>
      <MoneyField
        label={t('payment.refund.weekly')}
        value={refund.weekly}
        onChange={(weekly) => onChange({ ...refund, weekly: weekly ?? 0 })}
      />
      <NumberInput
        label={t('payment.refund.fromWeek')}
        min={1}
        max={1000}
        allowDecimal={false}
        value={refund.fromWeek}
        onChange={(fromWeek) => onChange({ ...refund, fromWeek: Number(fromWeek) })}
      />
      <NumberInput
        label={t('payment.refund.toWeek')}
        min={refund.fromWeek}
        max={1000}
        allowDecimal={false}
        value={refund.toWeek}
        onChange={(toWeek) => onChange({ ...refund, toWeek: Number(toWeek) })}
      />
      <Text size="xs" c="dimmed" className={styles.words}>
        {t('payment.rate')}: {kroner(rate)}. {t('payment.refund.hint')}
      </Text>
    </>
  );
};
