import { useTranslation } from 'react-i18next';
import { Period } from '../ui/day';
import { TextLink } from '../ui/link';
import { Empty } from '../ui/states';
import { useFormat } from '../ui/use-format';
import styles from './employment-list.module.css';
import type { EmploymentView, TermsView } from './views';

const Terms = ({ terms }: { terms: TermsView }) => {
  const { t } = useTranslation('people');
  const format = useFormat();
  return (
    <li>
      <TextLink to="/units/$unitId" params={{ unitId: terms.unitId }}>
        {terms.unitName}
      </TextLink>
      <span className={styles.small}>
        {terms.jobGroup === '' ? '' : `${terms.jobGroup} · `}
        {t('employments.hours', { hours: format.number(terms.weeklyHours, 1) })}
      </span>
      {terms.managerName !== null && (
        <span className={styles.small}>{t('employments.manager', { name: terms.managerName })}</span>
      )}
      <span className={styles.small}>
        <Period from={terms.from} to={terms.to} />
      </span>
    </li>
  );
};

/** Where somebody worked, for whom and how much, as it stood then. */
export const EmploymentList = ({ employments }: { employments: EmploymentView[] }) => {
  const { t } = useTranslation('people');
  const all = employments.flatMap(({ id, terms }) => terms.map((one) => ({ key: `${id} ${one.from}`, one })));
  if (all.length === 0) return <Empty title={t('employments.none')} icon="people" />;
  return (
    <ul className={styles.list}>
      {all.map(({ key, one }) => (
        <Terms key={key} terms={one} />
      ))}
    </ul>
  );
};
