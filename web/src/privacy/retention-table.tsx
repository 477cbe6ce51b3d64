import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../ui/data-table';
import { Moment } from '../ui/day';
import { useFormat } from '../ui/use-format';
import type { RetentionRule } from './views';

type Props = { rules: RetentionRule[]; onChange: ((rule: RetentionRule) => void) | null };

const Why = ({ rule }: { rule: RetentionRule }) => {
  const { t } = useTranslation('privacy');
  return <>{rule.reason ?? t(`retention.reasons.${rule.dataClass}`)}</>;
};

const LastRun = ({ rule }: { rule: RetentionRule }) => {
  const { t } = useTranslation('privacy');
  if (rule.lastRunAt === null) return <>{t('retention.notYet')}</>;
  return (
    <>
      <Moment at={rule.lastRunAt} />,{' '}
      {rule.lastErased === null ? t('retention.few') : t('retention.erased', { count: rule.lastErased })}
    </>
  );
};

const useColumns = (onChange: Props['onChange']): Column<RetentionRule>[] => {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  const act: Column<RetentionRule> = {
    key: 'act',
    head: t('retention.change'),
    act: true,
    cell: (rule) => (
      <Button
        variant="default"
        size="xs"
        aria-label={t('retention.changeOf', { what: t(`retention.classes.${rule.dataClass}`) })}
        onClick={() => onChange?.(rule)}
      >
        {t('retention.change')}
      </Button>
    ),
  };
  return [
    {
      key: 'dataClass',
      head: t('retention.what'),
      main: true,
      cell: (rule) => t(`retention.classes.${rule.dataClass}`),
    },
    {
      key: 'days',
      head: t('retention.time'),
      number: true,
      cell: (rule) => t('retention.days', { count: rule.days, days: format.number(rule.days) }),
    },
    { key: 'reason', head: t('retention.why'), cell: (rule) => <Why rule={rule} /> },
    {
      key: 'due',
      head: t('retention.due'),
      number: true,
      cell: (rule) => (rule.due === null ? t('retention.few') : format.number(rule.due)),
    },
    { key: 'lastRunAt', head: t('retention.lastRun'), cell: (rule) => <LastRun rule={rule} /> },
    ...(onChange === null ? [] : [act]),
  ];
};

export const RetentionTable = ({ rules, onChange }: Props) => {
  const { t } = useTranslation('privacy');
  return (
    <DataTable
      caption={t('retention.schedule')}
      columns={useColumns(onChange)}
      rows={rules}
      rowKey={(rule) => rule.dataClass}
      empty={null}
    />
  );
};
