import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../ui/data-table';
import { Day } from '../../ui/day';
import { Section } from '../../ui/section';
import { Empty } from '../../ui/states';
import { Status } from '../../ui/status';
import { useFormat } from '../../ui/use-format';
import type { SkillAnswer } from './queries';

const TARGET = 0.8;

const Better = ({ skill }: { skill: SkillAnswer }) => {
  const { t } = useTranslation('partnerships');
  const format = useFormat();
  if (skill.better === null) return <>{t(`tracks.skill.${skill.reason ?? 'too-few-answers'}`)}</>;
  const reached = skill.better >= TARGET;
  return (
    <>
      {format.percent(skill.better, 1)}{' '}
      <Status tone={reached ? 'calm' : 'attention'}>
        {t(reached ? 'tracks.skill.reached' : 'tracks.skill.notReached')}
      </Status>
    </>
  );
};

/** The yearly question: better or much better among those answering, with how many answered. */
export const SkillSection = ({ skills }: { skills: SkillAnswer[] }) => {
  const { t } = useTranslation('partnerships');
  const format = useFormat();
  const columns: Column<SkillAnswer>[] = [
    {
      key: 'employer',
      head: t('tracks.skill.employer'),
      main: true,
      cell: ({ employerName }) => employerName,
    },
    {
      key: 'closed',
      head: t('tracks.skill.closed'),
      number: true,
      cell: ({ closedOn }) => <Day on={closedOn} />,
    },
    {
      key: 'response',
      head: t('tracks.skill.response'),
      number: true,
      cell: ({ response }) => format.percent(response, 0),
    },
    {
      key: 'answers',
      head: t('tracks.skill.answers'),
      number: true,
      cell: ({ answers }) => format.number(answers),
    },
    {
      key: 'better',
      head: t('tracks.skill.better'),
      number: true,
      cell: (skill) => <Better skill={skill} />,
    },
  ];
  return (
    <Section title={t('tracks.skill.title')} aside={t('tracks.skill.target')} flush>
      <DataTable
        caption={t('tracks.skill.title')}
        columns={columns}
        rows={skills}
        rowKey={({ employerName }) => employerName}
        empty={
          <Empty title={t('tracks.notYet')} icon="clock">
            {t('tracks.skill.none')}
          </Empty>
        }
      />
    </Section>
  );
};
