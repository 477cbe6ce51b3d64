import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DayField } from '../ui/day-field';
import styles from './code-editor.module.css';

export type Snapshot = { from: string; to: string };
type Props = {
  snapshot: Snapshot | null;
  suggestion: Snapshot;
  onChange: (snapshot: Snapshot | null) => void;
};

/** A file that is whole for some days: what it lacks there is removed. Said plainly, because it deletes. */
export const SnapshotFields = ({ snapshot, suggestion, onChange }: Props) => {
  const { t } = useTranslation('absence');
  return (
    <div className={styles.editor}>
      <Checkbox
        label={t('imports.snapshot.whole')}
        description={t('imports.snapshot.hint')}
        checked={snapshot !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? suggestion : null)}
      />
      {snapshot !== null && (
        <div className={styles.code}>
          <DayField
            label={t('imports.snapshot.from')}
            value={snapshot.from}
            onChange={(from) => from !== null && onChange({ ...snapshot, from })}
          />
          <DayField
            label={t('imports.snapshot.to')}
            value={snapshot.to}
            onChange={(to) => to !== null && onChange({ ...snapshot, to })}
          />
        </div>
      )}
    </div>
  );
};
