import { useTranslation } from 'react-i18next';
import { Status } from '../ui/status';
import type { OwnRequest } from './views';

/** Waiting, granted or refused. */
export const RequestStateWord = ({ request }: { request: OwnRequest }) => {
  const { t } = useTranslation('ownPage');
  if (request.state === 'withdrawn') return <Status tone="quiet">{t('states.withdrawn')}</Status>;
  if (request.outcome === null) return <Status tone="attention">{t('states.asked')}</Status>;
  return (
    <Status tone={request.outcome === 'granted' ? 'calm' : 'quiet'}>
      {t(`outcomes.${request.outcome}`)}
    </Status>
  );
};
