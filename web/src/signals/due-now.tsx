import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { importsQuery } from '../absence/import-queries';
import { waitingQuery } from '../own-page/queries';
import { TextLink } from '../ui/link';
import { Section } from '../ui/section';
import { Answer } from '../ui/states';
import { useFormat } from '../ui/use-format';
import styles from './due-now.module.css';
import { dueQuery } from './queries';
import { SIGNAL_BASES } from './views';

type Due = { of: 'absence' | 'unit' | 'introduction' | 'cases' | 'requests' | 'imports'; count: number };

const Way = ({ of }: Pick<Due, 'of'>) => {
  const { t } = useTranslation('signals');
  const words = t(`due.open.${of}`);
  if (of === 'cases')
    return (
      <TextLink to="/cases" search={{ state: 'due' }}>
        {words}
      </TextLink>
    );
  if (of === 'requests')
    return (
      <TextLink to="/requests" search={{ state: 'asked' }}>
        {words}
      </TextLink>
    );
  if (of === 'imports')
    return (
      <TextLink to="/imports" search={{ state: 'analysed' }}>
        {words}
      </TextLink>
    );
  return (
    <TextLink to="/signals" search={{ state: 'due', about: of }}>
      {words}
    </TextLink>
  );
};

const List = ({ all }: { all: Due[] }) => {
  const { t } = useTranslation('signals');
  const format = useFormat();
  const waiting = all.filter(({ count }) => count > 0);
  if (waiting.length === 0) return <p className={styles.none}>{t('due.none')}</p>;
  return (
    <ul className={styles.list}>
      {waiting.map(({ of, count }) => (
        <li key={of}>
          <b>{format.number(count)}</b> <span>{t(`due.${of}`, { count })}</span> <Way of={of} />
        </li>
      ))}
    </ul>
  );
};

/** What a human resources manager begins the day with: what waits, counted, each a way to its list. */
export const DueNow = () => {
  const { t } = useTranslation('signals');
  const due = useQuery(dueQuery);
  const requests = useQuery(waitingQuery);
  const imports = useQuery(importsQuery(1, 'analysed'));
  return (
    <Section title={t('due.title')} aside={t('due.when')}>
      {/* All of them or none: "nothing waits" must not be said where one could not be counted. */}
      <Answer query={due} lines={2}>
        {(counts) => (
          <Answer query={requests} lines={2}>
            {({ asked }) => (
              <Answer query={imports} lines={2}>
                {({ total }) => (
                  <List
                    all={[
                      ...SIGNAL_BASES.map((of) => ({ of, count: counts[of] })),
                      { of: 'cases', count: counts.cases },
                      { of: 'requests', count: asked },
                      { of: 'imports', count: total },
                    ]}
                  />
                )}
              </Answer>
            )}
          </Answer>
        )}
      </Answer>
    </Section>
  );
};
