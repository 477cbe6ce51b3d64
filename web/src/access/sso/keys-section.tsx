import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../ui/confirm';
import { DataTable, type Column } from '../../ui/data-table';
import { Moment } from '../../ui/day';
import { saveFile } from '../../ui/save-file';
import { Section } from '../../ui/section';
import { Answer, Empty, Failure } from '../../ui/states';
import { Status } from '../../ui/status';
import type { SamlKey } from '../views';
import { BringKeyModal } from './bring-key-modal';
import { Expiry } from './expiry';
import { addKey, keysQuery, removeKey } from './queries';

/** One in use, and one to follow it. */
const MOST = 2;

/** Enough of it to tell two apart; the whole is in the certificate. */
const shortened = (fingerprint: string): string => fingerprint.split(':').slice(0, 8).join(':');

const Acts = ({ pair, only, onRemove }: { pair: SamlKey; only: boolean; onRemove: () => void }) => {
  const { t } = useTranslation('sso');
  return (
    <Group gap="xs" wrap="nowrap">
      <Button
        variant="default"
        onClick={() =>
          saveFile(new Blob([pair.certificate], { type: 'application/x-pem-file' }), 'naervaer-saml.pem')
        }
      >
        {t('keys.certificate')}
      </Button>
      {!only && (
        <ConfirmButton
          label={t('remove')}
          title={t('keys.removeTitle')}
          confirmLabel={t('remove')}
          danger
          onConfirm={onRemove}
        >
          {t(pair.signs ? 'keys.removeFirst' : 'keys.removeNext')}
        </ConfirmButton>
      )}
    </Group>
  );
};

const useColumns = (count: number, remove: (id: string) => void): Column<SamlKey>[] => {
  const { t } = useTranslation('sso');
  return [
    { key: 'key', head: t('keys.fingerprint'), main: true, cell: (one) => shortened(one.fingerprint) },
    {
      key: 'use',
      head: t('keys.use'),
      cell: (one) => (
        <Status tone={one.signs ? 'calm' : 'quiet'}>{t(one.signs ? 'keys.first' : 'keys.next')}</Status>
      ),
    },
    { key: 'madeAt', head: t('keys.made'), cell: (one) => <Moment at={one.madeAt} /> },
    { key: 'expiresAt', head: t('keys.expires'), cell: (one) => <Expiry at={one.expiresAt} /> },
    {
      key: 'act',
      head: t('act'),
      act: true,
      cell: (one) => <Acts pair={one} only={count === 1} onRemove={() => remove(one.id)} />,
    },
  ];
};

const KeysTable = ({ keys }: { keys: SamlKey[] }) => {
  const { t } = useTranslation('sso');
  const client = useQueryClient();
  const [isBringing, { open, close }] = useDisclosure(false);
  const onSuccess = () => client.invalidateQueries({ queryKey: keysQuery.queryKey });
  const remove = useMutation({ mutationFn: removeKey, onSuccess });
  const make = useMutation({ mutationFn: () => addKey({}), onSuccess });
  const columns = useColumns(keys.length, (id) => remove.mutate(id));
  const fault = make.error ?? remove.error;
  return (
    <Stack gap="sm" pb="md">
      <Text size="sm" px="md">
        {t(keys.length < MOST ? 'keys.intro' : 'keys.changing')}
      </Text>
      {fault !== null && <Failure error={fault} />}
      <DataTable
        caption={t('keys.title')}
        columns={columns}
        rows={keys}
        rowKey={(one) => one.id}
        empty={
          <Empty title={t('keys.none')} icon="lock">
            {t('keys.noneHint')}
          </Empty>
        }
      />
      {keys.length < MOST && (
        <Group gap="xs" px="md">
          <Button variant="default" loading={make.isPending} onClick={() => make.mutate()}>
            {t(keys.length === 0 ? 'keys.make' : 'keys.makeNext')}
          </Button>
          <Button variant="default" onClick={open}>
            {t('keys.bring')}
          </Button>
        </Group>
      )}
      {isBringing && <BringKeyModal onClose={close} />}
    </Stack>
  );
};

/** The employer's own key pairs, by which its requests are signed and what comes is opened. */
export const KeysSection = () => {
  const { t } = useTranslation('sso');
  const query = useQuery(keysQuery);
  return (
    <Section title={t('keys.title')} flush>
      <Answer query={query}>{(keys) => <KeysTable keys={keys} />}</Answer>
    </Section>
  );
};
