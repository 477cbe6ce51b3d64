import { Checkbox, Group, NumberInput, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/section';
import styles from './contract.module.css';
import { newTerm, ofPurse, type DraftFormType } from './draft-values';
import { AddButton, ListItem } from './list-item';
import { DecimalField, MoneyField, PartField } from './number-fields';
import { RefundFields } from './refund-fields';
import { DESIGNS, PURSES, RULES, type PaymentTerm } from './views';

const KINDS = ['effect', 'count', 'delivery'] as const;

type TermProps = { term: PaymentTerm; onChange: (term: PaymentTerm) => void };

const SavingFields = ({ term, onChange }: TermProps) => {
  const { t } = useTranslation('contract');
  if (term.kind === 'delivery') return null;
  return (
    <>
      <Select
        label={t('indicators.purse')}
        allowDeselect={false}
        data={PURSES.map((value) => ({ value, label: t(`indicators.purses.${value}`) }))}
        value={term.purse}
        onChange={(purse) => purse && onChange(ofPurse(term, purse))}
      />
      <PartField
        label={t('payment.attribution')}
        value={term.attribution}
        onChange={(attribution) => onChange({ ...term, attribution: attribution ?? '0' })}
      />
      {term.refund === undefined ? (
        <MoneyField
          label={t('payment.rate')}
          value={term.rate}
          onChange={(rate) => onChange({ ...term, rate: rate ?? 0 })}
        />
      ) : (
        <RefundFields
          refund={term.refund}
          rate={term.rate}
          onChange={(refund) => onChange({ ...term, refund })}
        />
      )}
      <MoneyField
        label={t('payment.costs')}
        value={term.costs}
        onChange={(costs) => onChange({ ...term, costs: costs ?? 0 })}
      />
      <PartField
        label={t('payment.share')}
        value={term.share}
        onChange={(share) => onChange({ ...term, share: share ?? '0' })}
      />
    </>
  );
};

const OwnFields = ({ term, onChange }: TermProps) => {
  const { t } = useTranslation('contract');
  if (term.kind === 'delivery')
    return (
      <MoneyField
        label={t('payment.price')}
        value={term.price}
        onChange={(price) => onChange({ ...term, price: price ?? 0 })}
      />
    );
  if (term.kind === 'count')
    return (
      <>
        <Select
          label={t('payment.counted')}
          allowDeselect={false}
          data={(['stock', 'cohort'] as const).map((value) => ({
            value,
            label: t(`payment.counts.${value}`),
          }))}
          value={term.counted}
          onChange={(counted) => counted && onChange({ ...term, counted })}
        />
        <NumberInput
          label={t('payment.below')}
          min={1}
          allowDecimal={false}
          value={term.below}
          onChange={(below) => onChange({ ...term, below: Number(below) })}
        />
      </>
    );
  return (
    <>
      <Select
        label={t('payment.evidence')}
        allowDeselect={false}
        data={RULES.map((value) => ({ value, label: t(`payment.rules.${value}`) }))}
        value={term.evidence}
        onChange={(evidence) => evidence && onChange({ ...term, evidence })}
      />
      <PartField
        label={t('payment.threshold')}
        empty
        value={term.threshold ?? null}
        onChange={(threshold) => onChange({ ...term, threshold })}
      />
    </>
  );
};

const EvidenceFields = ({ form }: { form: DraftFormType }) => {
  const { t } = useTranslation('contract');
  const { evidence } = form.values.content;
  return (
    <>
      <Select
        label={t('payment.design')}
        allowDeselect={false}
        data={DESIGNS.map((value) => ({ value, label: t(`payment.designs.${value}`) }))}
        {...form.getInputProps('content.evidence.design')}
      />
      <PartField
        label={t('payment.level')}
        value={evidence.level}
        onChange={(level) => form.setFieldValue('content.evidence.level', level ?? '0.05')}
      />
      <DecimalField
        label={t('payment.tau')}
        value={evidence.tau ?? ''}
        onChange={(tau) => form.setFieldValue('content.evidence.tau', tau === '' ? null : tau)}
        error={form.errors['content.evidence.tau']}
      />
    </>
  );
};

const CapFields = ({ form }: { form: DraftFormType }) => {
  const { t } = useTranslation('contract');
  const { payment } = form.values.content;
  return (
    <>
      <Select
        label={t('payment.payer')}
        allowDeselect={false}
        data={PURSES.map((value) => ({ value, label: t(`indicators.purses.${value}`) }))}
        {...form.getInputProps('content.payment.payersPurse')}
      />
      <MoneyField
        label={t('payment.periodCap')}
        empty
        value={payment.periodCap ?? null}
        onChange={(cap) => form.setFieldValue('content.payment.periodCap', cap)}
      />
      <MoneyField
        label={t('payment.contractCap')}
        empty
        value={payment.contractCap ?? null}
        onChange={(cap) => form.setFieldValue('content.payment.contractCap', cap)}
      />
      <PartField
        label={t('payment.vat')}
        value={payment.vat}
        onChange={(vat) => form.setFieldValue('content.payment.vat', vat ?? '0')}
      />
    </>
  );
};

export const PaymentFields = ({ form }: { form: DraftFormType }) => {
  const { t } = useTranslation('contract');
  const { terms } = form.values.content.payment;
  const set = (next: PaymentTerm[]): void => form.setFieldValue('content.payment.terms', next);
  const indicators = form.values.content.indicators.map(({ id, measure }) => ({
    value: id,
    label: t(`indicators.measures.${measure}`),
  }));
  const nameFor = (kind: PaymentTerm['kind']): string =>
    kind === 'effect' ? (indicators[0]?.value ?? 'effekt') : kind;
  return (
    <Section title={t('payment.title')}>
      {terms.map((term, place) => {
        const change = (next: PaymentTerm): void =>
          set(terms.map((one, index) => (index === place ? next : one)));
        return (
          <ListItem
            key={place}
            name={`${t(`payment.kinds.${term.kind}`)} ${term.id}`}
            onRemove={() => set(terms.filter((_, index) => index !== place))}
          >
            {term.kind === 'effect' ? (
              <Select
                label={t('payment.kinds.effect')}
                allowDeselect={false}
                data={indicators}
                value={term.id}
                onChange={(id) => id && change({ ...term, id })}
              />
            ) : (
              <TextInput
                label={t(`payment.kinds.${term.kind}`)}
                value={term.id}
                maxLength={60}
                onChange={({ currentTarget }) => change({ ...term, id: currentTarget.value })}
              />
            )}
            <OwnFields term={term} onChange={change} />
            <SavingFields term={term} onChange={change} />
          </ListItem>
        );
      })}
      <Group gap="xs">
        {KINDS.map((kind) => (
          <AddButton
            key={kind}
            label={`${t('payment.addTerm')}: ${t(`payment.kinds.${kind}`)}`}
            onAdd={() => set([...terms, newTerm(kind, nameFor(kind))])}
          />
        ))}
      </Group>
      <div className={styles.item}>
        <div className={styles.grid}>
          <CapFields form={form} />
          <EvidenceFields form={form} />
        </div>
        <Checkbox
          label={t('payment.carriesOver')}
          {...form.getInputProps('content.payment.carriesOver', { type: 'checkbox' })}
        />
      </div>
      <p className={styles.order}>{t('payment.order')}</p>
    </Section>
  );
};

const NEW_WATERFALL = { principal: 0, returnCap: 0, investorsPart: '0.5' };

export const WaterfallFields = ({ form }: { form: DraftFormType }) => {
  const { t } = useTranslation('contract');
  const waterfall = form.values.content.waterfall ?? null;
  return (
    <Section title={t('waterfall.title')}>
      <Checkbox
        label={t('waterfall.has')}
        checked={waterfall !== null}
        onChange={({ currentTarget }) =>
          form.setFieldValue('content.waterfall', currentTarget.checked ? NEW_WATERFALL : null)
        }
      />
      {waterfall !== null && (
        <div className={`${styles.grid} ${styles.below}`}>
          <MoneyField
            label={t('waterfall.principal')}
            value={waterfall.principal}
            onChange={(principal) =>
              form.setFieldValue('content.waterfall', { ...waterfall, principal: principal ?? 0 })
            }
          />
          <MoneyField
            label={t('waterfall.returnCap')}
            value={waterfall.returnCap}
            onChange={(returnCap) =>
              form.setFieldValue('content.waterfall', { ...waterfall, returnCap: returnCap ?? 0 })
            }
          />
          <PartField
            label={t('waterfall.investorsPart')}
            value={waterfall.investorsPart}
            onChange={(part) =>
              form.setFieldValue('content.waterfall', { ...waterfall, investorsPart: part ?? '0' })
            }
          />
        </div>
      )}
    </Section>
  );
};
