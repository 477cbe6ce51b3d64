import { Button, Group, Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Day } from '../ui/day';
import { Notice } from '../ui/notice';
import { Section } from '../ui/section';
import styles from './link-page.module.css';
import { sendCheckIn } from './queries';
import { useOwnAct } from './use-own-act';
import { useWording } from './use-wording';
import type { LinkPageView } from './views';

type OwnCheckIn = LinkPageView['checkIns'][number];
type Answers = Record<string, string>;
type FormProps = { view: LinkPageView; secret: string; day: 7 | 30 | 90; onDone: () => void };

const NOT_YET = 'not-yet';

const Form = ({ view, secret, day, onDone }: FormProps) => {
  const { t } = useTranslation('onboarding');
  const wording = useWording();
  const [answers, setAnswers] = useState<Answers>({});
  const send = useOwnAct(secret, (given: Answers) =>
    sendCheckIn({
      secret,
      day,
      answers: Object.fromEntries(
        Object.entries(given).map(([id, value]) => [id, value === NOT_YET ? null : Number(value)]),
      ),
    }),
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate(answers, { onSuccess: onDone });
      }}
    >
      <Notice tone="attention">{t('page.named')}</Notice>
      {view.questions.map(({ id, wording: question }) => (
        <Radio.Group
          key={id}
          className={styles.question}
          label={wording(question)}
          value={answers[id] ?? null}
          onChange={(value) => setAnswers((old) => ({ ...old, [id]: value }))}
        >
          <Stack gap="xs" mt="xs">
            {view.choices.map((choice, value) => (
              <Radio key={choice.da} value={String(value)} label={wording(choice)} />
            ))}
            <Radio value={NOT_YET} label={t('page.notYet')} />
          </Stack>
        </Radio.Group>
      ))}
      <Group mt="lg">
        <Button type="submit" loading={send.isPending} disabled={Object.keys(answers).length === 0}>
          {t('page.send')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('page.later')}
        </Button>
      </Group>
    </form>
  );
};

const Line = ({ checkIn, onBegin }: { checkIn: OwnCheckIn; onBegin: () => void }) => {
  const { t } = useTranslation('onboarding');
  if (checkIn.state === 'open')
    return (
      <Button fullWidth onClick={onBegin}>
        {t('page.begin', { day: checkIn.day })}
      </Button>
    );
  return (
    <span className={styles.small}>
      {t('page.day', { day: checkIn.day })}: {t(`page.states.${checkIn.state}`)}{' '}
      {checkIn.state === 'coming' && <Day on={checkIn.dueOn} />}
    </span>
  );
};

const DAYS = [7, 30, 90] as const;

/** The named questions of days 7, 30 and 90. */
export const OwnCheckIns = ({ view, secret }: { view: LinkPageView; secret: string }) => {
  const { t } = useTranslation('onboarding');
  const [answering, setAnswering] = useState<7 | 30 | 90 | null>(null);
  return (
    <Section title={t('page.checkIns')}>
      {answering === null ? (
        <Stack gap="xs">
          {view.checkIns.some(({ state }) => state === 'answered') && (
            <span role="status">{t('page.thanks')}</span>
          )}
          {view.checkIns.map((checkIn) => (
            <Line
              key={checkIn.day}
              checkIn={checkIn}
              onBegin={() => setAnswering(DAYS.find((day) => day === checkIn.day) ?? null)}
            />
          ))}
        </Stack>
      ) : (
        <Form view={view} secret={secret} day={answering} onDone={() => setAnswering(null)} />
      )}
    </Section>
  );
};
