import { TextLink } from '../ui/link';
import type { CaseRow } from './views';

type Subject = Pick<CaseRow, 'personId' | 'personName' | 'unitId' | 'unitName'>;

export const subjectName = ({ personName, unitName }: Subject): string => personName ?? unitName;

/** Whom the case is about, as a link there. */
export const SubjectLink = ({ subject }: { subject: Subject }) =>
  subject.personId === null ? (
    <TextLink to="/units/$unitId" params={{ unitId: subject.unitId }}>
      {subject.unitName}
    </TextLink>
  ) : (
    <TextLink to="/people/$personId" params={{ personId: subject.personId }}>
      {subjectName(subject)}
    </TextLink>
  );
