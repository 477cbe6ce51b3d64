import { useTranslation } from 'react-i18next';
import { Notice } from '../../../ui/notice';
import { useWord } from '../../../ui/use-word';
import type { Draft } from '../views';
import styles from './builder.module.css';
import { faultPlace } from './draft-edit';

/** What is missing before it can be published, as of the last saving. */
export const FaultList = ({ faults, unsaved }: Pick<Draft, 'faults'> & { unsaved: boolean }) => {
  const { t } = useTranslation('instruments');
  const word = useWord();
  if (unsaved) return <Notice tone="quiet">{t('builder.unsaved')}</Notice>;
  if (faults.length === 0) return <Notice tone="calm">{t('builder.ready')}</Notice>;
  const lines = faults.map(({ field, code }) => {
    const { part, number, language } = faultPlace(field);
    const place = t(`builder.places.${part}`, { number });
    const spoken = language === null ? '' : ` (${t(`languages.${language}`)})`;
    return `${place}${spoken}: ${word('instruments', 'faults', code)}`;
  });
  return (
    <Notice tone="attention" title={t('builder.faults', { count: faults.length })}>
      <ul className={styles.faults}>
        {[...new Set(lines)].slice(0, 12).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Notice>
  );
};
