import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../ui/data-table';
import { Day } from '../ui/day';
import { notifyDone, notifyFailed } from '../ui/notify';
import { Empty } from '../ui/states';
import { today } from '../ui/today';
import { useProblemText } from '../ui/use-problem-text';
import { NextContact } from './next-contact';
import { cancelContact, holdContact, refreshCitizens } from './queries';
import type { CitizenContact } from './views';

type Act = 'hold' | 'cancel';

const Acts = ({ citizenId, contact }: { citizenId: string; contact: CitizenContact }) => {
  const { t } = useTranslation('employmentTrack');
  const client = useQueryClient();
  const words = useProblemText();
  const act = useMutation({
    mutationFn: async (which: Act): Promise<void> => {
      if (which === 'hold') await holdContact(citizenId, contact.id, today());
      else await cancelContact(citizenId, contact.id);
    },
    onSuccess: async (_, which) => {
      notifyDone(t(`contact.done.${which}`));
      await refreshCitizens(client);
    },
    onError: (error) => notifyFailed(words(error)),
  });
  if (contact.heldOn !== null) return null;
  return (
    <Group gap="xs" justify="flex-end" wrap="nowrap">
      <Button size="compact-xs" variant="default" loading={act.isPending} onClick={() => act.mutate('hold')}>
        {t('contact.heldToday')}
      </Button>
      <Button
        size="compact-xs"
        variant="subtle"
        disabled={act.isPending}
        onClick={() => act.mutate('cancel')}
      >
        {t('contact.cancel')}
      </Button>
    </Group>
  );
};

export const ContactTable = ({ citizenId, contacts }: { citizenId: string; contacts: CitizenContact[] }) => {
  const { t } = useTranslation('employmentTrack');
  const columns: Column<CitizenContact>[] = [
    { key: 'kind', head: t('contact.kind'), main: true, cell: ({ kind }) => t(`contactKinds.${kind}`) },
    {
      key: 'planned',
      head: t('contact.planned'),
      number: true,
      cell: ({ plannedOn, heldOn }) =>
        heldOn === null ? <NextContact on={plannedOn} /> : <Day on={plannedOn} />,
    },
    { key: 'held', head: t('contact.held'), number: true, cell: ({ heldOn }) => <Day on={heldOn} /> },
    { key: 'by', head: t('contact.by'), cell: ({ byName }) => byName ?? '–' },
    {
      key: 'act',
      head: t('contact.act'),
      act: true,
      cell: (contact) => <Acts citizenId={citizenId} contact={contact} />,
    },
  ];
  return (
    <DataTable
      caption={t('contact.title')}
      columns={columns}
      rows={contacts}
      rowKey={({ id }) => id}
      empty={
        <Empty title={t('contact.none')} icon="clock">
          {t('contact.noneHint')}
        </Empty>
      }
    />
  );
};
