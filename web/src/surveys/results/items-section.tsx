import { useTranslation } from 'react-i18next';
import { Section } from '../../ui/section';
import { Empty } from '../../ui/states';
import { useFormat } from '../../ui/use-format';
import styles from './results-page.module.css';
import type { ItemResult } from './views';
import { useHiddenWords, useWording } from './words';

const Item = ({ item }: { item: ItemResult }) => {
  const { t } = useTranslation('surveyResults');
  const format = useFormat();
  const wording = useWording();
  const hidden = useHiddenWords();
  const { answers } = item;
  return (
    <div>
      <h3 className={styles.question}>{wording(item.wording)}</h3>
      {answers === null ? (
        <p className={styles.quiet}>{hidden(item)}</p>
      ) : (
        <>
          <ul className={styles.choices}>
            {item.choices.map((choice, index) => {
              const share = answers > 0 ? (choice.count ?? 0) / answers : 0;
              return (
                <li key={index} className={styles.choice}>
                  <span>{wording(choice.wording)}</span>
                  <span className={styles.track} aria-hidden="true">
                    <span className={styles.bar} style={{ width: `${share * 100}%` }} />
                  </span>
                  <span className={styles.share}>{format.percent(share, 0)}</span>
                </li>
              );
            })}
          </ul>
          <p className={styles.quiet}>
            {t('unit.answered', { count: answers })}
            {item.mean !== null && ` · ${t('unit.mean')} ${format.number(item.mean, 1)}`}
          </p>
        </>
      )}
    </div>
  );
};

/** How each question was answered. */
export const ItemsSection = ({ items }: { items: ItemResult[] }) => {
  const { t } = useTranslation('surveyResults');
  return (
    <Section title={t('unit.items')}>
      {items.length === 0 ? (
        <Empty title={t('unit.noItems')} />
      ) : (
        <div className={styles.items}>
          {items.map((item) => (
            <Item key={item.id} item={item} />
          ))}
        </div>
      )}
    </Section>
  );
};
