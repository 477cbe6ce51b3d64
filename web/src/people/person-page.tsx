import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PersonAbsence, ReportSick } from '../absence/person-absence';
import { OpenCaseButton } from '../cases/open-case-button';
import { PersonCases } from '../cases/person-cases';
import { PersonPrivacy } from '../privacy/person-privacy';
import { PersonSignals } from '../signals/person-signals';
import { TextLink } from '../ui/link';
import { PageHeader } from '../ui/page-header';
import { Columns, Section, Stack } from '../ui/section';
import { Answer } from '../ui/states';
import { today } from '../ui/today';
import { useFormat } from '../ui/use-format';
import { EmploymentList } from './employment-list';
import { personQuery } from './queries';
import type { PersonView } from './views';

const route = getRouteApi('/house/people/$personId');

/** The last day of somebody who is employed no more. */
const leftOn = ({ employments }: PersonView): string | null => {
  const ends = employments.flatMap(({ to }) => (to !== null && to < today() ? [to] : []));
  return ends.length < employments.length ? null : (ends.sort().at(-1) ?? null);
};

const Header = ({ person }: { person: PersonView }) => {
  const { t } = useTranslation('people');
  const { day } = useFormat();
  const left = leftOn(person);
  const numbers = person.employments.map(({ employeeNumber }) => employeeNumber);
  return (
    <PageHeader
      title={person.name}
      tabTitle={t('tab')}
      path={[
        <TextLink key="list" to="/people">
          {t('title')}
        </TextLink>,
      ]}
      meta={[
        t('number', { number: [...new Set(numbers)].join(', ') }),
        ...(left === null ? [] : [t('left', { day: day(left) })]),
      ].join(' · ')}
      actions={
        left === null ? (
          <>
            <ReportSick person={person} />
            <OpenCaseButton about={{ personId: person.id }} />
          </>
        ) : undefined
      }
    />
  );
};

export const PersonPage = () => {
  const { t } = useTranslation('people');
  const { personId } = route.useParams();
  const person = useQuery(personQuery(personId));
  return (
    <Answer query={person} lines={10} level="page">
      {(view) => (
        <>
          <Header person={view} />
          <Columns>
            <PersonAbsence personId={personId} />
            <Stack>
              <PersonSignals personId={personId} />
              <PersonCases personId={personId} />
              <PersonPrivacy personId={personId} />
              <Section title={t('employments.title')}>
                <EmploymentList employments={view.employments} />
              </Section>
            </Stack>
          </Columns>
        </>
      )}
    </Answer>
  );
};
