import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../ui/link';
import { Stack } from '../ui/section';
import { TotpSection } from './account/totp-section';
import { Door } from './door';

/** For those whose employer wants a second factor before the hat is put on. */
export const SecurePage = () => {
  const { t } = useTranslation('account');
  const navigate = useNavigate();
  useEffect(() => {
    document.title = `${t('secure.title')} · Nærvær`;
  }, [t]);
  return (
    <Door title={t('secure.title')} intro={t('secure.intro')}>
      <Stack>
        <TotpSection onDone={() => void navigate({ to: '/hats' })} />
        <TextLink to="/hats" size="sm">
          {t('secure.back')}
        </TextLink>
      </Stack>
    </Door>
  );
};
