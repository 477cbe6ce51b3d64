import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../ui/data-table';
import { Day } from '../ui/day';
import { Facts } from '../ui/facts';
import { notifyDone, notifyFailed } from '../ui/notify';
import { PageHeader } from '../ui/page-header';
import { Section, Stack } from '../ui/section';
import { Answer, Empty } from '../ui/states';
import { useFormat } from '../ui/use-format';
import { useProblemText } from '../ui/use-problem-text';
import { CompetenceModal } from './competence-modal';
import { CourseModal } from './course-modal';
import {
  learningQuery,
  refreshLearning,
  removeCompetence,
  removeCourse,
  type Competence,
  type Course,
  type Learning,
} from './queries';

const Remove = ({ remove }: { remove: () => Promise<unknown> }) => {
  const { t } = useTranslation('learning');
  const client = useQueryClient();
  const words = useProblemText();
  const act = useMutation({
    mutationFn: remove,
    onSuccess: async () => {
      notifyDone(t('removed'));
      await refreshLearning(client);
    },
    onError: (error) => notifyFailed(words(error)),
  });
  return (
    <Button size="compact-xs" variant="subtle" loading={act.isPending} onClick={() => act.mutate()}>
      {t('remove')}
    </Button>
  );
};

const Courses = ({ courses }: { courses: Course[] }) => {
  const { t } = useTranslation('learning');
  const format = useFormat();
  const [opened, { open, close }] = useDisclosure(false);
  const columns: Column<Course>[] = [
    { key: 'title', head: t('course.title'), main: true, cell: ({ title }) => title },
    { key: 'heldOn', head: t('course.heldOn'), number: true, cell: ({ heldOn }) => <Day on={heldOn} /> },
    { key: 'hours', head: t('course.hours'), number: true, cell: ({ hours }) => format.number(hours, 1) },
    {
      key: 'invited',
      head: t('course.invited'),
      number: true,
      cell: ({ invited }) => format.number(invited),
    },
    {
      key: 'attended',
      head: t('course.attended'),
      number: true,
      cell: ({ attended }) => format.number(attended),
    },
    { key: 'act', head: t('act'), act: true, cell: ({ id }) => <Remove remove={() => removeCourse(id)} /> },
  ];
  return (
    <Section
      title={t('course.list')}
      aside={
        <Button size="compact-sm" variant="default" onClick={open}>
          {t('course.add')}
        </Button>
      }
      flush
    >
      <DataTable
        caption={t('course.list')}
        columns={columns}
        rows={courses}
        rowKey={({ id }) => id}
        empty={<Empty title={t('course.none')}>{t('course.noneHint')}</Empty>}
      />
      <CourseModal opened={opened} onClose={close} />
    </Section>
  );
};

const Competences = ({ competences }: { competences: Competence[] }) => {
  const { t } = useTranslation('learning');
  const format = useFormat();
  const [opened, { open, close }] = useDisclosure(false);
  const columns: Column<Competence>[] = [
    { key: 'name', head: t('competence.name'), main: true, cell: ({ name }) => name },
    {
      key: 'on',
      head: t('competence.countedOn'),
      number: true,
      cell: ({ countedOn }) => <Day on={countedOn} />,
    },
    {
      key: 'needed',
      head: t('competence.needed'),
      number: true,
      cell: ({ needed }) => format.number(needed),
    },
    {
      key: 'holding',
      head: t('competence.holding'),
      number: true,
      cell: ({ holding }) => format.number(holding),
    },
    {
      key: 'share',
      head: t('competence.share'),
      number: true,
      cell: ({ holding, needed }) => format.percent(holding / needed, 0),
    },
    {
      key: 'act',
      head: t('act'),
      act: true,
      cell: ({ id }) => <Remove remove={() => removeCompetence(id)} />,
    },
  ];
  return (
    <Section
      title={t('competence.list')}
      aside={
        <Button size="compact-sm" variant="default" onClick={open}>
          {t('competence.add')}
        </Button>
      }
      flush
    >
      <DataTable
        caption={t('competence.list')}
        columns={columns}
        rows={competences}
        rowKey={({ id }) => id}
        empty={<Empty title={t('competence.none')}>{t('competence.noneHint')}</Empty>}
      />
      <CompetenceModal opened={opened} onClose={close} />
    </Section>
  );
};

const Skill = ({ skill }: Pick<Learning, 'skill'>) => {
  const { t } = useTranslation(['learning', 'partnerships']);
  const format = useFormat();
  return (
    <Section title={t('partnerships:tracks.skill.title')} aside={t('partnerships:tracks.skill.target')}>
      {skill === null ? (
        <Empty title={t('partnerships:tracks.notYet')} icon="clock">
          {t('skillHint')}
        </Empty>
      ) : (
        <Facts
          items={[
            { label: t('partnerships:tracks.skill.closed'), value: <Day on={skill.closedOn} /> },
            { label: t('partnerships:tracks.skill.response'), value: format.percent(skill.response, 0) },
            {
              label: t('partnerships:tracks.skill.better'),
              value:
                skill.better === null
                  ? t(`partnerships:tracks.skill.${skill.reason ?? 'too-few-answers'}`)
                  : format.percent(skill.better, 1),
            },
          ]}
        />
      )}
    </Section>
  );
};

/** What the learning track has taught, by counts: nobody is named. */
export const LearningPage = () => {
  const { t } = useTranslation('learning');
  const learning = useQuery(learningQuery);
  return (
    <>
      <PageHeader title={t('title')} meta={t('intro')} />
      <Answer query={learning} lines={8}>
        {({ courses, competences, skill }) => (
          <Stack>
            <Skill skill={skill} />
            <Courses courses={courses} />
            <Competences competences={competences} />
          </Stack>
        )}
      </Answer>
    </>
  );
};
