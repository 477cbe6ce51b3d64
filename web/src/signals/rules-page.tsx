import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { SpellKindWord } from '../absence/spell-kind';
import { DataTable, type Column } from '../ui/data-table';
import { PageHeader } from '../ui/page-header';
import { Section } from '../ui/section';
import { Answer, Empty } from '../ui/states';
import { Status } from '../ui/status';
import { useFormat } from '../ui/use-format';
import { useWord } from '../ui/use-word';
import { rulesQuery } from './queries';
import type { SignalRule } from './views';

const Kinds = ({ rule }: { rule: SignalRule }) => (
  <>
    {rule.kinds.map((kind, index) => (
      <span key={kind}>
        {index > 0 && ', '}
        <SpellKindWord kind={kind} />
      </span>
    ))}
  </>
);

const useColumns = (): Column<SignalRule>[] => {
  const { t } = useTranslation('signals');
  const format = useFormat();
  const word = useWord();
  return [
    { key: 'rule', head: t('columns.rule'), main: true, cell: ({ rule }) => word('signals', 'rules', rule) },
    {
      key: 'threshold',
      head: t('settings.threshold'),
      number: true,
      cell: ({ threshold }) => format.number(threshold),
    },
    {
      key: 'window',
      head: t('settings.window'),
      number: true,
      cell: ({ windowDays }) => (windowDays === null ? '–' : t('settings.days', { count: windowDays })),
    },
    { key: 'kinds', head: t('settings.kinds'), cell: (rule) => <Kinds rule={rule} /> },
    {
      key: 'recipients',
      head: t('settings.recipients'),
      cell: ({ recipients }) => recipients.map((role) => word('access', 'roles', role)).join(', '),
    },
    {
      key: 'legal',
      head: t('settings.basis'),
      cell: ({ legal, verified }) =>
        legal ? (
          <Status tone={verified ? 'calm' : 'attention'}>
            {t(verified ? 'settings.verified' : 'settings.unverified')}
          </Status>
        ) : (
          t('settings.local')
        ),
    },
  ];
};

export const RulesPage = () => {
  const { t } = useTranslation('signals');
  const rules = useQuery(rulesQuery);
  const columns = useColumns();
  return (
    <>
      <PageHeader title={t('settings.title')} meta={t('settings.intro')} />
      <Section title={t('settings.list')} flush>
        <Answer query={rules}>
          {(list) => (
            <DataTable
              caption={t('settings.title')}
              columns={columns}
              rows={list}
              rowKey={(rule) => rule.rule}
              empty={<Empty title={t('settings.none')} icon="rules" />}
            />
          )}
        </Answer>
      </Section>
      <p className="basis">{t('settings.manner')}</p>
    </>
  );
};
