import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { KnownUntil } from './known-until';
import { personAbsenceQuery } from './queries';

/** The numbers that the rules look at, and how far they are known. */
export const PersonNumbers = ({ personId }: { personId: string }) => {
  const { t } = useTranslation('people');
  const absence = useQuery(personAbsenceQuery(personId));
  if (absence.data === undefined) return null;
  const { spellsIn183Days, daysIn365Days, knownUntil } = absence.data;
  return (
    <p className="basis">
      {t('numbers.spells', { count: spellsIn183Days })}, {t('numbers.days', { count: daysIn365Days })}.{' '}
      <KnownUntil sources={knownUntil} />.
    </p>
  );
};
