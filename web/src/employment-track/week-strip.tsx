import { useTranslation } from 'react-i18next';
import { stripYears, weekNumber } from './strip-weeks';
import { BENEFITS, type CitizenSpan } from './views';
import styles from './week-strip.module.css';

/** A square a week, a row a year. The table below says the same to those who do not see it. */
export const WeekStrip = ({ spans }: { spans: readonly CitizenSpan[] }) => {
  const { t } = useTranslation('employmentTrack');
  const shown = BENEFITS.filter((benefit) => spans.some((span) => span.benefit === benefit));
  const word = (benefit: (typeof BENEFITS)[number] | null): string =>
    benefit === null ? t('strip.unknown') : t(`benefits.${benefit}`);
  return (
    <div className={styles.strip}>
      <div aria-hidden="true">
        {stripYears(spans).map(({ year, weeks }) => (
          <div key={year} className={styles.year}>
            <span className={styles.label}>{year}</span>
            <span className={styles.weeks}>
              {weeks.map(({ week, benefit }) => (
                <span
                  key={week}
                  className={`${styles.week} ${styles[benefit ?? 'unknown'] ?? ''}`}
                  title={t('strip.week', { week: weekNumber(week), year, benefit: word(benefit) })}
                />
              ))}
            </span>
          </div>
        ))}
      </div>
      <ul className={styles.legend}>
        {shown.map((benefit) => (
          <li key={benefit}>
            <span className={`${styles.week} ${styles[benefit] ?? ''}`} aria-hidden="true" />
            {t(`benefits.${benefit}`)}
          </li>
        ))}
      </ul>
    </div>
  );
};
