import { MultiSelect, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DayField } from '../../ui/day-field';
import { Section } from '../../ui/section';
import styles from './contract.module.css';
import type { DraftFormType } from './draft-values';
import { AddButton, ListItem } from './list-item';
import { DecimalField, PartField } from './number-fields';
import {
  GUARDRAILS,
  MEASURES,
  PARTY_ROLES,
  PURSES,
  SHOCKS,
  SIGHTS,
  type ContractWritten,
  type OfferedUnit,
} from './views';

type Fields = { form: DraftFormType };
type Unit = ContractWritten['units'][number];

const NEW_PARTY_SEES = ['figures'] as const;

export const PartyFields = ({ form }: Fields) => {
  const { t } = useTranslation('contract');
  const list = 'content.parties';
  return (
    <Section title={t('parties.title')} aside={t('parties.everybody')}>
      {form.values.content.parties.map((party, place) => (
        <ListItem
          key={party.id}
          name={party.name || t('parties.name')}
          onRemove={() => form.removeListItem(list, place)}
        >
          <TextInput label={t('parties.name')} {...form.getInputProps(`${list}.${place}.name`)} />
          <Select
            label={t('parties.role')}
            allowDeselect={false}
            data={PARTY_ROLES.map((value) => ({ value, label: t(`parties.roles.${value}`) }))}
            {...form.getInputProps(`${list}.${place}.role`)}
          />
          <MultiSelect
            className={styles.wide}
            label={t('parties.sees')}
            data={SIGHTS.map((value) => ({ value, label: t(`parties.sights.${value}`) }))}
            {...form.getInputProps(`${list}.${place}.sees`)}
          />
        </ListItem>
      ))}
      <AddButton
        label={t('parties.add')}
        onAdd={() =>
          form.insertListItem(list, {
            id: crypto.randomUUID(),
            name: '',
            role: 'observer',
            sees: [...NEW_PARTY_SEES],
          })
        }
      />
    </Section>
  );
};

export const IndicatorFields = ({ form }: Fields) => {
  const { t } = useTranslation('contract');
  const list = 'content.indicators';
  const { indicators, targets } = form.values.content;
  const setTarget = (indicatorId: string, reduction: string | null): void => {
    const others = targets.filter((target) => target.indicatorId !== indicatorId);
    form.setFieldValue(
      'content.targets',
      reduction === null ? others : [...others, { indicatorId, reduction }],
    );
  };
  const free = MEASURES.find((measure) => !indicators.some((one) => one.id === measure));
  return (
    <Section title={t('indicators.title')}>
      {indicators.map((indicator, place) => (
        <ListItem
          key={indicator.id}
          name={t(`indicators.measures.${indicator.measure}`)}
          onRemove={() => {
            setTarget(indicator.id, null);
            form.removeListItem(list, place);
          }}
        >
          <Select
            label={t('indicators.measure')}
            allowDeselect={false}
            data={MEASURES.map((value) => ({ value, label: t(`indicators.measures.${value}`) }))}
            {...form.getInputProps(`${list}.${place}.measure`)}
          />
          <Select
            label={t('indicators.purse')}
            allowDeselect={false}
            data={PURSES.map((value) => ({ value, label: t(`indicators.purses.${value}`) }))}
            {...form.getInputProps(`${list}.${place}.purse`)}
          />
          <Select
            label={t('indicators.use')}
            allowDeselect={false}
            data={(['payment', 'reported'] as const).map((value) => ({
              value,
              label: t(`indicators.uses.${value}`),
            }))}
            {...form.getInputProps(`${list}.${place}.contractUse`)}
          />
          <PartField
            label={t('indicators.target')}
            empty
            value={targets.find(({ indicatorId }) => indicatorId === indicator.id)?.reduction ?? null}
            onChange={(reduction) => setTarget(indicator.id, reduction)}
          />
        </ListItem>
      ))}
      {free !== undefined && (
        <AddButton
          label={t('indicators.add')}
          onAdd={() =>
            form.insertListItem(list, {
              id: free,
              measure: free,
              definitionVersion: '2026-1',
              purse: 'employer',
              contractUse: 'reported',
            })
          }
        />
      )}
    </Section>
  );
};

export const GuardrailFields = ({ form }: Fields) => {
  const { t } = useTranslation('contract');
  const list = 'content.guardrails';
  const { guardrails } = form.values.content;
  const free = GUARDRAILS.find((name) => !guardrails.some((one) => one.name === name));
  return (
    <Section title={t('guardrails.title')} aside={t('guardrails.hint')}>
      {guardrails.map(({ name, limit }, place) => (
        <ListItem
          key={name}
          name={t(`guardrails.names.${name}`)}
          onRemove={() => form.removeListItem(list, place)}
        >
          <Select
            label={t('guardrails.name')}
            allowDeselect={false}
            data={GUARDRAILS.map((value) => ({ value, label: t(`guardrails.names.${value}`) }))}
            {...form.getInputProps(`${list}.${place}.name`)}
          />
          <Select
            label={t('guardrails.wanted')}
            allowDeselect={false}
            data={(['at-least', 'at-most'] as const).map((value) => ({
              value,
              label: t(`guardrails.side.${value}`),
            }))}
            {...form.getInputProps(`${list}.${place}.side`)}
          />
          <DecimalField
            label={t('guardrails.limit')}
            value={limit}
            error={form.errors[`${list}.${place}.limit`]}
            onChange={(next) => form.setFieldValue(`${list}.${place}.limit`, next)}
          />
        </ListItem>
      ))}
      {free !== undefined && (
        <AddButton
          label={t('guardrails.add')}
          onAdd={() => form.insertListItem(list, { name: free, side: 'at-most', limit: '0' })}
        />
      )}
    </Section>
  );
};

export const UnitFields = ({ form, offered }: Fields & { offered: readonly OfferedUnit[] }) => {
  const { t } = useTranslation('contract');
  const { units, period } = form.values.content;
  const joins = form.values.first ? period.from : form.values.validFrom;
  const set = (unit: OfferedUnit, change: Partial<Unit> | null): void => {
    const others = units.filter(({ unitId }) => unitId !== unit.unitId);
    const now = units.find(({ unitId }) => unitId === unit.unitId);
    form.setFieldValue(
      'content.units',
      change === null ? others : [...others, { arm: 'in', from: joins, ...unit, ...now, ...change }],
    );
  };
  const treated = units.filter(({ arm }) => arm === 'in').length;
  return (
    <Section
      title={t('units.title')}
      aside={t('units.counts', { treated, comparison: units.length - treated })}
    >
      {offered.map((unit) => {
        const now = units.find(({ unitId }) => unitId === unit.unitId);
        return (
          <div key={unit.unitId} className={styles.units}>
            <span>
              {unit.name} <span className={styles.dim}>{unit.employerName}</span>
            </span>
            <Select
              aria-label={`${t('units.arm')}: ${unit.name}`}
              allowDeselect={false}
              data={[
                { value: 'in', label: t('units.arms.in') },
                { value: 'comparison', label: t('units.arms.comparison') },
                { value: 'out', label: t('units.out') },
              ]}
              value={now?.arm ?? 'out'}
              onChange={(arm) => set(unit, arm === 'in' || arm === 'comparison' ? { arm } : null)}
            />
            <DayField
              labelHeard
              label={`${t('units.from')}: ${unit.name}`}
              value={now?.from ?? null}
              onChange={(from) => from !== null && now !== undefined && set(unit, { from })}
            />
          </div>
        );
      })}
    </Section>
  );
};

export const ShockFields = ({ form }: Fields) => {
  const { t } = useTranslation('contract');
  const list = 'content.shocks';
  const { shocks, units, period } = form.values.content;
  return (
    <Section title={t('shocks.title')} aside={t('shocks.hint')}>
      {shocks.map((shock, place) => (
        <ListItem
          key={place}
          name={shock.name || t('shocks.name')}
          onRemove={() => form.removeListItem(list, place)}
        >
          <TextInput label={t('shocks.name')} {...form.getInputProps(`${list}.${place}.name`)} />
          <Select
            label={t('shocks.kind')}
            allowDeselect={false}
            data={SHOCKS.map((value) => ({ value, label: t(`shocks.kinds.${value}`) }))}
            {...form.getInputProps(`${list}.${place}.kind`)}
          />
          <DayField label={t('draft.from')} {...form.getInputProps(`${list}.${place}.from`)} />
          <DayField label={t('draft.to')} {...form.getInputProps(`${list}.${place}.to`)} />
          <MultiSelect
            label={t('shocks.where')}
            placeholder={shock.unitIds?.length ? '' : t('shocks.everywhere')}
            data={units.map((unit) => ({ value: unit.unitId, label: unit.name }))}
            value={[...(shock.unitIds ?? [])]}
            onChange={(ids) => form.setFieldValue(`${list}.${place}.unitIds`, ids.length === 0 ? null : ids)}
          />
        </ListItem>
      ))}
      <AddButton
        label={t('shocks.add')}
        onAdd={() =>
          form.insertListItem(list, {
            kind: 'other',
            name: '',
            from: period.from,
            to: period.from,
            unitIds: null,
          })
        }
      />
    </Section>
  );
};
