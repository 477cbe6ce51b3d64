import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Progress } from '../../ui/progress';
import { Section } from '../../ui/section';
import { Empty, Failure } from '../../ui/states';
import { useFormat } from '../../ui/use-format';
import { labQuery, readLab } from './queries';
import type { LabView } from './views';

const ReadButton = ({ lab, label }: { lab: LabView; label: string }) => {
  const client = useQueryClient();
  const { queryKey } = labQuery(lab.partnershipId);
  const reading = useMutation({
    mutationFn: () => readLab(lab.partnershipId),
    onSuccess: (view) => client.setQueryData(queryKey, view),
  });
  return (
    <>
      {reading.error !== null && <Failure error={reading.error} />}
      <Button
        mt="xs"
        size="xs"
        variant={lab.state === null ? 'filled' : 'default'}
        loading={reading.isPending}
        onClick={() => reading.mutate()}
      >
        {label}
      </Button>
    </>
  );
};

const Ready = ({ lab }: { lab: LabView }) => {
  const { t } = useTranslation('lab');
  const format = useFormat();
  return (
    <>
      <p className="numbers">
        {t('figures.ready', {
          units: format.number(lab.units.length),
          from: format.day(lab.from),
          to: format.day(lab.to),
        })}
        {' · '}
        {t('figures.readOn', { when: format.moment(lab.createdAt) })}
        {lab.provisional && ` · ${t('figures.provisional')}`}
      </p>
      {lab.abilities.includes('lab.try') && <ReadButton lab={lab} label={t('figures.readAgain')} />}
    </>
  );
};

/** Whether there are figures to try on, and getting them. */
export const LabFigures = ({ lab }: { lab: LabView }) => {
  const { t } = useTranslation('lab');
  const mayRead = lab.abilities.includes('lab.try');
  return (
    <Section title={t('figures.title')}>
      {lab.state === 'building' && (
        <Progress
          label={t('figures.reading')}
          share={lab.employers === 0 ? null : lab.employersDone / lab.employers}
          detail={t('figures.employers', { done: lab.employersDone, all: lab.employers })}
        />
      )}
      {lab.state === 'ready' && <Ready lab={lab} />}
      {(lab.state === null || lab.state === 'failed') && (
        <Empty
          title={lab.state === null ? t('figures.none') : t('figures.failed')}
          icon={lab.state === null ? 'partnerships' : 'warning'}
          action={
            mayRead && (
              <ReadButton lab={lab} label={lab.state === null ? t('figures.read') : t('figures.readAgain')} />
            )
          }
        >
          {lab.failure === null ? t('figures.noneHint') : t(`figures.failures.${lab.failure}`)}
        </Empty>
      )}
    </Section>
  );
};
