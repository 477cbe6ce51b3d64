import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../ui/confirm';
import { DataTable, type Column } from '../ui/data-table';
import { Moment } from '../ui/day';
import { PageHeader } from '../ui/page-header';
import { Section } from '../ui/section';
import { Answer, Empty, Failure } from '../ui/states';
import { Status } from '../ui/status';
import { useWord } from '../ui/use-word';
import { IssueTokenModal } from './issue-token-modal';
import { NewToken } from './new-token';
import { revokeToken, tokensQuery } from './queries';
import type { TokenMade, TokenView } from './views';

const Scopes = ({ token: { scopes } }: { token: TokenView }) => {
  const { t } = useTranslation('access');
  const word = useWord();
  if (scopes === null) return t('tokens.allScopes');
  return scopes.map((scope) => word('roles', 'permissions', scope)).join(', ');
};

const Expiry = ({ at }: { at: string }) => {
  const { t } = useTranslation('access');
  if (new Date(at) > new Date()) return <Moment at={at} />;
  return <Status tone="danger">{t('tokens.expired')}</Status>;
};

const useColumns = (revoke: (id: string) => void): Column<TokenView>[] => {
  const { t } = useTranslation('access');
  const word = useWord();
  return [
    { key: 'name', head: t('tokens.name'), main: true, cell: (token) => token.name },
    { key: 'createdAt', head: t('tokens.created'), cell: (token) => <Moment at={token.createdAt} /> },
    { key: 'lastUsedAt', head: t('tokens.lastUsed'), cell: (token) => <Moment at={token.lastUsedAt} /> },
    { key: 'role', head: t('tokens.role'), cell: (token) => word('access', 'roles', token.role) },
    { key: 'scopes', head: t('tokens.scope'), cell: (token) => <Scopes token={token} /> },
    { key: 'expiresAt', head: t('tokens.expires'), cell: (token) => <Expiry at={token.expiresAt} /> },
    {
      key: 'act',
      head: t('tokens.act'),
      act: true,
      cell: (token) => (
        <ConfirmButton
          label={t('tokens.revoke')}
          title={t('tokens.revokeTitle', { name: token.name })}
          confirmLabel={t('tokens.revoke')}
          danger
          onConfirm={() => revoke(token.id)}
        >
          {t('tokens.revokeHint')}
        </ConfirmButton>
      ),
    },
  ];
};

const TokenTable = ({ tokens }: { tokens: TokenView[] }) => {
  const { t } = useTranslation('access');
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: revokeToken,
    onSuccess: () => client.invalidateQueries({ queryKey: tokensQuery.queryKey }),
  });
  const columns = useColumns((id) => revoke.mutate(id));
  return (
    <>
      {revoke.error !== null && <Failure error={revoke.error} />}
      <DataTable
        caption={t('tokens.title')}
        columns={columns}
        rows={tokens}
        rowKey={(token) => token.id}
        empty={
          <Empty title={t('tokens.none')} icon="tokens">
            {t('tokens.noneHint')}
          </Empty>
        }
      />
    </>
  );
};

export const TokensPage = () => {
  const { t } = useTranslation('access');
  const tokens = useQuery(tokensQuery);
  const [opened, { open, close }] = useDisclosure(false);
  const [issued, setIssued] = useState<TokenMade | null>(null);
  return (
    <>
      <PageHeader
        title={t('tokens.title')}
        meta={t('tokens.intro')}
        actions={<Button onClick={open}>{t('tokens.issue')}</Button>}
      />
      {issued !== null && <NewToken token={issued} onSeen={() => setIssued(null)} />}
      <Section title={t('tokens.list')} flush>
        <Answer query={tokens}>{(list) => <TokenTable tokens={list} />}</Answer>
      </Section>
      <IssueTokenModal opened={opened} onClose={close} onMade={setIssued} />
    </>
  );
};
