import { TextLink } from '../ui/link';
import type { CaseSubject } from './views';

export const subjectName = (subject: CaseSubject): string =>
  subject.kind === 'person' ? subject.personName : subject.unitName;

/** Whom the case is about, as a link there. */
export const SubjectLink = ({ subject }: { subject: CaseSubject }) =>
  subject.kind === 'person' ? (
    <TextLink to="/people/$personId" params={{ personId: subject.personId }}>
      {subject.personName}
    </TextLink>
  ) : (
    <TextLink to="/units/$unitId" params={{ unitId: subject.unitId }}>
      {subject.unitName}
    </TextLink>
  );
