import { useTranslation } from 'react-i18next';
import { Facts } from '../../ui/facts';
import { Columns, Section } from '../../ui/section';
import { useKroner } from '../kroner';
import type { CapitalStanding } from './queries';

type Props = { standing: CapitalStanding; agreedCosts: number | null };

/** Where the capital stands: in, out, on what, and what has come back. */
export const Standing = ({ standing, agreedCosts }: Props) => {
  const { t } = useTranslation('contract');
  const kroner = useKroner();
  const { waterfall, principalLeft, returnLeft } = standing;
  const still = (amount: number | null): string =>
    amount !== null && amount > 0 ? ` (${t('capital.stillOut', { amount: kroner(amount) })})` : '';
  return (
    <Columns even>
      <Section title={t('capital.standing')}>
        <Facts
          items={[
            { label: t('capital.paidIn'), value: kroner(standing.paidIn) },
            { label: t('capital.spent'), value: kroner(standing.spent) },
            { label: t('capital.left'), value: <strong>{kroner(standing.left)}</strong> },
            ...standing.spentOn
              .filter(({ amount }) => amount !== 0)
              .map(({ purpose, amount }) => ({
                label: `${t('capital.spentOn')}: ${t(`capital.purposes.${purpose}`)}`,
                value: kroner(amount),
              })),
            ...(agreedCosts === null ? [] : [{ label: t('capital.costs'), value: kroner(agreedCosts) }]),
          ]}
        />
      </Section>
      <Section title={t('capital.waterfall')}>
        {waterfall === null ? (
          t('capital.noWaterfall')
        ) : (
          <Facts
            items={[
              { label: t('capital.outcome'), value: kroner(standing.outcomePayments) },
              {
                label: t('capital.principal'),
                value: `${kroner(waterfall.principal)}${still(principalLeft)}`,
              },
              { label: t('capital.return'), value: `${kroner(waterfall.return)}${still(returnLeft)}` },
              { label: t('capital.investorsSplit'), value: kroner(waterfall.investorsSplit) },
              { label: t('capital.providersSplit'), value: kroner(waterfall.providersSplit) },
            ]}
          />
        )}
      </Section>
    </Columns>
  );
};
