import { Button, Group, Stack, TagsInput, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { UnitSelect } from '../organisations/unit-select';
import { Moment } from '../ui/day';
import { Facts } from '../ui/facts';
import { TextLink } from '../ui/link';
import { Notice } from '../ui/notice';
import { notifyDone } from '../ui/notify';
import { PageHeader } from '../ui/page-header';
import { Columns, Section, Stack as Sections } from '../ui/section';
import { Answer, Failure } from '../ui/states';
import { jobGroupsQuery, programmeQuery, retireProgramme, saveProgramme } from './queries';
import { added, draftsOf, editedOf, inOrder, moved, type EditedStep } from './step-drafts';
import { StepFields } from './step-fields';
import type { ProgrammeView } from './views';

const route = getRouteApi('/house/introduction-programmes/$programmeId');

const Steps = ({
  steps,
  onChange,
  mayChange,
}: {
  steps: EditedStep[];
  onChange: (steps: EditedStep[]) => void;
  mayChange: boolean;
}) => {
  const { t } = useTranslation('onboarding');
  return (
    <Stack gap="sm">
      {steps.map((step, index) => (
        <StepFields
          key={step.key}
          step={step}
          number={index + 1}
          mayChange={mayChange}
          onChange={(changed) => onChange(steps.map((one) => (one.key === changed.key ? changed : one)))}
          onMove={(by) => onChange(moved(steps, step.key, by))}
          onRemove={() => onChange(steps.filter(({ key }) => key !== step.key))}
        />
      ))}
      {mayChange && (
        <Group>
          <Button variant="default" onClick={() => onChange(added(steps))}>
            {t('programmes.add')}
          </Button>
        </Group>
      )}
    </Stack>
  );
};

const Versions = ({ view }: { view: ProgrammeView }) => {
  const { t } = useTranslation('onboarding');
  return (
    <Section title={t('programmes.versions')}>
      <Facts
        items={view.versions.map(({ version, madeAt, running }) => ({
          label: `${t('programmes.version')} ${version}`,
          value: (
            <>
              <Moment at={madeAt} /> · {t('programmes.running')}: {running}
            </>
          ),
        }))}
      />
    </Section>
  );
};

const Editor = ({ view }: { view: ProgrammeView }) => {
  const { t } = useTranslation('onboarding');
  const client = useQueryClient();
  const mayChange = view.abilities.includes('programme.change');
  const jobGroups = useQuery({ ...jobGroupsQuery, enabled: mayChange });
  const [name, setName] = useState(view.name);
  const [groups, setGroups] = useState(view.jobGroups);
  const [unitId, setUnitId] = useState(view.unitId);
  const [steps, setSteps] = useState(() => editedOf(view.steps));
  const refresh = () => client.invalidateQueries({ queryKey: ['introduction-programmes'] });
  const save = useMutation({
    mutationFn: () => saveProgramme(view.id, { name, jobGroups: groups, unitId, steps: draftsOf(steps) }),
    onSuccess: async () => {
      notifyDone(t('programmes.saved'));
      setSteps(inOrder(steps));
      await refresh();
    },
  });
  const retire = useMutation({
    mutationFn: () => retireProgramme(view.id, view.retiredAt === null),
    onSuccess: refresh,
  });
  const isWhole = name.trim() !== '' && steps.every(({ title }) => title.da.trim() !== '');
  const failure = save.error ?? retire.error;
  return (
    <>
      <PageHeader
        title={view.name}
        path={[
          <TextLink key="list" to="/introduction-programmes">
            {t('programmes.title')}
          </TextLink>,
        ]}
        meta={`${t('programmes.version')} ${view.version}`}
        actions={
          mayChange && (
            <>
              <Button variant="default" loading={retire.isPending} onClick={() => retire.mutate()}>
                {t(view.retiredAt === null ? 'programmes.retire' : 'programmes.restore')}
              </Button>
              <Button loading={save.isPending} disabled={!isWhole} onClick={() => save.mutate()}>
                {t('programmes.save')}
              </Button>
            </>
          )
        }
      />
      {failure !== null && <Failure error={failure} />}
      <Columns>
        <Section title={t('programmes.steps')}>
          <Steps steps={steps} onChange={setSteps} mayChange={mayChange} />
        </Section>
        <Sections>
          <Section title={t('programmes.tab')}>
            <Stack gap="sm">
              <TextInput
                label={t('programmes.name')}
                value={name}
                readOnly={!mayChange}
                error={name.trim() === '' ? t('programmes.nameMissing') : null}
                onChange={(event) => setName(event.currentTarget.value)}
              />
              <TagsInput
                label={t('programmes.jobGroups')}
                description={t('programmes.jobGroupsHint')}
                value={groups}
                readOnly={!mayChange}
                data={jobGroups.data?.items ?? []}
                onChange={setGroups}
              />
              <UnitSelect
                label={t('programmes.unit')}
                value={unitId ?? undefined}
                none={t('programmes.everywhere')}
                readOnly={!mayChange}
                onChange={(value) => setUnitId(value ?? null)}
              />
              {view.running > 0 && (
                <Notice tone="quiet">{t('programmes.keeps', { count: view.running })}</Notice>
              )}
            </Stack>
          </Section>
          <Versions view={view} />
        </Sections>
      </Columns>
    </>
  );
};

export const ProgrammePage = () => {
  const { programmeId } = route.useParams();
  const one = useQuery(programmeQuery(programmeId));
  return (
    <Answer query={one} lines={12} level="page">
      {(view) => <Editor key={view.id} view={view} />}
    </Answer>
  );
};
