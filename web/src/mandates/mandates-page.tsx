import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../ui/page-header';
import { Section, Stack } from '../ui/section';
import { Answer, Empty } from '../ui/states';
import { Status, type Tone } from '../ui/status';
import { EndMandateModal } from './end-mandate-modal';
import { GrantMandateModal } from './grant-mandate-modal';
import { MandateFacts } from './mandate-facts';
import { NarrowMandateModal } from './narrow-mandate-modal';
import { mandatesQuery } from './queries';
import type { Mandate, MandatePage } from './views';

const TONES: Record<Mandate['state'], Tone> = { 'in-force': 'calm', coming: 'attention', ended: 'quiet' };

type Step = { mandate: Mandate; act: 'narrow' | 'end' };

const MandateSection = ({ mandate, onStep }: { mandate: Mandate; onStep: (step: Step) => void }) => {
  const { t } = useTranslation('mandates');
  return (
    <Section
      title={mandate.providerName}
      aside={<Status tone={TONES[mandate.state]}>{t(`states.${mandate.state}`)}</Status>}
    >
      <MandateFacts mandate={mandate} />
      {mandate.state !== 'ended' && (
        <Group mt="md" gap="xs">
          <Button variant="default" onClick={() => onStep({ mandate, act: 'narrow' })}>
            {t('narrow')}
          </Button>
          <Button variant="default" onClick={() => onStep({ mandate, act: 'end' })}>
            {t('end')}
          </Button>
        </Group>
      )}
    </Section>
  );
};

const Mandates = ({ page }: { page: MandatePage }) => {
  const { t } = useTranslation('mandates');
  const [step, setStep] = useState<Step | null>(null);
  const close = () => setStep(null);
  const standing = page.items.filter(({ state }) => state !== 'ended');
  const ended = page.items.filter(({ state }) => state === 'ended');
  return (
    <Stack>
      {standing.length === 0 && (
        <Empty title={t('none')} icon="mandates">
          {t('noneHint')}
        </Empty>
      )}
      {[...standing, ...ended].map((mandate) => (
        <MandateSection key={mandate.id} mandate={mandate} onStep={setStep} />
      ))}
      {step?.act === 'narrow' && <NarrowMandateModal mandate={step.mandate} onClose={close} />}
      {step?.act === 'end' && <EndMandateModal mandate={step.mandate} onClose={close} />}
    </Stack>
  );
};

export const MandatesPage = () => {
  const { t } = useTranslation('mandates');
  const mandates = useQuery(mandatesQuery);
  const [opened, { open, close }] = useDisclosure(false);
  const mayGrant = mandates.data?.abilities.includes('mandate.grant') ?? false;
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={t('intro')}
        actions={mayGrant && <Button onClick={open}>{t('grant')}</Button>}
      />
      <Answer query={mandates} lines={8}>
        {(page) => <Mandates page={page} />}
      </Answer>
      {opened && <GrantMandateModal opened onClose={close} />}
    </>
  );
};
