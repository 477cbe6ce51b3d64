import { Button, Progress as Bar } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './progress.module.css';
import { useFormat } from './use-format';

type Props = {
  label: string;
  /** 0 to 1; null while its length is unknown. */
  share: number | null;
  detail?: string;
  onCancel?: () => void;
  cancelLabel?: string;
};

export const Progress = ({ label, share, detail, onCancel, cancelLabel }: Props) => {
  const { t } = useTranslation();
  const format = useFormat();
  const percent = Math.round((share ?? 1) * 100);
  return (
    <div className={styles.progress} role="status">
      <div className={styles.words}>
        <span>{label}</span>
        <span className="numbers">{share === null ? '' : format.percent(share, 0)}</span>
      </div>
      <Bar.Root size="md" radius="xl">
        <Bar.Section value={percent} aria-label={label} animated={share === null} striped={share === null} />
      </Bar.Root>
      <div className={styles.foot}>
        <span className="numbers">{detail ?? ''}</span>
        {onCancel !== undefined && (
          <Button size="compact-sm" variant="default" onClick={onCancel}>
            {cancelLabel ?? t('cancel')}
          </Button>
        )}
      </div>
    </div>
  );
};
