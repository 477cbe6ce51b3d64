import { Button, Radio, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Day } from '../ui/day';
import { Dialog } from '../ui/dialog';
import { Section } from '../ui/section';
import { Answer, Empty } from '../ui/states';
import { buddySuggestionsQuery, releaseBuddy, setBuddy } from './queries';
import styles from './step-timeline.module.css';
import { useAct } from './use-act';
import type { JourneyView } from './views';

const Choice = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useTranslation('onboarding');
  const [chosen, setChosen] = useState<string | null>(null);
  const suggestions = useQuery(buddySuggestionsQuery(id));
  const take = useAct((personId: string) => setBuddy(id, personId), onClose);
  return (
    <Stack gap="sm">
      <Text size="sm">{t('buddy.how')}</Text>
      <Answer query={suggestions}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('buddy.nobody')} icon="people">
              {t('buddy.nobodyHint')}
            </Empty>
          ) : (
            <Radio.Group label={t('buddy.colleagues')} value={chosen} onChange={setChosen}>
              <Stack gap="xs" mt="xs">
                {items.map((one) => (
                  <Radio
                    key={one.personId}
                    value={one.personId}
                    label={one.name}
                    description={
                      <>
                        {one.jobGroup !== '' && `${one.jobGroup} · `}
                        {t('buddy.since')} <Day on={one.inUnitSince} /> ·{' '}
                        {t('buddy.tasks', { count: one.currentTasks })}
                      </>
                    }
                  />
                ))}
              </Stack>
            </Radio.Group>
          )
        }
      </Answer>
      <Button
        disabled={chosen === null}
        loading={take.isPending}
        onClick={() => {
          if (chosen !== null) take.mutate(chosen);
        }}
      >
        {t('buddy.take')}
      </Button>
    </Stack>
  );
};

/** Who helps the new employee in, and how one is found. */
export const BuddySection = ({ view }: { view: JourneyView }) => {
  const { t } = useTranslation('onboarding');
  const [choosing, setChoosing] = useState(false);
  const release = useAct(() => releaseBuddy(view.id));
  return (
    <Section title={t('buddy.title')}>
      {view.buddy === null ? (
        <Text size="sm">{t('buddy.none')}</Text>
      ) : (
        <Text size="sm">
          {view.buddy.name}, {t('buddy.from')} <Day on={view.buddy.since} />
        </Text>
      )}
      {view.abilities.includes('introduction.work') && (
        <div className={`${styles.acts} no-print`}>
          <Button size="compact-sm" variant="default" onClick={() => setChoosing(true)}>
            {t(view.buddy === null ? 'buddy.find' : 'buddy.replace')}
          </Button>
          {view.buddy !== null && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray.7"
              loading={release.isPending}
              onClick={() => release.mutate(undefined)}
            >
              {t('buddy.release')}
            </Button>
          )}
        </div>
      )}
      <Dialog opened={choosing} onClose={() => setChoosing(false)} title={t('buddy.find')}>
        <Choice id={view.id} onClose={() => setChoosing(false)} />
      </Dialog>
    </Section>
  );
};
