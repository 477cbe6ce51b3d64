import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../ui/link';
import { PageHeader } from '../ui/page-header';
import { Section } from '../ui/section';
import { Answer, Empty } from '../ui/states';
import { useFormat } from '../ui/use-format';
import { unitsQuery } from './queries';
import styles from './units-page.module.css';
import type { UnitNode } from './views';

const Branch = ({ units }: { units: UnitNode[] }) => {
  const { t } = useTranslation('organisations');
  const format = useFormat();
  return (
    <ul>
      {units.map((unit) => (
        <li key={unit.id}>
          <div className={styles.unit}>
            <TextLink to="/units/$unitId" params={{ unitId: unit.id }}>
              {unit.name}
            </TextLink>
            <span className={`${styles.count} numbers`}>
              {t('employees', { count: unit.employees, shown: format.number(unit.employees) })}
            </span>
          </div>
          {unit.children.length > 0 && <Branch units={unit.children} />}
        </li>
      ))}
    </ul>
  );
};

export const UnitsPage = () => {
  const { t } = useTranslation('organisations');
  const units = useQuery(unitsQuery);
  return (
    <>
      <PageHeader title={t('title')} meta={t('intro')} />
      <Section title={t('tree')}>
        <Answer query={units}>
          {(tree) =>
            tree.length === 0 ? (
              <Empty title={t('none')} icon="units">
                {t('noneHint')}
              </Empty>
            ) : (
              <div className={styles.tree}>
                <Branch units={tree} />
              </div>
            )
          }
        </Answer>
      </Section>
    </>
  );
};
