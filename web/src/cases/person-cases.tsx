import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Day } from '../ui/day';
import { TextLink } from '../ui/link';
import { Section } from '../ui/section';
import { Answer, Empty } from '../ui/states';
import { Status } from '../ui/status';
import { casesQuery } from './queries';
import styles from './person-cases.module.css';
import type { CaseRow } from './views';

const Line = ({ row }: { row: CaseRow }) => {
  const { t } = useTranslation('cases');
  return (
    <li>
      <TextLink to="/cases/$caseId" params={{ caseId: row.id }}>
        {t('entries.opened')} <Day on={row.openedOn} />
      </TextLink>
      <Status tone={row.state === 'open' ? 'calm' : 'quiet'}>{t(`states.${row.state}`)}</Status>
    </li>
  );
};

export const PersonCases = ({ personId }: { personId: string }) => {
  const { t } = useTranslation('cases');
  const cases = useQuery(casesQuery({ page: 1, personId }));
  return (
    <Section title={t('title')}>
      <Answer query={cases}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('none')} icon="cases" />
          ) : (
            <ul className={styles.list}>
              {items.map((row) => (
                <Line key={row.id} row={row} />
              ))}
            </ul>
          )
        }
      </Answer>
    </Section>
  );
};
