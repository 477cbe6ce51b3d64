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
import { EmploymentList } from './employment-list';
import { personQuery } from './queries';
import type { PersonView } from './views';

const route = getRouteApi('/house/people/$personId');

const Header = ({ person }: { person: PersonView }) => {
  const { t } = useTranslation('people');
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
      meta={t('number', { number: [...new Set(numbers)].join(', ') })}
      actions={
        <>
          <ReportSick person={person} />
          <OpenCaseButton about={{ personId: person.id }} />
        </>
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
