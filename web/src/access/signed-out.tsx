import { Anchor } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';

const NOTICE = 'signed-out';

/** The session is over while something is being written: another window signs in, and this one can be saved. */
export const notifySignedOut = (): void => {
  notifications.show({
    id: NOTICE,
    color: 'red.9',
    autoClose: false,
    withBorder: true,
    closeButtonProps: { 'aria-label': i18next.t('close') },
    message: (
      <>
        {i18next.t('signedOut.words')}{' '}
        <Anchor href="/sign-in" target="_blank" inherit underline="always">
          {i18next.t('signedOut.link')}
        </Anchor>
      </>
    ),
  });
};

export const hideSignedOut = (): void => {
  notifications.hide(NOTICE);
};
