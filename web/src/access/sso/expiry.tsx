import { useTranslation } from 'react-i18next';
import { Moment } from '../../ui/day';
import { Status } from '../../ui/status';

const DAY = 86_400_000;
const WARN_DAYS = 60;

/** When a certificate ends, and whether that is soon. */
export const Expiry = ({ at }: { at: string }) => {
  const { t } = useTranslation('sso');
  const now = new Date();
  const left = new Date(at).getTime() - now.getTime();
  if (left <= 0) return <Status tone="danger">{t('keys.expired')}</Status>;
  return (
    <>
      <Moment at={at} /> {left < WARN_DAYS * DAY && <Status tone="attention">{t('keys.soon')}</Status>}
    </>
  );
};
