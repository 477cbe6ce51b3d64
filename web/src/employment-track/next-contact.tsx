import { useTranslation } from 'react-i18next';
import { Day } from '../ui/day';
import { Status } from '../ui/status';
import { today } from '../ui/today';

/** The day of the next contact; one that is past says so in words. */
export const NextContact = ({ on }: { on: string | null }) => {
  const { t } = useTranslation('employmentTrack');
  if (on === null || on >= today()) return <Day on={on} />;
  return (
    <Status tone="danger">
      <Day on={on} /> {t('overdue')}
    </Status>
  );
};
