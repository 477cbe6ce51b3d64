import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keepLanguage } from '../access/queries';
import type { Role } from '../access/views';
import { waitingQuery } from '../own-page/queries';
import { Icon } from '../ui/icon';
import { LanguageSwitch } from './language-switch';
import { ADDRESSES, placesOf } from './navigation';
import styles from './shell.module.css';

/** How many requests wait for human resources. */
const WaitingRequests = () => {
  const { t } = useTranslation();
  const { data } = useQuery(waitingQuery);
  if (data === undefined || data.asked === 0) return null;
  return (
    <span className={styles.badge}>
      <span aria-hidden="true">{data.asked}</span>
      <span className="only-heard">{t('waitingRequests', { count: data.asked })}</span>
    </span>
  );
};

export const Navigation = ({ role, onFollow }: { role: Role; onFollow: () => void }) => {
  const { t } = useTranslation();
  return (
    <div className={styles.nav}>
      {placesOf(role).map((place) => (
        <Link key={place} to={ADDRESSES[place]} className={styles.place} onClick={onFollow}>
          <Icon name={place} />
          {t(`places.${place}`)}
          {place === 'requests' && <WaitingRequests />}
        </Link>
      ))}
      <LanguageSwitch onSpeak={(language) => void keepLanguage(language)} />
    </div>
  );
};
