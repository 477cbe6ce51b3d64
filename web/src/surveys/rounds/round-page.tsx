import { Anchor, Group, Progress, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { asLanguage } from '../../app/i18n';
import { ConfirmButton } from '../../ui/confirm';
import { CopyText } from '../../ui/copy-text';
import { DayField } from '../../ui/day-field';
import { Facts } from '../../ui/facts';
import { ButtonLink, TextLink } from '../../ui/link';
import { notifyDone, notifyFailed } from '../../ui/notify';
import { PageHeader } from '../../ui/page-header';
import { Columns, Section, Stack } from '../../ui/section';
import { Answer } from '../../ui/states';
import { today } from '../../ui/today';
import { useFormat } from '../../ui/use-format';
import { useProblemText } from '../../ui/use-problem-text';
import { RoundGroups } from './round-groups';
import { RoundStateWord, usePartOf } from './round-words';
import {
  closeRound,
  moveClosing,
  openRound,
  refreshRounds,
  remind,
  removeRound,
  roundQuery,
  type Round,
} from './queries';

const route = getRouteApi('/house/surveys/$roundId');

const useAct = <Input, Output>(
  mutationFn: (input: Input) => Promise<Output>,
  done: (output: Output) => string,
) => {
  const client = useQueryClient();
  const words = useProblemText();
  return useMutation({
    mutationFn,
    onSuccess: async (output) => {
      notifyDone(done(output));
      await refreshRounds(client);
    },
    onError: (error) => notifyFailed(words(error)),
  });
};

const PlannedActs = ({ round }: { round: Round }) => {
  const { t } = useTranslation('rounds');
  const navigate = useNavigate();
  const open = useAct(
    () => openRound(round.id),
    () => t('page.opened'),
  );
  const remove = useAct(
    () => removeRound(round.id).then(() => navigate({ to: '/surveys' })),
    () => t('page.remove'),
  );
  return (
    <Group gap="xs">
      <ConfirmButton
        label={t('page.remove')}
        title={t('page.remove')}
        confirmLabel={t('page.remove')}
        danger
        onConfirm={() => remove.mutate(undefined)}
      >
        {t('page.removeText')}
      </ConfirmButton>
      <ConfirmButton
        label={t('page.open')}
        title={t('page.open')}
        confirmLabel={t('page.open')}
        onConfirm={() => open.mutate(undefined)}
      >
        {t('page.notYet')}
      </ConfirmButton>
    </Group>
  );
};

/** How many would be reminded; null where that is not told. */
const reminding = (reached: Round['reached']): number | null =>
  reached
    .filter(({ channel }) => channel === 'mail' || channel === 'sms')
    .reduce<number | null>(
      (all, { notBegun }) => (all === null || notBegun === null ? null : all + notBegun),
      0,
    );

const OpenActs = ({ round }: { round: Round }) => {
  const { t } = useTranslation('rounds');
  const format = useFormat();
  const act = useAct(
    () => remind(round.id),
    ({ sent }) => (sent === null ? t('page.remindedThem') : t('page.reminded', { count: sent })),
  );
  const reminded = reminding(round.reached);
  const early = today() <= round.closesOn;
  const closing = useAct(
    () => closeRound(round.id, early),
    () => t('page.closed'),
  );
  return (
    <Group gap="xs">
      {(reminded ?? round.invited - round.begun) > 0 && (
        <ConfirmButton
          label={t('page.remind')}
          title={t('page.remind')}
          confirmLabel={reminded === null ? t('page.remind') : t('page.remindThem', { count: reminded })}
          busy={act.isPending}
          onConfirm={() => act.mutate(undefined)}
        >
          {t('page.remindText')}
        </ConfirmButton>
      )}
      <ConfirmButton
        label={t('page.close')}
        title={t('page.closeTitle')}
        confirmLabel={t('page.close')}
        danger
        busy={closing.isPending}
        onConfirm={() => closing.mutate(undefined)}
      >
        {t('page.closeText')} {early && t('page.closeEarly', { day: format.day(round.closesOn) })}
      </ConfirmButton>
    </Group>
  );
};

const ClosingDay = ({ round }: { round: Round }) => {
  const { t } = useTranslation('rounds');
  const move = useAct(
    (day: string) => moveClosing(round.id, day),
    () => t('page.extended'),
  );
  return (
    <DayField
      label={t('page.extend')}
      min={today()}
      value={round.closesOn}
      onChange={(day) => {
        if (day !== null && day !== round.closesOn) move.mutate(day);
      }}
    />
  );
};

const HowFar = ({ round }: { round: Round }) => {
  const { t } = useTranslation('rounds');
  const format = useFormat();
  const partOf = usePartOf();
  const { invited, begun, answered } = round;
  if (round.state === 'planned')
    return (
      <Section title={t('page.progress')}>
        <Stack>
          <p>{t('page.opensOn', { day: format.day(round.opensOn) })}</p>
          <ClosingDay round={round} />
        </Stack>
      </Section>
    );
  return (
    <Section title={t('page.progress')}>
      <Stack>
        <Facts
          items={[
            { label: t('columns.invited'), value: format.number(invited) },
            { label: t('columns.begun'), value: partOf(begun, invited) },
            { label: t('columns.answered'), value: partOf(answered, invited) },
          ]}
        />
        <Progress value={invited === 0 ? 0 : (100 * begun) / invited} aria-label={t('columns.begun')} />
        {round.state === 'open' && <p>{t('answeredHint')}</p>}
        {round.state === 'open' && <ClosingDay round={round} />}
      </Stack>
    </Section>
  );
};

const Reached = ({ round }: { round: Round }) => {
  const { t } = useTranslation('rounds');
  const format = useFormat();
  const parts = Array.from({ length: round.letterFiles }, (_, index) => index + 1);
  return (
    <Section title={t('page.reached')}>
      <Stack>
        {round.reached.length === 0 && <p>{t('page.notSent')}</p>}
        <Facts
          items={round.reached.map(({ channel, invited, notBegun }) => ({
            label: t(`channels.${channel}`),
            value:
              notBegun === null
                ? format.number(invited)
                : `${format.number(invited)}, ${t('columns.notBegun').toLowerCase()}: ${format.number(notBegun)}`,
          }))}
        />
        {round.state === 'open' && parts.length > 0 && <Text size="sm">{t('page.lettersHint')}</Text>}
        {parts.length > 0 && (
          <Group gap="sm">
            {parts.map((part) => (
              <Anchor key={part} href={`/api/survey-rounds/${round.id}/letters.pdf?part=${part}`} download>
                {t('page.letters', { part })}
              </Anchor>
            ))}
          </Group>
        )}
        {round.kiosk !== null && (
          <div>
            <Text size="sm" mb={4}>
              {t('page.kiosk')}
            </Text>
            <CopyText text={`${window.location.origin}/svar/skaerm#${round.kiosk}`} />
          </div>
        )}
      </Stack>
    </Section>
  );
};

const Acts = ({ round }: { round: Round }) => {
  const { t } = useTranslation('rounds');
  if (round.state === 'planned') return <PlannedActs round={round} />;
  if (round.state === 'open') return <OpenActs round={round} />;
  return (
    <ButtonLink to="/survey-results" search={{ round: round.id }} variant="default">
      {t('page.results')}
    </ButtonLink>
  );
};

/** One round: how far it has come, and what can be done about it. */
export const RoundPage = () => {
  const { t, i18n } = useTranslation('rounds');
  const { roundId } = route.useParams();
  const format = useFormat();
  const query = useQuery(roundQuery(roundId));
  const language = asLanguage(i18n.language);
  return (
    <Answer query={query} level="page" lines={8}>
      {(round) => (
        <>
          <PageHeader
            title={round.title[language]}
            path={[
              <TextLink key="rounds" to="/surveys">
                {t('title')}
              </TextLink>,
            ]}
            meta={
              <>
                <RoundStateWord state={round.state} />{' '}
                {t('page.of', {
                  instrument: round.instrumentName[language],
                  from: format.day(round.opensOn),
                  to: format.day(round.closesOn),
                })}
              </>
            }
            actions={<Acts round={round} />}
          />
          <Stack>
            <Columns even>
              <HowFar round={round} />
              <Reached round={round} />
            </Columns>
            <RoundGroups round={round} />
          </Stack>
        </>
      )}
    </Answer>
  );
};
