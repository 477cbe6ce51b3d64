import { Menu } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { signOut } from '../access/queries';
import type { Hat, SessionView } from '../access/views';
import styles from './shell.module.css';

/** Who is here and under which hat; the only place where either changes. */
export const HatMenu = ({ session, hat }: { session: SessionView; hat: Hat }) => {
  const { t } = useTranslation(['app', 'access']);
  const client = useQueryClient();
  const navigate = useNavigate();
  const leave = async (): Promise<void> => {
    await signOut(client);
    await navigate({ to: '/sign-in' });
  };
  return (
    <div className={styles.who}>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <button type="button" className={styles.hat}>
            <b>{session.name}</b>
            <span>
              {t(`access:roles.${hat.role}`)} · {hat.partyName}
            </span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {session.hats.length > 1 && (
            <Menu.Item onClick={() => void navigate({ to: '/hats' })}>{t('changeHat')}</Menu.Item>
          )}
          <Menu.Item onClick={() => void navigate({ to: '/account' })}>{t('account')}</Menu.Item>
          <Menu.Item onClick={() => void leave()}>{t('signOut')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
};
