import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { BenefitNotice } from '../own-page/benefit-notice';
import { PageHeader } from '../ui/page-header';
import { Section, Stack } from '../ui/section';
import { Answer, Empty } from '../ui/states';
import { ChangeRulesModal } from './change-rules-modal';
import { ComingRulesNotice } from './coming-rules';
import { rulesQuery } from './queries';
import { RulesTable } from './rules-table';
import type { SignalRules } from './views';

const ChangeButton = ({ rules }: { rules: SignalRules }) => {
  const { t } = useTranslation('signals');
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button size="xs" variant="default" onClick={open}>
        {t('change.open')}
      </Button>
      {opened && <ChangeRulesModal rules={rules} onClose={close} />}
    </>
  );
};

const Employer = ({ rules }: { rules: SignalRules }) => {
  const mayChange = rules.abilities.includes('rule.change');
  return (
    <>
      {rules.coming !== null && <ComingRulesNotice rules={rules} coming={rules.coming} />}
      <Section
        title={rules.employerName}
        aside={mayChange ? <ChangeButton rules={rules} /> : undefined}
        flush
      >
        <RulesTable rules={rules.rules} />
      </Section>
    </>
  );
};

const Employers = ({ employers }: { employers: SignalRules[] }) => {
  const { t } = useTranslation('signals');
  if (employers.length === 0) return <Empty title={t('settings.none')} icon="rules" />;
  return (
    <Stack>
      {employers.map((rules) => (
        <Employer key={rules.employerId} rules={rules} />
      ))}
      <p className="basis">{t('settings.manner')}</p>
      <BenefitNotice />
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
