import { ActionIcon } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon';
import { today } from '../ui/today';
import { useFormat } from '../ui/use-format';
import styles from './absence-calendar.module.css';
import { calendarOf, type CalendarDay } from './spell-calendar';
import type { SpellView } from './views';

const route = getRouteApi('/house/people/$personId');
const SICK = [
  'own-sickness',
  'partial-sickness',
  'work-injury',
  'section-56',
  'section-56-partial',
  'hidden',
];

const classOf = ({ kind, weekend, partial }: CalendarDay): string => {
  if (kind === null) return `${styles.day} ${weekend ? styles.weekend : ''}`;
  if (partial) return `${styles.day} ${styles.partial}`;
  return `${styles.day} ${SICK.includes(kind) ? styles.sick : styles.other}`;
};

const YearChoice = ({ year, first }: { year: number; first: number }) => {
  const { t } = useTranslation('people');
  const navigate = route.useNavigate();
  const show = (next: number): void =>
    void navigate({ search: (old) => ({ ...old, year: next }), replace: true });
  const last = Number(today().slice(0, 4));
  return (
    <div className={`${styles.years} no-print`}>
      <ActionIcon
        variant="default"
        aria-label={t('calendar.before')}
        disabled={year <= first}
        onClick={() => show(year - 1)}
      >
        <Icon name="back" />
      </ActionIcon>
      <ActionIcon
        variant="default"
        aria-label={t('calendar.after')}
        disabled={year >= last}
        onClick={() => show(year + 1)}
      >
        <Icon name="next" />
      </ActionIcon>
    </div>
  );
};

const Legend = () => {
  const { t } = useTranslation('people');
  return (
    <ul className={styles.legend}>
      {(['sick', 'partial', 'other', 'weekend'] as const).map((key) => (
        <li key={key}>
          <span className={`${styles.key} ${styles[key]}`} aria-hidden="true" />
          {t(`calendar.${key}`)}
        </li>
      ))}
    </ul>
  );
};

/** A year at a glance; the table below it says the same in words. */
export const AbsenceCalendar = ({ spells }: { spells: SpellView[] }) => {
  const { t } = useTranslation('people');
  const format = useFormat();
  const now = today();
  const { year = Number(now.slice(0, 4)) } = route.useSearch();
  const months = useMemo(() => calendarOf(year, spells, now), [year, spells, now]);
  const first = spells.reduce(
    (earliest, { firstOn }) => Math.min(earliest, Number(firstOn.slice(0, 4))),
    year,
  );
  return (
    <div>
      <div className={styles.head}>
        <strong className="numbers">{year}</strong>
        <YearChoice year={year} first={first} />
      </div>
      <div className={styles.months} role="img" aria-label={t('calendar.label', { year })}>
        {months.map(({ month, days }) => (
          <div key={month} className={styles.month}>
            <span className={styles.name}>{format.month(month).slice(0, 3)}</span>
            {days.map((day) => (
              <span
                key={day.day}
                className={classOf(day)}
                title={day.kind === null ? undefined : format.day(day.day)}
              />
            ))}
          </div>
        ))}
      </div>
      <Legend />
    </div>
  );
};
