import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../ui/confirm';
import { Day } from '../../ui/day';
import { Facts } from '../../ui/facts';
import { Notice } from '../../ui/notice';
import { Section, Stack } from '../../ui/section';
import { LicenceStatus } from './licence-status';
import { withdrawRight } from './queries';
import { RightModal } from './right-modal';
import { useInstrumentStep } from './use-instrument-step';
import { useWording } from './use-wording';
import type { InstrumentPage } from './views';

const Right = ({ page }: { page: InstrumentPage }) => {
  const { t } = useTranslation('instruments');
  const { right } = page;
  if (right === null) return null;
  return (
    <Facts
      items={[
        { label: t('right.grantedBy'), value: right.grantedBy },
        { label: t('right.basis'), value: right.basis },
        { label: t('right.reference'), value: right.reference ?? '–' },
        { label: t('right.grantedOn'), value: <Day on={right.grantedOn} /> },
      ]}
    />
  );
};

const RightActs = ({ page }: { page: InstrumentPage }) => {
  const { t } = useTranslation('instruments');
  const [opened, { open, close }] = useDisclosure(false);
  const withdraw = useInstrumentStep(() => withdrawRight(page.id));
  if (page.standard === null || !page.abilities.includes('instrument.license')) return null;
  return (
    <Group gap="xs">
      <Button variant="default" onClick={open}>
        {page.right === null ? t('right.record') : t('right.change')}
      </Button>
      {page.right !== null && (
        <ConfirmButton
          label={t('right.withdraw')}
          title={t('right.withdraw')}
          confirmLabel={t('right.withdraw')}
          danger
          busy={withdraw.isPending}
          onConfirm={() => withdraw.mutate()}
        >
          {t('right.withdrawHint')}
        </ConfirmButton>
      )}
      {opened && <RightModal id={page.id} onClose={close} />}
    </Group>
  );
};

/** Whose it is, on what terms, and by what right this employer uses it. */
export const LicenceSection = ({ page }: { page: InstrumentPage }) => {
  const { t } = useTranslation('instruments');
  const words = useWording();
  const { licence } = page.instrument;
  const refused = page.licence === 'refused-no' || page.licence === 'refused-unknown' ? page.licence : null;
  return (
    <Section title={t('licence.title')} aside={<LicenceStatus licence={page.licence} />}>
      <Stack>
        {refused !== null && <Notice tone="attention">{t(`licence.${refused}`)}</Notice>}
        {page.origin === 'employer' ? (
          t('licence.employer')
        ) : (
          <Facts
            items={[
              { label: t('licence.holder'), value: licence.holder },
              { label: t('licence.terms'), value: words(licence.terms) },
              { label: t('licence.commercialUse'), value: t(`licence.uses.${licence.commercialUse}`) },
              { label: t('licence.checkedOn'), value: <Day on={licence.checkedOn} /> },
              { label: t('licence.source'), value: licence.source },
            ]}
          />
        )}
        <Right page={page} />
        <RightActs page={page} />
      </Stack>
    </Section>
  );
};
