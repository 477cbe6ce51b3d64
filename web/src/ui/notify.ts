import { notifications } from '@mantine/notifications';
import i18next from 'i18next';

const closable = () => ({ withBorder: true, closeButtonProps: { 'aria-label': i18next.t('close') } });

/** A short word that something was done; what failed is said where it failed. */
export const notifyDone = (message: string): void => {
  notifications.show({ message, color: 'presence', autoClose: 4000, ...closable() });
};

/** For a button that stands alone: what went wrong, until it is put away. */
export const notifyFailed = (message: string): void => {
  notifications.show({ message, color: 'red.9', autoClose: false, ...closable() });
};
