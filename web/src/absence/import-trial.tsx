import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from '../ui/section';
import { Failure } from '../ui/states';
import { ImportCounts } from './import-counts';
import { useImportTurn } from './use-import-turn';
import type { ImportView } from './views';

/** What would happen, before anything does. */
export const ImportTrial = ({ view, onRemap }: { view: ImportView; onRemap: () => void }) => {
  const { t } = useTranslation('absence');
  const turn = useImportTurn(view.id);
  const may = (ability: string): boolean => view.abilities.includes(ability);
  return (
    <Section title={t('imports.trialTitle')}>
      {turn.error !== null && <Failure error={turn.error} />}
      {view.counts !== null && <ImportCounts counts={view.counts} />}
      <p>{t('imports.trialHint')}</p>
      <Group gap="xs">
        {may('import.confirm') && (
          <Button loading={turn.isPending} onClick={() => turn.mutate('confirmation')}>
            {t('imports.confirm')}
          </Button>
        )}
        {may('import.map') && (
          <Button variant="default" disabled={turn.isPending} onClick={onRemap}>
            {t('imports.remap')}
          </Button>
        )}
        {may('import.cancel') && (
          <Button variant="default" disabled={turn.isPending} onClick={() => turn.mutate('cancellation')}>
            {t('imports.cancel')}
          </Button>
        )}
      </Group>
    </Section>
  );
};
