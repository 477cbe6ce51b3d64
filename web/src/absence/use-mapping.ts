import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldFaults } from '../ui/use-field-faults';
import { codesOf, recordOfCodes } from './code-editor';
import { mapped, unmapped, type ColumnMapping } from './column-mapping';
import { importQuery, tryImport } from './import-queries';
import type { Snapshot } from './snapshot-fields';
import type { ImportView } from './views';

/** What is chosen on the way from a file to its trial. */
export const useMapping = (view: ImportView, onTried: () => void) => {
  const { t } = useTranslation('app');
  const client = useQueryClient();
  const words = useFieldFaults();
  const [mapping, setMapping] = useState<ColumnMapping>(view.mapping);
  const [codes, setCodes] = useState(codesOf(view.codes));
  const [snapshot, setSnapshot] = useState<Snapshot | null>(view.snapshotWindow);
  const [profileName, setProfileName] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = unmapped(view.targets, mapping);
  const attempt = useMutation({
    mutationFn: () =>
      tryImport(view.id, {
        mapping,
        codes: recordOfCodes(codes),
        snapshotWindow: snapshot,
        profileName: profileName.trim() === '' ? null : profileName.trim(),
      }),
    onSuccess: (next) => {
      client.setQueryData(importQuery(view.id).queryKey, next);
      onTried();
    },
  });
  const submit = (): void => {
    setAsked(true);
    if (missing.length === 0) attempt.mutate();
  };
  const choose = (field: string, header: string | undefined): void =>
    setMapping(mapped(mapping, field, header));
  const refused = words(attempt.error);
  /** What is at fault with a field: no column though one is needed, else what the server says. */
  const faultOf = (field: string): string | undefined =>
    asked && missing.includes(field) ? t('required') : refused[`mapping.${field}`];
  return {
    mapping,
    choose,
    codes,
    setCodes,
    snapshot,
    setSnapshot,
    profileName,
    setProfileName,
    faultOf,
    incomplete: asked && missing.length > 0,
    attempt,
    submit,
  };
};
