import { Button, Group } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../ui/confirm';
import { DataTable, type Column } from '../../ui/data-table';
import { Moment } from '../../ui/day';
import { notifyDone } from '../../ui/notify';
import { Empty, Failure } from '../../ui/states';
import { useWord } from '../../ui/use-word';
import type { Invitation } from '../views';

/** What may be done with an open invitation, and where it is listed. */
export type InvitationActs = {
  list: readonly string[];
  mailAgain: (id: string) => Promise<unknown>;
  withdraw: (id: string) => Promise<unknown>;
};

const Acts = ({ invitation, acts }: { invitation: Invitation; acts: InvitationActs }) => {
  const { t } = useTranslation('users');
  const client = useQueryClient();
  const onSuccess = () => client.invalidateQueries({ queryKey: acts.list });
  const again = useMutation({
    mutationFn: acts.mailAgain,
    onSuccess: () => {
      notifyDone(t('sent'));
      return onSuccess();
    },
  });
  const back = useMutation({ mutationFn: acts.withdraw, onSuccess });
  const failure = again.error ?? back.error;
  return (
    <Group gap="xs" wrap="nowrap">
      {failure !== null && <Failure error={failure} />}
      <Button variant="default" loading={again.isPending} onClick={() => again.mutate(invitation.id)}>
        {t('again')}
      </Button>
      <ConfirmButton
        label={t('withdraw')}
        title={t('withdrawTitle')}
        confirmLabel={t('withdraw')}
        danger
        onConfirm={() => back.mutate(invitation.id)}
      >
        {t('withdrawHint')}
      </ConfirmButton>
    </Group>
  );
};

type Props = { invitations: Invitation[]; acts: InvitationActs };

export const InvitationsTable = ({ invitations, acts }: Props) => {
  const { t } = useTranslation('users');
  const word = useWord();
  const columns: Column<Invitation>[] = [
    { key: 'name', head: t('name'), main: true, cell: (one) => one.name },
    { key: 'email', head: t('email'), cell: (one) => one.email },
    { key: 'role', head: t('role'), cell: (one) => word('access', 'roles', one.role) },
    { key: 'invitedAt', head: t('invitedAt'), cell: (one) => <Moment at={one.invitedAt} /> },
    { key: 'expiresAt', head: t('expires'), cell: (one) => <Moment at={one.expiresAt} /> },
    { key: 'act', head: t('act'), act: true, cell: (one) => <Acts invitation={one} acts={acts} /> },
  ];
  return (
    <DataTable
      caption={t('open')}
      columns={columns}
      rows={invitations}
      rowKey={(one) => one.id}
      empty={<Empty title={t('noneOpen')} />}
    />
  );
};
