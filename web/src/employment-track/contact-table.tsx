import { Button, Group } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Column } from '../ui/data-table';
import { Day } from '../ui/day';
import { notifyDone, notifyFailed } from '../ui/notify';
import { PagedTable } from '../ui/paged-table';
import { Empty } from '../ui/states';
import { today } from '../ui/today';
import { useProblemText } from '../ui/use-problem-text';
import { NextContact } from './next-contact';
import { cancelContact, contactsQuery, holdContact, refreshCitizens } from './queries';
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

type Props = { citizenId: string; page: number; onPage: (page: number) => void };

/** Contacts page by page: those to come and overdue first, then the latest held. */
export const ContactTable = ({ citizenId, page, onPage }: Props) => {
  const { t } = useTranslation('employmentTrack');
  const contacts = useQuery(contactsQuery(citizenId, page));
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
    <PagedTable
      caption={t('contact.title')}
      query={contacts}
      columns={columns}
      onPage={onPage}
      onPhone="dense"
      rowKey={({ id }) => id}
      empty={
        <Empty title={t('contact.none')} icon="clock">
          {t('contact.noneHint')}
        </Empty>
      }
    />
  );
};
