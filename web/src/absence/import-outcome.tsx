import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useHat } from '../access/use-hat';
import { ConfirmButton } from '../ui/confirm';
import { ButtonLink } from '../ui/link';
import { Notice } from '../ui/notice';
import { Section } from '../ui/section';
import { Failure } from '../ui/states';
import { ImportCounts } from './import-counts';
import { useImportTurn } from './use-import-turn';
import type { ImportView } from './views';

const Undo = ({ view }: { view: ImportView }) => {
  const { t } = useTranslation('absence');
  const turn = useImportTurn(view.id);
  return (
    <>
      <ConfirmButton
        label={t('imports.undo')}
        title={t('imports.undoTitle')}
        confirmLabel={t('imports.undo')}
        danger
        busy={turn.isPending}
        onConfirm={() => turn.mutate('reversal')}
      >
        {t('imports.undoHint')}
      </ConfirmButton>
      {turn.error !== null && <Failure error={turn.error} />}
    </>
  );
};

/** How it ended, and the way back. */
export const ImportOutcome = ({ view, onRemap }: { view: ImportView; onRemap: () => void }) => {
  const { t } = useTranslation('absence');
  const { role } = useHat();
  const may = (ability: string): boolean => view.abilities.includes(ability);
  const applied = view.state === 'applied';
  return (
    <Section title={t(`imports.states.${view.state}`)}>
      {view.problem !== null && <Notice tone="danger">{view.problem.detail}</Notice>}
      {view.counts !== null && applied && <ImportCounts counts={view.counts} />}
      <Group gap="xs" mt="md">
        {applied && role === 'hr-manager' && (
          <ButtonLink to="/overview">{t('imports.toOverview')}</ButtonLink>
        )}
        {may('import.map') && <Button onClick={onRemap}>{t('imports.remap')}</Button>}
        <ButtonLink variant="default" to="/imports/new">
          {t('imports.another')}
        </ButtonLink>
        {may('import.reverse') && <Undo view={view} />}
      </Group>
    </Section>
  );
};
