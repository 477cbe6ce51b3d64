import { Select } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useWord } from '../ui/use-word';
import styles from './import-mapping.module.css';
import type { ImportColumn, ImportTarget } from './views';

type Props = {
  target: ImportTarget;
  columns: ImportColumn[];
  header: string | undefined;
  guessed: boolean;
  error: string | undefined;
  onChange: (header: string | undefined) => void;
};

const useHint = ({ target, guessed, header }: Props): string | undefined => {
  const { t } = useTranslation('absence');
  const word = useWord();
  if (guessed && header !== undefined) return t('imports.guessed');
  const others = target.insteadOf.filter((field) => field !== target.field);
  if (header !== undefined || others.length === 0) return undefined;
  return t('imports.orInstead', {
    fields: others.map((field) => word('absence', 'imports.fields', field)).join(', '),
  });
};

const Samples = ({ samples }: { samples: string[] }) => {
  const { t } = useTranslation('absence');
  if (samples.length === 0) return null;
  return (
    <span className={styles.samples}>
      <span className="only-heard">{t('imports.samples')}: </span>
      {samples
        .filter((sample) => sample !== '')
        .slice(0, 4)
        .join(' · ')}
    </span>
  );
};

/** One thing we need, the column it is read from, and what stands there. */
export const MappingRow = (props: Props) => {
  const { target, columns, header, error, onChange } = props;
  const { t } = useTranslation('absence');
  const word = useWord();
  const id = useId();
  const hint = useHint(props);
  return (
    <div className={styles.row}>
      <div className={styles.field}>
        <label htmlFor={id}>
          {word('absence', 'imports.fields', target.field)}
          {target.required && <span className={styles.required}> *</span>}
        </label>
        {hint !== undefined && <span id={`${id}-hint`}>{hint}</span>}
      </div>
      <Select
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        data={[{ value: '', label: t('imports.notInFile') }, ...columns.map((column) => column.header)]}
        value={header ?? ''}
        error={error}
        onChange={(value) => onChange(value === null || value === '' ? undefined : value)}
      />
      <Samples samples={columns.find((column) => column.header === header)?.samples ?? []} />
    </div>
  );
};
