import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useHat } from '../access/use-hat';
import { OutputPolicy } from '../disclosure/output-policy';
import { BenefitNotice } from '../own-page/benefit-notice';
import { PageHeader } from '../ui/page-header';
import { Section, Stack } from '../ui/section';
import { Answer, Empty } from '../ui/states';
import { ChangeRulesModal } from './change-rules-modal';
import { ComingRulesNotice } from './coming-rules';
import { rulesQuery } from './queries';
import { RulesHistory } from './rules-history';
import { RulesTable } from './rules-table';
import type { Role } from '../access/views';
import type { SignalRules } from './views';

/** A provider's people come to an employer's rules from outside; how figures leave it is no concern of theirs. */
const EMPLOYER_ROLES: ReadonlySet<Role> = new Set([
  'hr-manager',
  'administrator',
  'line-manager',
  'employee-representative',
  'employee',
]);

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
  const ofEmployer = EMPLOYER_ROLES.has(useHat().role);
  if (employers.length === 0) return <Empty title={t('settings.none')} icon="rules" />;
  return (
    <Stack>
      {employers.map((rules) => (
        <Employer key={rules.employerId} rules={rules} />
      ))}
      <p className="basis">{t('settings.manner')}</p>
      {ofEmployer && <RulesHistory />}
      {ofEmployer && <OutputPolicy />}
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
