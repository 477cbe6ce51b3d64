import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../ui/confirm';
import { DataTable, type Column } from '../ui/data-table';
import { Day, Moment } from '../ui/day';
import { TextLink } from '../ui/link';
import { Section } from '../ui/section';
import { Answer, Empty, Failure } from '../ui/states';
import { holdsQuery, liftHold, retentionQuery } from './queries';
import type { LegalHold } from './views';

const useColumns = (lift: (id: string) => void): Column<LegalHold>[] => {
  const { t } = useTranslation('privacy');
  return [
    {
      key: 'who',
      head: t('holds.about'),
      main: true,
      cell: ({ personId, personName }) =>
        personId === null ? (
          t('holds.unitCase')
        ) : (
          <TextLink to="/people/$personId" params={{ personId }}>
            {personName ?? '–'}
          </TextLink>
        ),
    },
    { key: 'reason', head: t('holds.reason'), cell: ({ reason }) => reason },
    {
      key: 'until',
      head: t('holds.until'),
      cell: ({ until }) => (until === null ? t('holds.lifted') : <Day on={until} />),
    },
    {
      key: 'placed',
      head: t('holds.placed'),
      cell: ({ placedAt, placedBy }) => (
        <>
          <Moment at={placedAt} />, {placedBy}
        </>
      ),
    },
    {
      key: 'act',
      head: t('holds.lift'),
      act: true,
      cell: ({ id }) => (
        <ConfirmButton
          label={t('holds.lift')}
          title={t('holds.liftTitle')}
          confirmLabel={t('holds.lift')}
          danger
          onConfirm={() => lift(id)}
        >
          {t('holds.liftHint')}
        </ConfirmButton>
      ),
    },
  ];
};

/** What is not erased while a dispute or an authority needs it. */
export const HoldsSection = () => {
  const { t } = useTranslation('privacy');
  const holds = useQuery(holdsQuery);
  const client = useQueryClient();
  const lift = useMutation({
    mutationFn: liftHold,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: holdsQuery.queryKey });
      await client.invalidateQueries({ queryKey: retentionQuery.queryKey });
    },
  });
  const columns = useColumns((id) => lift.mutate(id));
  return (
    <Section title={t('holds.title')} flush>
      {lift.error !== null && <Failure error={lift.error} />}
      <Answer query={holds}>
        {({ items }) => (
          <DataTable
            caption={t('holds.title')}
            columns={columns}
            rows={items}
            rowKey={({ id }) => id}
            empty={
              <Empty title={t('holds.none')} icon="lock">
                {t('holds.noneHint')}
              </Empty>
            }
          />
        )}
      </Answer>
    </Section>
  );
};
