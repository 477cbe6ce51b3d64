import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../ui/confirm';
import { Fold } from '../../ui/fold';
import { Notice } from '../../ui/notice';
import { notifyFailed } from '../../ui/notify';
import { PageHeader } from '../../ui/page-header';
import { Section, Stack } from '../../ui/section';
import { Answer, Empty } from '../../ui/states';
import type { Tone } from '../../ui/status';
import { today } from '../../ui/today';
import { useFormat } from '../../ui/use-format';
import { useProblemText } from '../../ui/use-problem-text';
import { ApvAbsence } from './apv-absence';
import { NewApvModal, PhaseModal } from './apv-modals';
import { apvQuery, completeApv } from './queries';
import styles from './results-page.module.css';
import type { Apv, ApvAssessment, ApvPhase } from './views';

const TONES: Record<Apv['cycle']['state'], Tone> = {
  never: 'attention',
  'in-time': 'calm',
  soon: 'attention',
  overdue: 'danger',
};

const Cycle = ({ cycle }: { cycle: Apv['cycle'] }) => {
  const { t } = useTranslation('surveyResults');
  const format = useFormat();
  return (
    <Notice tone={TONES[cycle.state]} title={t(`apv.states.${cycle.state}`)}>
      {cycle.dueOn !== null && `${t('apv.due', { day: format.day(cycle.dueOn) })} `}
      {t('apv.rule', { clause: cycle.clause, months: cycle.months })}
      {!cycle.verified && ` ${t('apv.unverified')}`}
    </Notice>
  );
};

type PhaseProps = { phase: ApvPhase; onRecord: (() => void) | undefined };

const Phase = ({ phase, onRecord }: PhaseProps) => {
  const { t } = useTranslation('surveyResults');
  const format = useFormat();
  const done = phase.doneOn !== null;
  return (
    <li className={`${styles.phase} ${done ? styles.recorded : ''}`}>
      <div className={styles.phaseHead}>
        <h3 className={styles.question}>{t(`apv.phases.${phase.phase}`)}</h3>
        {onRecord !== undefined && (
          <Button size="compact-sm" variant="default" className="no-print" onClick={onRecord}>
            {t(done ? 'apv.again' : 'apv.record')}
          </Button>
        )}
      </div>
      <p className={styles.quiet}>{t(`apv.explained.${phase.phase}`)}</p>
      {done && (
        <>
          <p className={styles.words}>{phase.evidence}</p>
          <p className={styles.quiet}>
            {t('apv.doneBy', { day: format.day(phase.doneOn), who: phase.participants })}
          </p>
        </>
      )}
      {phase.figures !== null && (
        <Fold title={t('apv.figures', { years: phase.figures.map(({ year }) => year).join(', ') })}>
          <ApvAbsence years={phase.figures} />
        </Fold>
      )}
    </li>
  );
};

const Assessment = ({ apv, can }: { apv: ApvAssessment; can: boolean }) => {
  const { t, i18n } = useTranslation('surveyResults');
  const format = useFormat();
  const client = useQueryClient();
  const problem = useProblemText();
  const [phase, setPhase] = useState<ApvPhase | null>(null);
  const completing = useMutation({
    mutationFn: () => completeApv(apv.id, today()),
    onSuccess: (view) => client.setQueryData(apvQuery.queryKey, view),
    onError: (error) => notifyFailed(problem(error)),
  });
  const open = can && apv.completedOn === null;
  const whole = apv.phases.every(({ doneOn }) => doneOn !== null);
  return (
    <Section
      title={apv.title}
      aside={
        <div className={styles.filters}>
          <Button
            size="xs"
            variant="default"
            component="a"
            href={`/api/workplace-assessments/${apv.id}/document.pdf?language=${i18n.language}`}
            download
          >
            {t('apv.pdf')}
          </Button>
          {open && whole && (
            <ConfirmButton
              label={t('apv.complete')}
              title={t('apv.complete')}
              confirmLabel={t('apv.complete')}
              busy={completing.isPending}
              onConfirm={() => completing.mutate()}
            >
              {t('apv.completeWords')}
            </ConfirmButton>
          )}
        </div>
      }
    >
      <p className={styles.quiet}>
        {t(`apv.occasions.${apv.occasion}`)} · {t('apv.begun', { day: format.day(apv.begunOn) })} ·{' '}
        {apv.completedOn === null ? t('apv.open') : t('apv.completed', { day: format.day(apv.completedOn) })}
      </p>
      <ol className={styles.phases}>
        {apv.phases.map((one) => (
          <Phase key={one.phase} phase={one} onRecord={open ? () => setPhase(one) : undefined} />
        ))}
      </ol>
      {phase !== null && <PhaseModal apvId={apv.id} phase={phase} onClose={() => setPhase(null)} />}
    </Section>
  );
};

/** The statutory workplace assessment: when it is due, and its five phases with their evidence. */
export const ApvPage = () => {
  const { t } = useTranslation('surveyResults');
  const apv = useQuery(apvQuery);
  const [beginning, setBeginning] = useState(false);
  const can = apv.data?.abilities.includes('apv.record') ?? false;
  return (
    <>
      <PageHeader
        title={t('apv.title')}
        actions={can ? <Button onClick={() => setBeginning(true)}>{t('apv.new')}</Button> : undefined}
      />
      <Answer query={apv} lines={8}>
        {({ cycle, items }) => (
          <Stack>
            <Cycle cycle={cycle} />
            {items.length === 0 && (
              <Section title={t('apv.title')}>
                <Empty title={t('apv.none')}>{t('apv.noneHint')}</Empty>
              </Section>
            )}
            {items.map((one) => (
              <Assessment key={one.id} apv={one} can={can} />
            ))}
          </Stack>
        )}
      </Answer>
      {beginning && <NewApvModal onClose={() => setBeginning(false)} />}
    </>
  );
};
