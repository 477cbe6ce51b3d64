import { useTranslation } from 'react-i18next';
import { Day } from '../ui/day';
import { Status } from '../ui/status';
import { useFormat } from '../ui/use-format';
import { useWord } from '../ui/use-word';
import styles from './spell-cells.module.css';
import { SpellKindWord } from './spell-kind';
import type { SpellView } from './views';

/** The kind, and how much of the working time where it is not all. */
export const SpellKindCell = ({ spell }: { spell: SpellView }) => {
  const { t } = useTranslation('absence');
  const format = useFormat();
  return (
    <>
      <SpellKindWord kind={spell.kind} />
      {spell.degree < 1 && `, ${format.percent(spell.degree, 0)}`}
      {spell.afterEmployment && (
        <div>
          <Status tone="attention">{t('codes.after-employment')}</Status>
        </div>
      )}
    </>
  );
};

/** Who told of it and when. */
export const SpellSourceCell = ({ spell }: { spell: SpellView }) => {
  const { t } = useTranslation(['absence', 'people']);
  const word = useWord();
  return (
    <span className={styles.small}>
      {word('absence', 'sources', spell.source)}
      <span>{spell.registeredAssumed ? t('people:spells.assumed') : <Day on={spell.registeredOn} />}</span>
      {spell.correctedByHand && <span>{t('absence:correctedByHand')}</span>}
    </span>
  );
};
