import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../ui/confirm';
import { ButtonLink } from '../ui/link';
import { Notice } from '../ui/notice';
import { Section } from '../ui/section';
import { Failure } from '../ui/states';
import { useWord } from '../ui/use-word';
import { ImportCounts } from './import-counts';
import { useImportTurn } from './use-import-turn';
import type { ImportView } from './views';

/** How it ended, and the way back. */
export const ImportOutcome = ({ view }: { view: ImportView }) => {
  const { t } = useTranslation('absence');
  const word = useWord();
  const turn = useImportTurn(view.id);
  return (
    <Section title={t(`imports.states.${view.state}`)}>
      {turn.error !== null && <Failure error={turn.error} />}
      {view.problem !== null && (
        <Notice tone="danger" title={word('absence', 'codes', view.problem.code)}>
          {view.problem.detail}
        </Notice>
      )}
      {view.counts !== null && view.state !== 'cancelled' && <ImportCounts counts={view.counts} />}
      <Group gap="xs" mt="md">
        <ButtonLink to="/overview">{t('imports.toOverview')}</ButtonLink>
        <ButtonLink variant="default" to="/imports/new">
          {t('imports.another')}
        </ButtonLink>
        {view.abilities.includes('import.reverse') && (
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
        )}
      </Group>
    </Section>
  );
};
