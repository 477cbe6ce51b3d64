import { useTranslation } from 'react-i18next';
import { useRouteContext } from '@tanstack/react-router';
import { Notice } from '../../ui/notice';
import { PageHeader } from '../../ui/page-header';
import { Columns, Stack } from '../../ui/section';
import { PasskeysSection } from './passkeys-section';
import { PasswordSection } from './password-section';
import { SessionsSection } from './sessions-section';
import { TotpSection } from './totp-section';

/** How one signs in, and where one is signed in now. */
export const AccountPage = () => {
  const { t } = useTranslation('account');
  const { session } = useRouteContext({ from: '/house' });
  return (
    <>
      <PageHeader title={t('title')} meta={t('intro')} />
      <Stack>
        <SessionsSection />
        {session.method === 'sso' ? (
          <Notice tone="calm">{t('bySso')}</Notice>
        ) : (
          <Columns even>
            <Stack>
              <TotpSection />
              <PasskeysSection />
            </Stack>
            <PasswordSection />
          </Columns>
        )}
      </Stack>
    </>
  );
};
