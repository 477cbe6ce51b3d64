import { notifications } from '@mantine/notifications';

/** A short word that something was done; what failed is said where it failed. */
export const notifyDone = (message: string): void => {
  notifications.show({ message, color: 'presence', autoClose: 4000, withBorder: true });
};
