import { Button, CopyButton, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Views } from '../api/client';
import { QrCode } from '../access/account/qr-code';
import { Day } from '../ui/day';
import { Dialog } from '../ui/dialog';
import { Section } from '../ui/section';
import { makeLink, removeLinks } from './queries';
import styles from './step-timeline.module.css';
import { useAct } from './use-act';
import type { JourneyView, LinkHolder } from './views';

type Made = Views['LinkMadeView'];

const NewLink = ({ made }: { made: Made }) => {
  const { t } = useTranslation(['onboarding', 'app']);
  return (
    <Stack gap="sm">
      <Text size="sm">{t('links.once')}</Text>
      <QrCode text={made.link} label={t('links.qr')} />
      <TextInput label={t('links.address')} value={made.link} readOnly />
      <CopyButton value={made.link}>
        {({ copied, copy }) => (
          <Button variant="default" onClick={copy}>
            {t(copied ? 'app:copied' : 'app:copy')}
          </Button>
        )}
      </CopyButton>
      <Text size="sm" c="dimmed">
        {t('links.until')} <Day on={made.expiresOn} />
      </Text>
    </Stack>
  );
};

const HOLDERS = ['employee', 'buddy'] as const satisfies readonly LinkHolder[];

/** The ways in of those without a login. */
export const LinksSection = ({ view }: { view: JourneyView }) => {
  const { t } = useTranslation('onboarding');
  const [made, setMade] = useState<Made | null>(null);
  const make = useAct(async (holder: LinkHolder) => setMade(await makeLink(view.id, holder)));
  const remove = useAct(() => removeLinks(view.id));
  if (!view.abilities.includes('introduction.work') || view.state === 'ended' || view.state === 'lapsed')
    return null;
  return (
    <Section title={t('links.title')}>
      <Text size="sm">{t('links.intro')}</Text>
      {view.links.map(({ holder, expiresOn }) => (
        <Text key={holder} size="sm" c="dimmed">
          {t(`links.has.${holder}`)} <Day on={expiresOn} />
        </Text>
      ))}
      <div className={`${styles.acts} no-print`}>
        {HOLDERS.filter((holder) => holder === 'employee' || view.buddy !== null).map((holder) => (
          <Button
            key={holder}
            size="compact-sm"
            variant="default"
            loading={make.isPending}
            onClick={() => make.mutate(holder)}
          >
            {t(`links.make.${holder}`)}
          </Button>
        ))}
        {view.links.length > 0 && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray.7"
            loading={remove.isPending}
            onClick={() => remove.mutate(undefined)}
          >
            {t('links.remove')}
          </Button>
        )}
      </div>
      <Dialog opened={made !== null} onClose={() => setMade(null)} title={t('links.new')}>
        {made !== null && <NewLink made={made} />}
      </Dialog>
    </Section>
  );
};
