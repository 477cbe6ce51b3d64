import { Button, Select } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../ui/data-table';
import { FormModal } from '../ui/form-modal';
import { TextLink } from '../ui/link';
import { PageHeader } from '../ui/page-header';
import { Section } from '../ui/section';
import { Answer, Empty } from '../ui/states';
import { Status } from '../ui/status';
import { makeProgramme, programmesQuery, templatesQuery } from './queries';
import { useWording } from './use-wording';
import type { ProgrammeRow } from './views';

const BLANK = 'blank';

const NewProgramme = ({ opened, onClose }: { opened: boolean; onClose: () => void }) => {
  const { t } = useTranslation('onboarding');
  const wording = useWording();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<string>(BLANK);
  const templates = useQuery({ ...templatesQuery, enabled: opened });
  const items = templates.data?.items ?? [];
  const make = useMutation({
    mutationFn: () => {
      const template = items.find(({ id }) => id === chosen);
      return makeProgramme({
        name: template === undefined ? t('programmes.new') : wording(template.name),
        jobGroups: template?.jobGroups ?? [],
        unitId: null,
        steps: template?.steps ?? [],
      });
    },
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['introduction-programmes'] });
      await navigate({ to: '/introduction-programmes/$programmeId', params: { programmeId: id } });
    },
  });
  return (
    <FormModal
      opened={opened}
      title={t('programmes.new')}
      submitLabel={t('programmes.make')}
      busy={make.isPending}
      error={make.error ?? templates.error}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate();
      }}
    >
      <Select
        label={t('programmes.fromTemplate')}
        value={chosen}
        data={[
          { value: BLANK, label: t('programmes.blank') },
          ...items.map(({ id, name }) => ({ value: id, label: wording(name) })),
        ]}
        onChange={(value) => setChosen(value ?? BLANK)}
      />
    </FormModal>
  );
};

const useColumns = (): Column<ProgrammeRow>[] => {
  const { t } = useTranslation('onboarding');
  return [
    {
      key: 'name',
      head: t('programmes.name'),
      main: true,
      cell: (row) => (
        <TextLink to="/introduction-programmes/$programmeId" params={{ programmeId: row.id }}>
          {row.name}
        </TextLink>
      ),
    },
    { key: 'unit', head: t('programmes.unit'), cell: (row) => row.unitName ?? t('programmes.everywhere') },
    {
      key: 'jobGroups',
      head: t('programmes.jobGroups'),
      cell: (row) => (row.jobGroups.length === 0 ? t('programmes.everybody') : row.jobGroups.join(', ')),
    },
    { key: 'steps', head: t('programmes.steps'), number: true, cell: (row) => row.stepCount },
    { key: 'version', head: t('programmes.version'), number: true, cell: (row) => row.version },
    { key: 'running', head: t('programmes.running'), number: true, cell: (row) => row.running },
    {
      key: 'state',
      head: t('columns.state'),
      cell: ({ retiredAt }) => (
        <Status tone={retiredAt === null ? 'calm' : 'quiet'}>
          {t(retiredAt === null ? 'programmes.inUse' : 'programmes.retired')}
        </Status>
      ),
    },
  ];
};

export const ProgrammesPage = () => {
  const { t } = useTranslation('onboarding');
  const programmes = useQuery(programmesQuery);
  const columns = useColumns();
  const [making, setMaking] = useState(false);
  const mayChange = programmes.data?.abilities.includes('programme.change') === true;
  return (
    <>
      <PageHeader
        title={t('programmes.title')}
        meta={t('programmes.intro')}
        path={[
          <TextLink key="list" to="/introductions">
            {t('title')}
          </TextLink>,
        ]}
        actions={mayChange && <Button onClick={() => setMaking(true)}>{t('programmes.new')}</Button>}
      />
      <Section title={t('programmes.list')} flush>
        <Answer query={programmes} lines={6}>
          {({ items }) => (
            <DataTable
              caption={t('programmes.title')}
              columns={columns}
              rows={items}
              rowKey={(row) => row.id}
              empty={
                <Empty title={t('programmes.none')} icon="introductions">
                  {t('programmes.noneHint')}
                </Empty>
              }
            />
          )}
        </Answer>
      </Section>
      <NewProgramme opened={making} onClose={() => setMaking(false)} />
    </>
  );
};
