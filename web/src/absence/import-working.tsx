import { useTranslation } from 'react-i18next';
import { Progress } from '../ui/progress';
import { Section } from '../ui/section';
import { Failure } from '../ui/states';
import { useFormat } from '../ui/use-format';
import type { ImportView } from './views';
import { useImportTurn } from './use-import-turn';

const shareOf = ({ progress }: ImportView): number | null =>
  progress === null || progress.total === 0 ? null : Math.min(1, progress.done / progress.total);

/** While the server works: the page may be left, the work goes on. */
export const ImportWorking = ({ view }: { view: ImportView }) => {
  const { t } = useTranslation('absence');
  const format = useFormat();
  const turn = useImportTurn(view.id);
  const mayCancel = view.abilities.includes('import.cancel');
  return (
    <Section title={t(`imports.states.${view.state}`)}>
      {turn.error !== null && <Failure error={turn.error} />}
      <Progress
        label={t('imports.working')}
        share={shareOf(view)}
        detail={view.rows === null ? '' : t('imports.rowsRead', { rows: format.number(view.rows) })}
        {...(mayCancel
          ? { onCancel: () => turn.mutate('cancellation'), cancelLabel: t('imports.cancel') }
          : {})}
      />
    </Section>
  );
};
