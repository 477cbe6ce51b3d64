import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keepLanguage } from '../access/queries';
import type { Role } from '../access/views';
import { Icon } from '../ui/icon';
import { LanguageSwitch } from './language-switch';
import { ADDRESSES, placesOf } from './navigation';
import styles from './shell.module.css';

export const Navigation = ({ role, onFollow }: { role: Role; onFollow: () => void }) => {
  const { t } = useTranslation();
  return (
    <div className={styles.nav}>
      {placesOf(role).map((place) => (
        <Link key={place} to={ADDRESSES[place]} className={styles.place} onClick={onFollow}>
          <Icon name={place} />
          {t(`places.${place}`)}
        </Link>
      ))}
      <LanguageSwitch onSpeak={(language) => void keepLanguage(language)} />
    </div>
  );
};
