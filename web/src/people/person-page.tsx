import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { KnownUntil } from '../absence/known-until';
import { CaseTable } from '../cases/case-table';
import { openCase, refreshCase } from '../cases/queries';
import { SignalList } from '../signals/signal-list';
import { TextLink } from '../ui/link';
import { PageHeader } from '../ui/page-header';
import { Columns, Section, Stack } from '../ui/section';
import { Answer, Failure } from '../ui/states';
import { AbsenceCalendar } from './absence-calendar';
import { EmploymentTable } from './employment-table';
import { OpenSpellPanel } from './open-spell-panel';
import { personQuery } from './queries';
import { ReportSickModal } from './report-sick-modal';
import { SpellTable } from './spell-table';
import type { PersonView } from './views';

const route = getRouteApi('/house/people/$personId');

const useOpenCase = (personId: string) => {
  const client = useQueryClient();
  const navigate = route.useNavigate();
  return useMutation({
    mutationFn: () => openCase({ personId }),
    onSuccess: async ({ id }) => {
      await refreshCase(client);
      await navigate({ to: '/cases/$caseId', params: { caseId: id } });
    },
  });
};

const Header = ({ person, onReport }: { person: PersonView; onReport: () => void }) => {
  const { t } = useTranslation(['people', 'cases']);
  const open = useOpenCase(person.id);
  const may = (ability: string): boolean => person.abilities.includes(ability);
  const openSpell = person.spells.some(({ lastOn }) => lastOn === null);
  return (
    <>
      <PageHeader
        title={person.name}
        tabTitle={t('people:tab')}
        path={[
          <TextLink key="list" to="/people">
            {t('people:title')}
          </TextLink>,
        ]}
        meta={
          <>
            {t('people:number', { number: person.employeeNumber })} ·{' '}
            <KnownUntil sources={person.knownUntil} />
          </>
        }
        actions={
          <>
            {may('spell.report') && !openSpell && (
              <Button onClick={onReport}>{t('people:report.sick')}</Button>
            )}
            {may('case.open') && (
              <Button variant="default" loading={open.isPending} onClick={() => open.mutate()}>
                {t('cases:open')}
              </Button>
            )}
          </>
        }
      />
      {open.error !== null && <Failure error={open.error} />}
    </>
  );
};

const Person = ({ person }: { person: PersonView }) => {
  const { t } = useTranslation(['people', 'signals', 'cases']);
  const [opened, { open, close }] = useDisclosure(false);
  const { count12, days12 } = { count12: person.spells12Months, days12: person.days12Months };
  return (
    <>
      <Header person={person} onReport={open} />
      <OpenSpellPanel spells={person.spells} />
      <Stack>
        <Columns>
          <Section
            title={t('people:calendar.title')}
            aside={t('people:calendar.last12', { count: count12, days: days12 })}
          >
            <AbsenceCalendar spells={person.spells} />
          </Section>
          <Section title={t('signals:title')} flush>
            <SignalList signals={person.signals} withPerson={false} />
          </Section>
        </Columns>
        <Section title={t('people:spells.title')} flush>
          <SpellTable spells={person.spells} />
        </Section>
        <Columns even>
          <Section title={t('people:employments.title')} flush>
            <EmploymentTable employments={person.employments} />
          </Section>
          <Section title={t('cases:title')} flush>
            <CaseTable cases={person.cases} />
          </Section>
        </Columns>
      </Stack>
      <ReportSickModal opened={opened} person={person} onClose={close} />
    </>
  );
};

export const PersonPage = () => {
  const { personId } = route.useParams();
  const person = useQuery(personQuery(personId));
  return (
    <Answer query={person} level="page" lines={10}>
      {(view) => <Person person={view} />}
    </Answer>
  );
};
