import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refreshPerson } from '../people/queries';
import { Day } from '../ui/day';
import { DayField } from '../ui/day-field';
import { notifyDone } from '../ui/notify';
import { Failure } from '../ui/states';
import { today } from '../ui/today';
import { useFormat } from '../ui/use-format';
import { ChangeDegreeModal } from './change-degree-modal';
import styles from './open-spell-panel.module.css';
import { SpellKindWord } from './spell-kind';
import { reportWell } from './spell-queries';
import type { SpellView } from './views';

const RecoveryForm = ({ spell }: { spell: SpellView }) => {
  const { t } = useTranslation('people');
  const client = useQueryClient();
  const [lastOn, setLastOn] = useState<string | null>(today());
  const [opened, { open, close }] = useDisclosure(false);
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
        <Button variant="default" onClick={open}>
          {t('report.degree')}
        </Button>
      </div>
      {recover.error !== null && <Failure error={recover.error} />}
      <ChangeDegreeModal opened={opened} spell={spell} onClose={close} />
    </>
  );
};

/** Says that somebody is absent now, and lets them be reported well in one step. */
export const OpenSpellPanel = ({ spell, mayReport }: { spell: SpellView; mayReport: boolean }) => {
  const { t } = useTranslation('people');
  const format = useFormat();
  return (
    <div className={styles.panel}>
      <div className={styles.words}>
        <strong>
          {t('report.absentSince')} <Day on={spell.firstOn} />
        </strong>
        <span>
          <SpellKindWord kind={spell.kind} /> · {t('report.day', { count: spell.days })}
          {spell.degree < 1 && ` · ${format.percent(spell.degree, 0)}`}
        </span>
      </div>
      {mayReport && <RecoveryForm spell={spell} />}
    </div>
  );
};
