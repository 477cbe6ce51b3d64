import { useTranslation } from 'react-i18next';
import { useHat } from '../access/use-hat';
import { BenefitNotice } from '../own-page/benefit-notice';
import { PageHeader } from '../ui/page-header';
import { Section, Stack } from '../ui/section';

const REACHES = ['citizens', 'never', 'out'] as const;

/** What those at a benefit authority reach: the track begins with a partnership's contract (definitions 5.4). */
export const EmploymentTrackPage = () => {
  const { t } = useTranslation(['partnerships', 'access']);
  const { role } = useHat();
  return (
    <>
      <PageHeader title={t('track.title')} meta={t('track.intro', { role: t(`access:roles.${role}`) })} />
      <Stack>
        <Section title={t('track.state')}>
          <p>{t('track.notBegun')}</p>
        </Section>
        <Section title={t('track.reach')}>
          <ul>
            {REACHES.map((point) => (
              <li key={point}>{t(`track.reaches.${point}`)}</li>
            ))}
          </ul>
        </Section>
        <BenefitNotice />
      </Stack>
    </>
  );
};
