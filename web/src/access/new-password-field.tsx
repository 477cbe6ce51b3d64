import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** A password to be chosen. */
export const NewPasswordField = (props: PasswordInputProps) => {
  const { t } = useTranslation(['account', 'access']);
  return (
    <PasswordInput
      label={t('reset.password')}
      description={t('password.nextHint')}
      autoComplete="new-password"
      minLength={12}
      maxLength={128}
      required
      withAsterisk={false}
      visibilityToggleButtonProps={{ 'aria-label': t('access:signIn.showPassword') }}
      {...props}
    />
  );
};
