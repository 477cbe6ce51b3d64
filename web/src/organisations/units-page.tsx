import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../ui/link';
import { PageHeader } from '../ui/page-header';
import { Section, Stack } from '../ui/section';
import { Answer, Empty } from '../ui/states';
import { unitsQuery } from './queries';
import styles from './units-page.module.css';
import type { UnitNode, UnitTree } from './views';

const Branch = ({ units }: { units: UnitNode[] }) => {
  const { t } = useTranslation('organisations');
  return (
    <ul>
      {units.map((unit) => (
        <li key={unit.id}>
          <div className={styles.unit}>
            <TextLink to="/units/$unitId" params={{ unitId: unit.id }}>
              {unit.name}
            </TextLink>
            <span className={styles.kind}>{t(`kinds.${unit.kind}`)}</span>
          </div>
          {unit.children.length > 0 && <Branch units={unit.children} />}
        </li>
      ))}
    </ul>
  );
};

const Tree = ({ tree }: { tree: UnitTree }) => {
  const { t } = useTranslation('organisations');
  const filled = tree.employers.filter(({ units }) => units.length > 0);
  if (filled.length === 0) {
    return (
      <Section title={t('tree')}>
        <Empty title={t('none')} icon="units">
          {t('noneHint')}
        </Empty>
      </Section>
    );
  }
  return (
    <Stack>
      {filled.map((employer) => (
        <Section key={employer.id} title={employer.name}>
          <div className={styles.tree}>
            <Branch units={employer.units} />
          </div>
        </Section>
      ))}
    </Stack>
  );
};

export const UnitsPage = () => {
  const { t } = useTranslation('organisations');
  const units = useQuery(unitsQuery);
  return (
    <>
      <PageHeader title={t('title')} meta={t('intro')} />
      <Answer query={units} lines={8}>
        {(tree) => <Tree tree={tree} />}
      </Answer>
    </>
  );
};
