import { Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { notifyDone, notifyFailed } from '../../ui/notify';
import { Answer } from '../../ui/states';
import { useProblemText } from '../../ui/use-problem-text';
import styles from './pack.module.css';
import { packScheduleQuery, setPackSchedule, type PackSchedule as Schedule } from './queries';

const NEVER = 'never';
const CUTS = ['quarter', 'half-year', 'year'] as const;

/** After which cuts a pack makes itself. */
const Choice = ({ partnershipId, schedule }: { partnershipId: string; schedule: Schedule }) => {
  const { t } = useTranslation('partnerships');
  const words = useProblemText();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (cut: Schedule['cut']) => setPackSchedule(partnershipId, cut),
    onSuccess: () => {
      notifyDone(t('packs.saved'));
      return client.invalidateQueries({ queryKey: packScheduleQuery(partnershipId).queryKey });
    },
    onError: (error) => notifyFailed(words(error)),
  });
  return (
    <Select
      label={t('packs.schedule')}
      description={t('packs.scheduleHint')}
      className={`${styles.schedule} no-print`}
      allowDeselect={false}
      disabled={save.isPending || !schedule.abilities.includes('pack.schedule')}
      value={schedule.cut ?? NEVER}
      data={([NEVER, ...CUTS] as const).map((value) => ({ value, label: t(`packs.cuts.${value}`) }))}
      onChange={(value) => save.mutate(CUTS.find((cut) => cut === value) ?? null)}
    />
  );
};

export const PackSchedule = ({ partnershipId }: { partnershipId: string }) => (
  <Answer query={useQuery(packScheduleQuery(partnershipId))} lines={1}>
    {(schedule) => <Choice partnershipId={partnershipId} schedule={schedule} />}
  </Answer>
);
