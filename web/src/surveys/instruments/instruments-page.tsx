import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../ui/data-table';
import { TextLink } from '../../ui/link';
import { PageHeader } from '../../ui/page-header';
import { Section, Stack } from '../../ui/section';
import { Answer, Empty } from '../../ui/states';
import { Status } from '../../ui/status';
import { LicenceStatus } from './licence-status';
import { instrumentsQuery, startInstrument } from './queries';
import { useInstrumentStep } from './use-instrument-step';
import { useWording } from './use-wording';
import type { InstrumentRow } from './views';

const ORIGINS = ['ours', 'employer', 'standard'] as const satisfies readonly InstrumentRow['origin'][];

const Use = ({ row }: { row: InstrumentRow }) => {
  const { t } = useTranslation('instruments');
  if (row.retired) return <Status tone="quiet">{t('states.retired')}</Status>;
  if (row.usable) return <Status tone="calm">{t('states.usable')}</Status>;
  return row.hasDraft && <Status tone="attention">{t('states.draft')}</Status>;
};

/** Whether it can be asked; of what belongs to others also by which right. */
const StateOf = ({ row }: { row: InstrumentRow }) => (
  <Group gap="xs">
    <Use row={row} />
    {row.origin === 'standard' && <LicenceStatus licence={row.licence} />}
  </Group>
);

const useColumns = (): Column<InstrumentRow>[] => {
  const { t } = useTranslation('instruments');
  const words = useWording();
  return [
    {
      key: 'name',
      head: t('columns.name'),
      main: true,
      cell: (row) => (
        <TextLink to="/instruments/$instrumentId" params={{ instrumentId: row.id }}>
          {words(row.name) || t('unnamed')}
        </TextLink>
      ),
    },
    { key: 'items', head: t('columns.items'), number: true, cell: (row) => row.itemCount || '–' },
    {
      key: 'minutes',
      head: t('columns.minutes'),
      number: true,
      cell: (row) => (row.itemCount ? row.minutes : '–'),
    },
    { key: 'version', head: t('columns.version'), number: true, cell: (row) => row.version ?? '–' },
    { key: 'state', head: t('columns.state'), cell: (row) => <StateOf row={row} /> },
  ];
};

const StartButton = () => {
  const { t } = useTranslation('instruments');
  const navigate = useNavigate();
  const start = useInstrumentStep(
    () => startInstrument(),
    ({ id }) => void navigate({ to: '/instruments/$instrumentId/draft', params: { instrumentId: id } }),
  );
  return (
    <Button loading={start.isPending} onClick={() => start.mutate()}>
      {t('start')}
    </Button>
  );
};

/** What employees may be asked: ours, the employer's own, and the standards that belong to others. */
export const InstrumentsPage = () => {
  const { t } = useTranslation('instruments');
  const columns = useColumns();
  const instruments = useQuery(instrumentsQuery);
  const mayWrite = instruments.data?.abilities.includes('instrument.write') ?? false;
  return (
    <>
      <PageHeader title={t('title')} meta={t('intro')} actions={mayWrite && <StartButton />} />
      <Answer query={instruments} lines={10}>
        {({ items }) => (
          <Stack>
            {ORIGINS.map((origin) => (
              <Section key={origin} title={t(`origins.${origin}`)} flush>
                <DataTable
                  caption={t(`origins.${origin}`)}
                  columns={columns}
                  rows={items.filter((row) => row.origin === origin)}
                  rowKey={(row) => row.id}
                  empty={<Empty title={t('none')}>{t('noneHint')}</Empty>}
                />
              </Section>
            ))}
          </Stack>
        )}
      </Answer>
    </>
  );
};
