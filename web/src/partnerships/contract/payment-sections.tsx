import { useTranslation } from 'react-i18next';
import { Facts } from '../../ui/facts';
import { Section } from '../../ui/section';
import { Empty } from '../../ui/states';
import { useFormat } from '../../ui/use-format';
import { useKroner } from '../kroner';
import styles from './contract.module.css';
import type { ContractContent, PaymentTerm } from './views';

const useTermFacts = () => {
  const { t } = useTranslation('contract');
  const format = useFormat();
  const kroner = useKroner();
  const part = (text: string): string => format.percent(Number(text), 0);
  return (term: PaymentTerm): { label: string; value: string }[] => {
    if (term.kind === 'delivery') return [{ label: t('payment.price'), value: kroner(term.price) }];
    const own =
      term.kind === 'effect'
        ? [
            { label: t('payment.evidence'), value: t(`payment.rules.${term.evidence}`) },
            { label: t('payment.threshold'), value: term.threshold ? part(term.threshold) : '–' },
          ]
        : [
            { label: t('payment.counted'), value: t(`payment.counts.${term.counted}`) },
            { label: t('payment.below'), value: format.number(term.below) },
          ];
    return [
      ...own,
      { label: t('payment.attribution'), value: part(term.attribution) },
      ...(term.refund === undefined
        ? []
        : [
            { label: t('payment.refund.weekly'), value: kroner(term.refund.weekly) },
            { label: t('payment.refund.fromWeek'), value: format.number(term.refund.fromWeek) },
            { label: t('payment.refund.toWeek'), value: format.number(term.refund.toWeek) },
          ]),
      { label: t('payment.rate'), value: kroner(term.rate) },
      { label: t('payment.costs'), value: kroner(term.costs) },
      { label: t('payment.share'), value: part(term.share) },
    ];
  };
};

export const PaymentSection = ({ content }: { content: ContractContent }) => {
  const { t } = useTranslation('contract');
  const format = useFormat();
  const kroner = useKroner();
  const facts = useTermFacts();
  const { payment, evidence, indicators } = content;
  const nameOf = ({ id }: PaymentTerm): string => {
    const paid = indicators.find((indicator) => indicator.id === id);
    return paid ? t(`indicators.measures.${paid.measure}`) : id;
  };
  if (payment === null) return null;
  return (
    <Section title={t('payment.title')}>
      {payment.terms.length === 0 && <Empty title={t('payment.none')} />}
      {payment.terms.map((term) => (
        <div key={term.id} className={styles.item}>
          <strong>
            {t(`payment.kinds.${term.kind}`)} · {nameOf(term)}
          </strong>
          <Facts items={facts(term)} />
        </div>
      ))}
      <div className={styles.item}>
        <Facts
          items={[
            { label: t('payment.payer'), value: t(`indicators.purses.${payment.payersPurse}`) },
            {
              label: t('payment.periodCap'),
              value: payment.periodCap == null ? t('payment.noCap') : kroner(payment.periodCap),
            },
            {
              label: t('payment.contractCap'),
              value: payment.contractCap == null ? t('payment.noCap') : kroner(payment.contractCap),
            },
            { label: t('payment.carriesOver'), value: t(payment.carriesOver ? 'payment.yes' : 'payment.no') },
            { label: t('payment.vat'), value: format.percent(Number(payment.vat), 0) },
            ...(evidence === null
              ? []
              : [
                  { label: t('payment.design'), value: t(`payment.designs.${evidence.design}`) },
                  { label: t('payment.level'), value: format.percent(Number(evidence.level), 0) },
                ]),
          ]}
        />
      </div>
      <p className={styles.order}>{t('payment.order')}</p>
    </Section>
  );
};

export const WaterfallSection = ({ content }: { content: ContractContent }) => {
  const { t } = useTranslation('contract');
  const format = useFormat();
  const kroner = useKroner();
  const { waterfall, payment } = content;
  if (payment === null) return null;
  return (
    <Section title={t('waterfall.title')}>
      {waterfall === null ? (
        <p className={styles.order}>{t('waterfall.none')}</p>
      ) : (
        <Facts
          items={[
            { label: t('waterfall.principal'), value: kroner(waterfall.principal) },
            { label: t('waterfall.returnCap'), value: kroner(waterfall.returnCap) },
            {
              label: t('waterfall.investorsPart'),
              value: format.percent(Number(waterfall.investorsPart), 0),
            },
          ]}
        />
      )}
    </Section>
  );
};
