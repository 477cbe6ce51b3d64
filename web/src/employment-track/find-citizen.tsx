import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../api/problem';
import { useProblemText } from '../ui/use-problem-text';
import styles from './citizens-page.module.css';
import { findCitizen } from './queries';

/** From a case number to its citizen; the number stands in no address. */
export const FindCitizen = () => {
  const { t } = useTranslation('employmentTrack');
  const words = useProblemText();
  const [caseNumber, setCaseNumber] = useState('');
  const navigate = useNavigate();
  const find = useMutation({
    mutationFn: findCitizen,
    onSuccess: ({ id }) =>
      void navigate({ to: '/employment-track/citizens/$citizenId', params: { citizenId: id } }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (caseNumber.trim() !== '') find.mutate(caseNumber.trim());
  };
  const unknown = find.error !== null && problemOf(find.error).status === 404;
  return (
    <form className={`${styles.find} no-print`} onSubmit={submit} noValidate>
      <TextInput
        label={t('find.label')}
        maxLength={60}
        autoComplete="off"
        value={caseNumber}
        error={find.error === null ? null : unknown ? t('find.unknown') : words(find.error)}
        onChange={(event) => {
          find.reset();
          setCaseNumber(event.currentTarget.value);
        }}
      />
      <Button type="submit" variant="default" loading={find.isPending}>
        {t('find.go')}
      </Button>
    </form>
  );
};
