import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './contract.module.css';

type Props = { name: string; onRemove: () => void; children: ReactNode };

/** The fields of one item of a list, and the button that takes it away. */
export const ListItem = ({ name, onRemove, children }: Props) => {
  const { t } = useTranslation('contract');
  return (
    <div className={styles.item} role="group" aria-label={name}>
      <div className={styles.grid}>{children}</div>
      <div className={styles.foot}>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          aria-label={t('draft.removeNamed', { name })}
          onClick={onRemove}
        >
          {t('draft.remove')}
        </Button>
      </div>
    </div>
  );
};

export const AddButton = ({ label, onAdd }: { label: string; onAdd: () => void }) => (
  <Button mt="sm" size="xs" variant="default" onClick={onAdd}>
    {label}
  </Button>
);
