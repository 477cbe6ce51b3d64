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

/** One thing we need, the column it is read from, and what stands there. */
export const MappingRow = (props: Props) => {
  const { target, columns, header, error, onChange } = props;
  const { t } = useTranslation('absence');
  const word = useWord();
  const hint = useHint(props);
  const samples = columns.find((column) => column.header === header)?.samples ?? [];
  return (
    <div className={styles.row}>
      <Select
        label={word('absence', 'imports.fields', target.field)}
        withAsterisk={target.required}
        description={hint}
        data={[{ value: '', label: t('imports.notInFile') }, ...columns.map((column) => column.header)]}
        value={header ?? ''}
        error={error}
        onChange={(value) => onChange(value === null || value === '' ? undefined : value)}
      />
      <span className={styles.samples}>
        {samples.length > 0 && <span className="only-heard">{t('imports.samples')}: </span>}
        {samples
          .filter((sample) => sample !== '')
          .slice(0, 4)
          .join(' · ')}
      </span>
    </div>
  );
};
