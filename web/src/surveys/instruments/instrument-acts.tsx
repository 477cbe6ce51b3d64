import { Button, Group } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../ui/confirm';
import { ButtonLink } from '../../ui/link';
import { restoreInstrument, retireInstrument, reviseInstrument, startInstrument } from './queries';
import { useInstrumentStep } from './use-instrument-step';
import type { InstrumentPage } from './views';

const Retirement = ({ page }: { page: InstrumentPage }) => {
  const { t } = useTranslation('instruments');
  const retire = useInstrumentStep(() => retireInstrument(page.id));
  const restore = useInstrumentStep(() => restoreInstrument(page.id));
  if (page.retired)
    return (
      <Button variant="default" loading={restore.isPending} onClick={() => restore.mutate()}>
        {t('acts.restore')}
      </Button>
    );
  return (
    <ConfirmButton
      label={t('acts.retire')}
      title={t('acts.retire')}
      confirmLabel={t('acts.retire')}
      busy={retire.isPending}
      onConfirm={() => retire.mutate()}
    >
      {t('acts.retireHint')}
    </ConfirmButton>
  );
};

/** What may be done with it: copy, fill in, revise, take out of use. */
export const InstrumentActs = ({ page }: { page: InstrumentPage }) => {
  const { t } = useTranslation('instruments');
  const navigate = useNavigate();
  const write = (id: string) =>
    void navigate({ to: '/instruments/$instrumentId/draft', params: { instrumentId: id } });
  const copy = useInstrumentStep(
    () => startInstrument(page.id),
    ({ id }) => write(id),
  );
  const revise = useInstrumentStep(
    () => reviseInstrument(page.id),
    () => write(page.id),
  );
  if (!page.abilities.includes('instrument.write')) return null;
  const stored = page.draft !== null || page.versions.length > 0;
  const mayBegin = page.licence === 'free' || page.licence === 'own-right';
  return (
    <Group gap="xs">
      {page.versions.length > 0 && <Retirement page={page} />}
      {page.draft !== null && (
        <ButtonLink to="/instruments/$instrumentId/draft" params={{ instrumentId: page.id }}>
          {t('acts.edit')}
        </ButtonLink>
      )}
      {page.draft === null && stored && (
        <Button loading={revise.isPending} onClick={() => revise.mutate()}>
          {t('acts.revise')}
        </Button>
      )}
      {mayBegin && (page.standard === null || !stored) && (
        <Button
          variant={page.standard === null ? 'default' : 'filled'}
          loading={copy.isPending}
          onClick={() => copy.mutate()}
        >
          {t(page.standard === null ? 'acts.copy' : 'acts.fill')}
        </Button>
      )}
    </Group>
  );
};
