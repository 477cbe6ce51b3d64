import { useTranslation } from 'react-i18next';
import { SpellKindWord } from '../absence/spell-kind';
import { BenefitNotice } from '../own-page/benefit-notice';
import { DataTable, type Column } from '../ui/data-table';
import { Day, Period } from '../ui/day';
import { Facts } from '../ui/facts';
import { Status } from '../ui/status';
import { useFormat } from '../ui/use-format';
import { SubjectLink } from '../cases/case-subject';
import { DueDay } from './due-day';
import styles from './signal-facts.module.css';
import { SpellChart, WellbeingDrops } from './unit-facts';
import type { SignalView } from './views';

type FactSpell = SignalView['facts']['spells'][number];

const useColumns = (): Column<FactSpell>[] => {
  const { t } = useTranslation(['signals', 'absence']);
  const format = useFormat();
  return [
    {
      key: 'days',
      head: t('signals:facts.period'),
      main: true,
      cell: (spell) => <Period from={spell.firstOn} to={spell.lastOn} open={t('absence:stillAbsent')} />,
    },
    { key: 'kind', head: t('absence:kind'), cell: (spell) => <SpellKindWord kind={spell.kind} /> },
    { key: 'count', head: t('signals:facts.days'), number: true, cell: (spell) => format.number(spell.days) },
  ];
};

/** The law behind a deadline, and whether it was read in an official text. */
const Clause = ({ signal }: { signal: SignalView }) => {
  const { t } = useTranslation('signals');
  return (
    <>
      {signal.clause}{' '}
      <Status tone={signal.verified ? 'calm' : 'attention'}>
        {t(signal.verified ? 'settings.verified' : 'settings.unverified')}
      </Status>
    </>
  );
};

/** Why the signal is there: the rule, its window, and the days it saw. Nothing else went into it. */
export const SignalFactsView = ({ signal }: { signal: SignalView }) => {
  const { t } = useTranslation('signals');
  const columns = useColumns();
  const { count, threshold, spells, drops, chart } = signal.facts;
  return (
    <>
      <Facts
        items={[
          {
            label: t(signal.personId === null ? 'columns.unit' : 'columns.person'),
            value: <SubjectLink subject={signal} />,
          },
          { label: t('columns.raised'), value: <Day on={signal.raisedOn} /> },
          { label: t('columns.due'), value: <DueDay signal={signal} /> },
          { label: t('facts.window'), value: <Period {...signal.window} /> },
          ...(threshold === 0
            ? []
            : [{ label: t('facts.seen'), value: t('facts.of', { count, threshold }) }]),
          ...(signal.rule === 'introduction-overdue' ? [{ label: t('facts.steps'), value: count }] : []),
          ...(signal.clause === null
            ? []
            : [{ label: t('settings.basis'), value: <Clause signal={signal} /> }]),
        ]}
      />
      {spells.length > 0 && (
        <div className={styles.spells}>
          <DataTable
            caption={t('facts.title')}
            columns={columns}
            rows={spells}
            rowKey={(spell) => spell.firstOn}
            empty={null}
          />
        </div>
      )}
      {drops.length > 0 && <WellbeingDrops drops={drops} />}
      {chart !== null && <SpellChart chart={chart} />}
      <p className="basis">{t(`facts.manners.${signal.basis}`)}</p>
      {signal.legal && <BenefitNotice />}
    </>
  );
};
