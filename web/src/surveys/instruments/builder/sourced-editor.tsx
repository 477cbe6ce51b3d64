import { ActionIcon, Button, NumberInput, Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../ui/icon';
import type { Reference, Threshold } from '../views';
import styles from './builder.module.css';
import { WordingFields } from './wording-fields';

const BLANK = { da: '', en: '' };
const SIDES = ['at-or-below', 'at-or-above'] as const satisfies readonly Threshold['side'][];
const MOST = 10;

type ListProps<Row> = {
  name: 'threshold' | 'reference';
  rows: readonly Row[];
  fresh: Row;
  onChange: (rows: Row[]) => void;
  fields: (row: Row, set: (change: Partial<Row>) => void) => ReactNode;
};

/** Figures from elsewhere, each with its source: the research or the manual that it can be looked up in. */
const SourcedList = <Row extends { source: string }>({
  name,
  rows,
  fresh,
  onChange,
  fields,
}: ListProps<Row>) => {
  const { t } = useTranslation('instruments');
  return (
    <fieldset className={styles.choices}>
      <legend>{t(`builder.${name}.legend`)}</legend>
      {rows.map((row, at) => {
        const set = (change: Partial<Row>) =>
          onChange(rows.map((each, number) => (number === at ? { ...each, ...change } : each)));
        return (
          <div
            key={at}
            className={styles.sourced}
            role="group"
            aria-label={t(`builder.${name}.one`, { number: at + 1 })}
          >
            {fields(row, set)}
            <div className={styles.source}>
              <TextInput
                label={t('builder.source')}
                description={t('builder.sourceHint')}
                maxLength={300}
                value={row.source}
                onChange={(event) => {
                  const source = event.currentTarget.value;
                  onChange(rows.map((each, number) => (number === at ? { ...each, source } : each)));
                }}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t(`builder.${name}.remove`, { number: at + 1 })}
                onClick={() => onChange(rows.filter((_, number) => number !== at))}
              >
                <Icon name="retention" />
              </ActionIcon>
            </div>
          </div>
        );
      })}
      <div>
        <Button
          size="xs"
          variant="default"
          disabled={rows.length >= MOST}
          onClick={() => onChange([...rows, fresh])}
        >
          + {t(`builder.${name}.add`)}
        </Button>
      </div>
    </fieldset>
  );
};

const points = (value: number | string): number => Number(value) || 0;

/** The lines that the source of a scale draws: above or below them a score means something. */
export const ThresholdsEditor = ({
  thresholds,
  onChange,
}: {
  thresholds: readonly Threshold[];
  onChange: (thresholds: Threshold[]) => void;
}) => {
  const { t } = useTranslation('instruments');
  return (
    <SourcedList
      name="threshold"
      rows={thresholds}
      fresh={{ score: 50, side: 'at-or-below', meaning: BLANK, source: '' }}
      onChange={onChange}
      fields={({ score, side, meaning }, set) => (
        <>
          <div className={styles.pair}>
            <NumberInput
              label={t('builder.threshold.score')}
              min={0}
              max={100}
              value={score}
              onChange={(value) => set({ score: points(value) })}
            />
            <Select
              label={t('builder.threshold.side')}
              data={SIDES.map((value) => ({ value, label: t(`builder.threshold.sides.${value}`) }))}
              value={side}
              allowDeselect={false}
              onChange={(value) => set({ side: SIDES.find((each) => each === value) ?? side })}
            />
          </div>
          <WordingFields
            label={t('builder.threshold.meaning')}
            value={meaning}
            onChange={(changed) => set({ meaning: changed })}
          />
        </>
      )}
    />
  );
};

/** What others have scored, to be seen beside one's own. */
export const ReferencesEditor = ({
  references,
  onChange,
}: {
  references: readonly Reference[];
  onChange: (references: Reference[]) => void;
}) => {
  const { t } = useTranslation('instruments');
  return (
    <SourcedList
      name="reference"
      rows={references}
      fresh={{ population: BLANK, mean: 50, source: '' }}
      onChange={onChange}
      fields={({ population, mean }, set) => (
        <>
          <WordingFields
            label={t('builder.reference.population')}
            value={population}
            onChange={(changed) => set({ population: changed })}
          />
          <NumberInput
            label={t('builder.reference.mean')}
            min={0}
            max={100}
            value={mean}
            onChange={(value) => set({ mean: points(value) })}
          />
        </>
      )}
    />
  );
};
