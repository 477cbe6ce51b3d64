import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../ui/page-header';
import { Section, Stack } from '../ui/section';
import { Answer, Empty } from '../ui/states';
import { rulesQuery } from './queries';
import { RulesTable } from './rules-table';
import type { SignalRules } from './views';

const Employers = ({ employers }: { employers: SignalRules[] }) => {
  const { t } = useTranslation('signals');
  if (employers.length === 0) return <Empty title={t('settings.none')} icon="rules" />;
  return (
    <Stack>
      {employers.map(({ employerId, employerName, rules }) => (
        <Section key={employerId} title={employerName} flush>
          <RulesTable rules={rules} />
        </Section>
      ))}
      <p className="basis">{t('settings.manner')}</p>
    </Stack>
  );
};

export const RulesPage = () => {
  const { t } = useTranslation('signals');
  const rules = useQuery(rulesQuery);
  return (
    <>
      <PageHeader title={t('settings.title')} meta={t('settings.intro')} />
      <Answer query={rules} lines={8}>
        {(employers) => <Employers employers={employers} />}
      </Answer>
    </>
  );
};
