import { Button, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/notice';
import { Section } from '../ui/section';
import { Failure } from '../ui/states';
import styles from './import-mapping.module.css';
import { MappingRow } from './mapping-row';
import { importQuery, mapImport, profilesQuery, type Mapping } from './queries';
import type { ImportView } from './views';

type Columns = Record<string, string>;

const without = (mapping: Columns, field: string): Columns =>
  Object.fromEntries(Object.entries(mapping).filter(([key]) => key !== field));

const missingFields = (view: ImportView, mapping: Columns): string[] =>
  view.targets
    .filter(({ field, required }) => required && mapping[field] === undefined)
    .map(({ field }) => field);

const ProfileChoice = ({ view, onChoose }: { view: ImportView; onChoose: (mapping: Columns) => void }) => {
  const { t } = useTranslation('absence');
  const profiles = useQuery(profilesQuery);
  const fitting = (profiles.data?.items ?? []).filter(({ kind }) => kind === view.kind);
  if (fitting.length === 0) return null;
  return (
    <Select
      label={t('imports.useProfile')}
      placeholder={t('imports.chooseProfile')}
      mb="md"
      maw={360}
      data={fitting.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(id) => onChoose(fitting.find((profile) => profile.id === id)?.mapping ?? {})}
    />
  );
};

const useMapping = (view: ImportView) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (mapping: Mapping) => mapImport(view.id, mapping),
    onSuccess: (next) => client.setQueryData(importQuery(view.id).queryKey, next),
  });
};

/** Which column holds what: guessed from the headers, corrected here, remembered under a name. */
export const ImportMapping = ({ view }: { view: ImportView }) => {
  const { t } = useTranslation(['absence', 'app']);
  const [mapping, setMapping] = useState<Columns>(view.mapping);
  const [profileName, setProfileName] = useState('');
  const [tried, setTried] = useState(false);
  const map = useMapping(view);
  const missing = missingFields(view, mapping);
  const submit = (): void => {
    setTried(true);
    const name = profileName.trim();
    if (missing.length === 0) map.mutate({ mapping, profileName: name === '' ? null : name });
  };
  return (
    <Section
      title={t('absence:imports.steps.columns')}
      aside={t('absence:imports.readAs', { encoding: view.encoding })}
    >
      {map.error !== null && <Failure error={map.error} />}
      <ProfileChoice view={view} onChoose={setMapping} />
      <div className={styles.rows}>
        {view.targets.map((target) => (
          <MappingRow
            key={target.field}
            target={target}
            columns={view.columns}
            header={mapping[target.field]}
            guessed={
              view.guessed.includes(target.field) && mapping[target.field] === view.mapping[target.field]
            }
            error={tried && missing.includes(target.field) ? t('app:required') : undefined}
            onChange={(header) =>
              setMapping(
                header === undefined
                  ? without(mapping, target.field)
                  : { ...mapping, [target.field]: header },
              )
            }
          />
        ))}
      </div>
      <div className={styles.tools}>
        <TextInput
          label={t('absence:imports.saveProfile')}
          description={t('absence:imports.saveProfileHint')}
          maxLength={80}
          value={profileName}
          onChange={(event) => setProfileName(event.currentTarget.value)}
        />
        <Button loading={map.isPending} onClick={submit}>
          {t('absence:imports.try')}
        </Button>
      </div>
      {tried && missing.length > 0 && <Notice tone="attention">{t('absence:imports.missingColumns')}</Notice>}
    </Section>
  );
};
