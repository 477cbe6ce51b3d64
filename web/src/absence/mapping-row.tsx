import { Select } from '@mantine/core';
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

/** One thing we need, the column it is read from, and what stands there. */
export const MappingRow = ({ target, columns, header, guessed, error, onChange }: Props) => {
  const { t } = useTranslation('absence');
  const word = useWord();
  const samples = columns.find((column) => column.header === header)?.samples ?? [];
  return (
    <div className={styles.row}>
      <Select
        label={word('absence', 'imports.fields', target.field)}
        withAsterisk={target.required}
        description={guessed && header !== undefined ? t('imports.guessed') : undefined}
        data={[
          { value: '', label: t('imports.notInFile') },
          ...columns.map((column) => ({ value: column.header, label: column.header })),
        ]}
        value={header ?? ''}
        error={error}
        onChange={(value) => onChange(value === null || value === '' ? undefined : value)}
      />
      <span className={styles.samples}>
        {samples.length > 0 && <span className="only-heard">{t('imports.samples')}: </span>}
        {samples.slice(0, 4).join(' · ')}
      </span>
    </div>
  );
};
