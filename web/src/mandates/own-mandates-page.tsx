import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Period } from '../ui/day';
import { Facts } from '../ui/facts';
import { PageHeader } from '../ui/page-header';
import { Section, Stack } from '../ui/section';
import { Answer, Empty } from '../ui/states';
import { ownMandatesQuery } from './queries';
import { useNames } from './use-names';
import type { OwnMandate } from './views';

const OwnMandate = ({ mandate }: { mandate: OwnMandate }) => {
  const { t } = useTranslation('mandates');
  const names = useNames();
  return (
    <Section title={mandate.employerName}>
      <Facts
        items={[
          {
            label: t('period'),
            value: <Period from={mandate.from} to={mandate.to} open={t('open')} />,
          },
          { label: t('units'), value: mandate.unitIds.map(names.unit).join(', ') },
          { label: t('rules'), value: mandate.rules.map(names.rule).join(' · ') },
          {
            label: t('fields'),
            value: t(mandate.fields.includes('absence-kind') ? 'kindShown' : 'kindHidden'),
          },
          { label: t('purpose'), value: mandate.purpose },
          { label: t('processingRole'), value: t(`processingRoles.${mandate.processingRole}`) },
        ]}
      />
    </Section>
  );
};

/** What each employer lets a consultant see today, and nothing beyond it. */
export const OwnMandatesPage = () => {
  const { t } = useTranslation('mandates');
  const mandates = useQuery(ownMandatesQuery);
  return (
    <>
      <PageHeader title={t('title')} meta={t('own.intro')} />
      <Answer query={mandates} lines={6}>
        {({ items }) => (
          <Stack>
            {items.length === 0 && (
              <Empty title={t('none')} icon="mandates">
                {t('own.noneHint')}
              </Empty>
            )}
            {items.map((mandate) => (
              <OwnMandate key={mandate.id} mandate={mandate} />
            ))}
          </Stack>
        )}
      </Answer>
    </>
  );
};
