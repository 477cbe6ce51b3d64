import { Button, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/notice';
import { Section, Stack } from '../ui/section';
import { Failure } from '../ui/states';
import { CodeEditor } from './code-editor';
import styles from './import-mapping.module.css';
import { ImportPreview } from './import-preview';
import { MappingRow } from './mapping-row';
import { SnapshotFields } from './snapshot-fields';
import { useMapping } from './use-mapping';
import type { ImportView } from './views';

type Props = { view: ImportView; onTried: () => void };
type Mapping = ReturnType<typeof useMapping>;

const Rows = ({ view, state }: { view: ImportView; state: Mapping }) => {
  return (
    <div className={styles.rows}>
      {view.targets.map((target) => {
        const header = state.mapping[target.field];
        return (
          <MappingRow
            key={target.field}
            target={target}
            columns={view.columns}
            header={header}
            guessed={view.guessed.includes(target.field) && header === view.mapping[target.field]}
            error={state.faultOf(target.field)}
            onChange={(next) => state.choose(target.field, next)}
          />
        );
      })}
    </div>
  );
};

const Submit = ({ state }: { state: Mapping }) => {
  const { t } = useTranslation('absence');
  return (
    <>
      <div className={styles.tools}>
        <TextInput
          label={t('imports.saveProfile')}
          description={t('imports.saveProfileHint')}
          maxLength={80}
          value={state.profileName}
          onChange={(event) => state.setProfileName(event.currentTarget.value)}
        />
        <Button loading={state.attempt.isPending} onClick={state.submit}>
          {t('imports.try')}
        </Button>
      </div>
      {state.incomplete && (
        <div className={styles.missing} role="alert">
          <Notice tone="attention">{t('imports.missingColumns')}</Notice>
        </div>
      )}
    </>
  );
};

/** Which column holds what: guessed from the headers, corrected here, remembered under a name. */
export const ImportMapping = ({ view, onTried }: Props) => {
  const { t } = useTranslation('absence');
  const state = useMapping(view, onTried);
  const suggestion = { from: `${view.dataAsOf.slice(0, 7)}-01`, to: view.dataAsOf };
  return (
    <Stack>
      <Section title={t('imports.steps.columns')} aside={t('imports.readAs', { encoding: view.encoding })}>
        {state.attempt.error !== null && <Failure error={state.attempt.error} />}
        <Rows view={view} state={state} />
        {view.kind === 'absences' && (
          <>
            <CodeEditor codes={state.codes} onChange={state.setCodes} />
            <SnapshotFields snapshot={state.snapshot} suggestion={suggestion} onChange={state.setSnapshot} />
          </>
        )}
        <Submit state={state} />
      </Section>
      {view.columns.some(({ samples }) => samples.length > 0) && <ImportPreview importId={view.id} />}
    </Stack>
  );
};
