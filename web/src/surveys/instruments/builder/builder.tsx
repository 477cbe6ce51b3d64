import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useBlocker, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../../ui/confirm';
import { TextLink } from '../../../ui/link';
import { notifyDone } from '../../../ui/notify';
import { PageHeader } from '../../../ui/page-header';
import { Section, Stack } from '../../../ui/section';
import { Failure } from '../../../ui/states';
import { Preview } from '../preview';
import { discardDraft, instrumentQuery, publishDraft, saveDraft } from '../queries';
import { useInstrumentStep } from '../use-instrument-step';
import { useWording } from '../use-wording';
import type { Definition, Draft, InstrumentPage } from '../views';
import { FaultList } from './fault-list';
import { QuestionsSection } from './questions-section';
import { ScalesEditor } from './scales-editor';
import { WholeSection } from './whole-section';

const definitionOf = ({ name, introduction, items, scales, pages }: Definition): Definition => ({
  name,
  introduction,
  items,
  scales,
  pages,
});

const useDraft = (id: string, draft: Draft) => {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [definition, setDefinition] = useState(() => definitionOf(draft.definition));
  const [kept, setKept] = useState(definition);
  const save = useMutation({
    mutationFn: () => saveDraft(id, draft.revision, definition),
    onSuccess: (page) => {
      setKept(definition);
      client.setQueryData(instrumentQuery(id).queryKey, page);
      notifyDone(t('saved'));
    },
  });
  return { definition, setDefinition, save, unsaved: kept !== definition };
};

const useEnds = (id: string) => {
  const navigate = useNavigate();
  const publish = useInstrumentStep(
    () => publishDraft(id),
    () => void navigate({ to: '/instruments/$instrumentId', params: { instrumentId: id } }),
  );
  const discard = useInstrumentStep(
    () => discardDraft(id),
    () => void navigate({ to: '/instruments' }),
  );
  return { publish, discard };
};

/** A draft being written: saved as often as wanted, asked of nobody before it is published. */
export const Builder = ({ page, draft }: { page: InstrumentPage; draft: Draft }) => {
  const { t } = useTranslation('instruments');
  const words = useWording();
  const { definition, setDefinition, save, unsaved } = useDraft(page.id, draft);
  const { publish, discard } = useEnds(page.id);
  const [shown, setShown] = useState(false);
  // Leaving with something unsaved is asked about once.
  useBlocker({
    shouldBlockFn: () => unsaved && !discard.isPending && !window.confirm(t('builder.leave')),
    enableBeforeUnload: unsaved,
  });
  const ready = !unsaved && draft.faults.length === 0;
  return (
    <>
      <PageHeader
        title={words(definition.name) || t('unnamed')}
        path={[
          <TextLink key="all" to="/instruments">
            {t('title')}
          </TextLink>,
        ]}
        meta={t('builder.meta', { version: draft.version })}
        actions={
          <Group gap="xs">
            <ConfirmButton
              label={t('builder.discard')}
              title={t('builder.discard')}
              confirmLabel={t('builder.discard')}
              danger
              onConfirm={() => discard.mutate()}
            >
              {t('builder.discardHint')}
            </ConfirmButton>
            <Button variant="default" onClick={() => setShown(!shown)} aria-expanded={shown}>
              {t(shown ? 'preview.hide' : 'preview.show')}
            </Button>
            <Button
              variant="default"
              loading={save.isPending}
              disabled={!unsaved}
              onClick={() => save.mutate()}
            >
              {t('builder.save')}
            </Button>
            <Button loading={publish.isPending} disabled={!ready} onClick={() => publish.mutate()}>
              {t('builder.publish')}
            </Button>
          </Group>
        }
      />
      <Stack>
        {save.error !== null && <Failure error={save.error} />}
        {shown && (
          <Section title={t('preview.title')}>
            <Preview key={JSON.stringify(definition)} instrument={{ ...draft.definition, ...definition }} />
          </Section>
        )}
        <FaultList faults={draft.faults} unsaved={unsaved} />
        <WholeSection draft={definition} onChange={setDefinition} />
        <QuestionsSection draft={definition} advice={draft.advice} onChange={setDefinition} />
        <ScalesEditor draft={definition} onChange={setDefinition} />
      </Stack>
    </>
  );
};
