import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { refreshPerson } from '../people/queries';
import { Failure } from '../ui/states';
import styles from './deleted-spell.module.css';
import { restoreSpell } from './spell-queries';

/** Right after a deletion it can be taken back. */
export const DeletedSpell = ({ id, onGone }: { id: string; onGone: () => void }) => {
  const { t } = useTranslation('people');
  const client = useQueryClient();
  const restore = useMutation({
    mutationFn: () => restoreSpell(id),
    onSuccess: async () => {
      onGone();
      await refreshPerson(client);
    },
  });
  return (
    <div className={styles.deleted} role="status">
      <span>{t('spells.deleted')}</span>
      <Button
        size="compact-sm"
        variant="default"
        loading={restore.isPending}
        onClick={() => restore.mutate()}
      >
        {t('spells.restore')}
      </Button>
      {restore.error !== null && <Failure error={restore.error} />}
    </div>
  );
};
