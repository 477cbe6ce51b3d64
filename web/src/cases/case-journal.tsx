import { Button, Stack as Column, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { PlaceHoldModal } from '../privacy/place-hold-modal';
import { Moment } from '../ui/day';
import { Facts } from '../ui/facts';
import { saveFile } from '../ui/save-file';
import { Section } from '../ui/section';
import { Answer, Failure } from '../ui/states';
import { acknowledgeJournal, exportJournal, journalQuery } from './queries';
import type { JournalView } from './views';

/** The document and, beside it, what a records system needs to file it. */
const useExport = (caseId: string) => {
  const { t } = useTranslation('cases');
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => exportJournal(caseId),
    onSuccess: async (paper) => {
      saveFile(paper, t('journal.file'));
      await client.invalidateQueries({ queryKey: journalQuery(caseId).queryKey });
      const metadata = await client.fetchQuery(journalQuery(caseId));
      saveFile(
        new Blob([JSON.stringify(metadata, null, 2)], { type: 'application/json' }),
        t('journal.metadata'),
      );
    },
  });
};

/** The number of the document that is shown here as handed over; a newer one, made elsewhere, is refused. */
const NumberForm = ({ caseId, documentSha256 }: { caseId: string; documentSha256: string }) => {
  const { t } = useTranslation('cases');
  const client = useQueryClient();
  const form = useForm({
    initialValues: { journalNumber: '' },
    validate: { journalNumber: (text) => (text.trim() === '' ? t('journal.missing') : null) },
  });
  const save = useMutation({
    mutationFn: ({ journalNumber }: { journalNumber: string }) =>
      acknowledgeJournal(caseId, { journalNumber, documentSha256 }),
    onSettled: () => client.invalidateQueries({ queryKey: journalQuery(caseId).queryKey }),
  });
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))} noValidate>
      <Column gap="xs" mt="md" align="flex-start">
        {save.error !== null && <Failure error={save.error} />}
        <TextInput
          label={t('journal.number')}
          description={t('journal.numberHint')}
          maxLength={100}
          {...form.getInputProps('journalNumber')}
        />
        <Button type="submit" variant="default" loading={save.isPending}>
          {t('journal.save')}
        </Button>
      </Column>
    </form>
  );
};

const HoldCase = ({ caseId }: { caseId: string }) => {
  const { t } = useTranslation('privacy');
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <Button variant="default" mt="md" ml="xs" onClick={open}>
        {t('person.hold')}
      </Button>
      {opened && <PlaceHoldModal about={{ caseId }} onClose={close} />}
    </>
  );
};

const Journal = ({ journal }: { journal: JournalView }) => {
  const { t } = useTranslation('cases');
  const { caseId, exportedAt, documentSha256, journalNumber, acknowledgedAt, required } = journal;
  const paper = useExport(caseId);
  const facts = [
    {
      label: t('journal.exported'),
      value: exportedAt === null ? t('journal.never') : <Moment at={exportedAt} />,
    },
    { label: t('journal.number'), value: journalNumber ?? t('journal.never') },
    {
      label: t('journal.acknowledged'),
      value: acknowledgedAt === null ? t('journal.never') : <Moment at={acknowledgedAt} />,
    },
  ];
  return (
    <>
      <p>{required ? t('journal.intro') : t('journal.notNeeded')}</p>
      <Facts items={facts} />
      {paper.error !== null && <Failure error={paper.error} />}
      <Button variant="default" mt="md" loading={paper.isPending} onClick={() => paper.mutate()}>
        {t('journal.export')}
      </Button>
      <HoldCase caseId={caseId} />
      {documentSha256 !== null && acknowledgedAt === null && (
        <NumberForm key={documentSha256} caseId={caseId} documentSha256={documentSha256} />
      )}
    </>
  );
};

/** Handing a closed case over to the employer's own records; for its human resources. */
export const CaseJournal = ({ caseId }: { caseId: string }) => {
  const { t } = useTranslation('cases');
  const journal = useQuery(journalQuery(caseId));
  return (
    <Section title={t('journal.title')}>
      <Answer query={journal}>{(view) => <Journal journal={view} />}</Answer>
    </Section>
  );
};
