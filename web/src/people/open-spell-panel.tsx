import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SpellKindWord } from '../absence/spell-kind';
import { Day } from '../ui/day';
import { DayField } from '../ui/day-field';
import { Failure } from '../ui/states';
import { notifyDone } from '../ui/notify';
import { today } from '../ui/today';
import styles from './open-spell-panel.module.css';
import { refreshPerson, reportWell } from './queries';
import type { SpellView } from './views';

const RecoveryForm = ({ spell }: { spell: SpellView }) => {
  const { t } = useTranslation('people');
  const client = useQueryClient();
  const [lastOn, setLastOn] = useState<string | null>(today());
  const recover = useMutation({
    mutationFn: (day: string) => reportWell(spell.id, day),
    onSuccess: async () => {
      notifyDone(t('report.wellDone'));
      await refreshPerson(client);
    },
  });
  return (
    <>
      <div className={`${styles.form} no-print`}>
        <DayField
          label={t('report.lastOn')}
          min={spell.firstOn}
          max={today()}
          value={lastOn}
          onChange={setLastOn}
        />
        <Button
          disabled={lastOn === null}
          loading={recover.isPending}
          onClick={() => lastOn !== null && recover.mutate(lastOn)}
        >
          {t('report.well')}
        </Button>
      </div>
      {recover.error !== null && <Failure error={recover.error} />}
    </>
  );
};

/** Says that somebody is absent now, and lets them be reported well in one step. */
export const OpenSpellPanel = ({ spells }: { spells: SpellView[] }) => {
  const { t } = useTranslation(['people', 'absence']);
  const open = spells.find(({ lastOn }) => lastOn === null);
  if (open === undefined) return null;
  return (
    <div className={styles.panel}>
      <div className={styles.words}>
        <strong>
          {t('people:report.absentSince')} <Day on={open.firstOn} />
        </strong>
        <span>
          <SpellKindWord kind={open.kind} /> · {t('people:report.day', { count: open.days })}
        </span>
      </div>
      {open.abilities.includes('spell.recover') && <RecoveryForm spell={open} />}
    </div>
  );
};
