import { useTranslation } from 'react-i18next';
import { Day, Period } from '../ui/day';
import { TextLink } from '../ui/link';
import { Notice } from '../ui/notice';
import { Progress } from '../ui/progress';
import { Section } from '../ui/section';
import { useWord } from '../ui/use-word';
import { useKroner } from '../partnerships/kroner';
import styles from './outcomes.module.css';
import { SettlementActs } from './settlement-acts';
import { SettlementState } from './settlement-state';
import { SettlementTrail } from './settlement-trail';
import type { SettlementView, Statement } from './views';

type Props = { partnershipId: string; settlement: SettlementView };

/** What is to be paid, before every line that leads there. */
const Sum = ({ statement }: { statement: Statement }) => {
  const { t } = useTranslation('outcomes');
  const kroner = useKroner();
  const { settled } = statement;
  const sums = [
    ['net', settled.net],
    ...(settled.held > 0 ? ([['held', settled.held]] as const) : []),
    ['total', settled.total],
    ['cumulative', settled.cumulative],
  ] as const;
  return (
    <dl className={styles.figures}>
      {sums.map(([step, amount]) => (
        <div key={step}>
          <dt>{t(`steps.${step}`)}</dt>
          <dd className={styles.big}>{kroner(amount)}</dd>
        </div>
      ))}
    </dl>
  );
};

const Marks = ({ settlement }: Pick<Props, 'settlement'>) => {
  const { t } = useTranslation('outcomes');
  const { statement, objectionsUntil, correctsId } = settlement;
  return (
    <p>
      <SettlementState state={settlement.state} /> <Period from={settlement.from} to={settlement.to} />
      {correctsId !== null && <> · {t('settlement.correction')}</>}
      {statement !== null && (
        <>
          {' '}
          · {t('settlement.knownOn')} <Day on={statement.knownOn} />
        </>
      )}
      {objectionsUntil !== null && (
        <>
          {' '}
          · {t('settlement.objections')} <Day on={objectionsUntil} />
        </>
      )}
    </p>
  );
};

/** How much, how far it has come, and what whoever reads may do now. */
export const SettlementHead = ({ partnershipId, settlement }: Props) => {
  const { t } = useTranslation('outcomes');
  const word = useWord();
  const { statement, state } = settlement;
  return (
    <Section
      title={t('settlement.one')}
      aside={
        <TextLink to="/partnerships/$partnershipId/settlements" params={{ partnershipId }}>
          {t('settlement.all')}
        </TextLink>
      }
    >
      <Marks settlement={settlement} />
      {state === 'building' && <Progress label={t('settlement.building')} share={null} />}
      {state === 'failed' && (
        <Notice tone="danger" title={t('settlement.failed')}>
          {word('app', 'problems', settlement.failure ?? '')}
        </Notice>
      )}
      {statement !== null && (
        <>
          <Sum statement={statement} />
          {statement.settled.held > 0 && (
            <Notice tone="attention" title={t('settlement.held')}>
              {t('settlement.heldHint')}
            </Notice>
          )}
          <SettlementTrail settlement={settlement} />
        </>
      )}
      <SettlementActs partnershipId={partnershipId} settlement={settlement} />
    </Section>
  );
};
