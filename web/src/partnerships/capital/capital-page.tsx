import { Button, Select } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../ui/confirm';
import { DataTable } from '../../ui/data-table';
import { Day } from '../../ui/day';
import { Section, Stack } from '../../ui/section';
import { Answer, Empty } from '../../ui/states';
import { Status } from '../../ui/status';
import { useContractStep } from '../contract/use-contract-step';
import { useKroner } from '../kroner';
import { PartnershipFrame } from '../partnership-frame';
import { EntryModal } from './entry-modal';
import {
  CAPITAL_KINDS,
  capitalQuery,
  reverseEntry,
  type CapitalEntry,
  type CapitalKind,
  type CapitalPageView,
} from './queries';
import { Standing } from './standing';

const route = getRouteApi('/house/partnerships/$partnershipId/capital');

const Reverse = ({ partnershipId, entry }: { partnershipId: string; entry: CapitalEntry }) => {
  const { t } = useTranslation('contract');
  const reverse = useContractStep(
    partnershipId,
    () => reverseEntry(partnershipId, entry.id, t('capital.isReversal')),
    { done: t('capital.reversed') },
  );
  if (entry.reversed) return <Status tone="quiet">{t('capital.reversed')}</Status>;
  if (entry.reversesId !== null) return <Status tone="quiet">{t('capital.isReversal')}</Status>;
  return (
    <ConfirmButton
      size="compact-xs"
      label={t('capital.reverse')}
      title={t('capital.reverseTitle')}
      confirmLabel={t('capital.reverse')}
      busy={reverse.isPending}
      onConfirm={() => reverse.mutate(undefined)}
    >
      {t('capital.reverseHint')}
    </ConfirmButton>
  );
};

const Entries = ({ partnershipId, page }: { partnershipId: string; page: CapitalPageView }) => {
  const { t } = useTranslation('contract');
  const kroner = useKroner();
  const navigate = route.useNavigate();
  const mayRecord = page.abilities.includes('capital.record');
  const kindOf = ({ kind, purpose }: CapitalEntry): string =>
    [t(`capital.kinds.${kind}`), purpose && t(`capital.purposes.${purpose}`)].filter(Boolean).join(': ');
  return (
    <DataTable
      caption={t('capital.entries')}
      rows={page.items}
      rowKey={({ id }) => id}
      empty={<Empty title={t('capital.none')}>{t('capital.noneHint')}</Empty>}
      paging={{
        ...page,
        onPage: (next) => void navigate({ search: (search) => ({ ...search, page: next }) }),
      }}
      columns={[
        { key: 'note', head: t('capital.note'), main: true, cell: ({ note }) => note },
        { key: 'day', head: t('capital.day'), cell: ({ onDay }) => <Day on={onDay} /> },
        { key: 'kind', head: t('capital.kind'), cell: kindOf },
        { key: 'party', head: t('capital.party'), cell: ({ party }) => party },
        { key: 'amount', head: t('capital.amount'), number: true, cell: ({ amount }) => kroner(amount) },
        ...(mayRecord
          ? [
              {
                key: 'reverse',
                head: t('act'),
                act: true,
                cell: (entry: CapitalEntry) => <Reverse partnershipId={partnershipId} entry={entry} />,
              },
            ]
          : []),
      ]}
    />
  );
};

const KindFilter = ({ kind }: { kind: CapitalKind | undefined }) => {
  const { t } = useTranslation('contract');
  const navigate = route.useNavigate();
  return (
    <Select
      size="xs"
      aria-label={t('capital.kind')}
      value={kind ?? ''}
      allowDeselect={false}
      data={[
        { value: '', label: t('capital.all') },
        ...CAPITAL_KINDS.map((value) => ({ value, label: t(`capital.kinds.${value}`) })),
      ]}
      onChange={(value) => {
        const chosen = CAPITAL_KINDS.find((one) => one === value);
        void navigate({ search: chosen === undefined ? {} : { kind: chosen } });
      }}
    />
  );
};

export const CapitalPage = () => {
  const { t } = useTranslation('contract');
  const { partnershipId } = route.useParams();
  const search = route.useSearch();
  const capital = useQuery(capitalQuery(partnershipId, search));
  const [opened, { open, close }] = useDisclosure(false);
  const mayRecord = capital.data?.abilities.includes('capital.record') ?? false;
  return (
    <PartnershipFrame
      partnershipId={partnershipId}
      actions={mayRecord && <Button onClick={open}>{t('capital.add')}</Button>}
    >
      {() => (
        <Answer query={capital}>
          {(page) => (
            <Stack>
              <Standing standing={page.standing} agreedCosts={page.agreedCosts} />
              <Section title={t('capital.entries')} aside={<KindFilter kind={search.kind} />} flush>
                <Entries partnershipId={partnershipId} page={page} />
              </Section>
              {opened && <EntryModal partnershipId={partnershipId} parties={page.parties} onClose={close} />}
            </Stack>
          )}
        </Answer>
      )}
    </PartnershipFrame>
  );
};
