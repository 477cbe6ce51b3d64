import { useTranslation } from 'react-i18next';
import { SpellKindWord } from '../absence/spell-kind';
import { DataTable, type Column } from '../ui/data-table';
import { Day, Period } from '../ui/day';
import { Facts } from '../ui/facts';
import { TextLink } from '../ui/link';
import { useFormat } from '../ui/use-format';
import { DueDay } from './due-day';
import styles from './signal-facts.module.css';
import type { SignalFacts, SignalView } from './views';

type FactSpell = SignalFacts['spells'][number];

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

/** Why the signal is there: the rule, its window, and the days it saw. Nothing else went into it. */
export const SignalFactsView = ({ signal }: { signal: SignalView }) => {
  const { t } = useTranslation('signals');
  const columns = useColumns();
  const { count, threshold, spells } = signal.facts;
  const seen =
    count === null || threshold === null
      ? []
      : [{ label: t('facts.seen'), value: t('facts.of', { count, threshold }) }];
  const window =
    signal.window === null ? [] : [{ label: t('facts.window'), value: <Period {...signal.window} /> }];
  return (
    <>
      <Facts
        items={[
          {
            label: t('columns.person'),
            value: (
              <TextLink to="/people/$personId" params={{ personId: signal.personId }}>
                {signal.personName}
              </TextLink>
            ),
          },
          { label: t('columns.raised'), value: <Day on={signal.raisedOn} /> },
          { label: t('columns.due'), value: <DueDay signal={signal} /> },
          ...window,
          ...seen,
        ]}
      />
      <div className={styles.spells}>
        <DataTable
          caption={t('facts.title')}
          columns={columns}
          rows={spells}
          rowKey={(spell) => spell.firstOn}
          empty={null}
        />
      </div>
      <p className="basis">{t('facts.manner')}</p>
    </>
  );
};
