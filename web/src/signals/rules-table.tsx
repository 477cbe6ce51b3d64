import { useTranslation } from 'react-i18next';
import { SpellKindWord } from '../absence/spell-kind';
import { DataTable, type Column } from '../ui/data-table';
import { Status } from '../ui/status';
import { useWord } from '../ui/use-word';
import { useRuleName } from './use-rule-name';
import type { SignalRule } from './views';

const Kinds = ({ rule }: { rule: SignalRule }) => (
  <>
    {rule.kinds.length === 0 && '–'}
    {rule.kinds.map((kind, index) => (
      <span key={kind}>
        {index > 0 && ', '}
        <SpellKindWord kind={kind} />
      </span>
    ))}
  </>
);

const Basis = ({ rule }: { rule: SignalRule }) => {
  const { t } = useTranslation('signals');
  if (!rule.legal) return <>{t('settings.local')}</>;
  return (
    <>
      {rule.clause}{' '}
      <Status tone={rule.verified ? 'calm' : 'attention'}>
        {t(rule.verified ? 'settings.verified' : 'settings.unverified')}
      </Status>
    </>
  );
};

const useWarned = (): ((rule: SignalRule) => string) => {
  const { t } = useTranslation('signals');
  return ({ legal, threshold, warnDays, ruleKind }) => {
    if (ruleKind === 'unit' || ruleKind === 'introduction') return t(`settings.whens.${ruleKind}`);
    return legal
      ? t('settings.warned', { days: warnDays.join(', '), last: threshold })
      : t('settings.whenMet');
  };
};

export const RulesTable = ({ rules }: { rules: SignalRule[] }) => {
  const { t } = useTranslation('signals');
  const word = useWord();
  const ruleName = useRuleName();
  const warned = useWarned();
  const columns: Column<SignalRule>[] = [
    { key: 'rule', head: t('columns.rule'), main: true, cell: ({ rule }) => ruleName(rule) },
    { key: 'when', head: t('settings.when'), cell: warned },
    { key: 'kinds', head: t('settings.kinds'), cell: (rule) => <Kinds rule={rule} /> },
    {
      key: 'recipients',
      head: t('settings.recipients'),
      cell: ({ recipients }) => recipients.map((role) => word('access', 'roles', role)).join(', '),
    },
    { key: 'basis', head: t('settings.basis'), cell: (rule) => <Basis rule={rule} /> },
  ];
  return (
    <DataTable
      caption={t('settings.title')}
      columns={columns}
      rows={rules}
      rowKey={({ rule }) => rule}
      empty={null}
    />
  );
};
