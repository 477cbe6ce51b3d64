import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Day } from '../ui/day';
import { Notice } from '../ui/notice';
import { PageHeader } from '../ui/page-header';
import { Section, Stack } from '../ui/section';
import type { Tone } from '../ui/status';
import { Answer } from '../ui/states';
import { useWord } from '../ui/use-word';
import { GoLiveForm } from './go-live-form';
import { GoLiveRecords } from './go-live-records';
import { goLiveQuery } from './queries';
import type { GoLiveView } from './views';

const TONES: Record<GoLiveView['state'], Tone> = {
  'not-ready': 'attention',
  'notice-running': 'attention',
  live: 'calm',
};

const State = ({ goLive }: { goLive: GoLiveView }) => {
  const { t } = useTranslation('signals');
  const word = useWord();
  const missing = goLive.missing.map((code) => word('signals', 'goLive.fields', code)).join(', ');
  return (
    <Notice tone={TONES[goLive.state]} title={t(`goLive.states.${goLive.state}`)}>
      {goLive.liveFrom !== null && (
        <p>
          {t('goLive.from')} <Day on={goLive.liveFrom} />.
        </p>
      )}
      {missing !== '' && <p>{t('goLive.missing', { missing })}</p>}
    </Notice>
  );
};

export const GoLivePage = () => {
  const { t } = useTranslation('signals');
  const goLive = useQuery(goLiveQuery);
  return (
    <>
      <PageHeader title={t('goLive.title')} meta={t('goLive.intro')} />
      <Answer query={goLive} lines={8}>
        {(view) => (
          <>
            <State goLive={view} />
            <Stack>
              <Section title={t('goLive.record')}>
                <GoLiveForm goLive={view} />
              </Section>
              <GoLiveRecords />
            </Stack>
          </>
        )}
      </Answer>
    </>
  );
};
