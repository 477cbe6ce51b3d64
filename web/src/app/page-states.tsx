import { useMatch, type ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Failure, Waiting } from '../ui/states';
import { TextLink } from '../ui/link';

export const PageWaiting = () => <Waiting lines={8} level="page" />;

export const PageFailure = ({ error, reset }: ErrorComponentProps) => (
  <Failure error={error} level="page" onRetry={reset} />
);

export const NotFound = () => {
  const { t } = useTranslation();
  // Within the house the page stands in its main part already.
  const Frame = useMatch({ from: '/house', shouldThrow: false }) === undefined ? 'main' : 'div';
  return (
    <Frame className="lonely">
      <h1>{t('failure.notFound')}</h1>
      <p>{t('failure.notFoundHint')}</p>
      <TextLink to="/">{t('failure.home')}</TextLink>
    </Frame>
  );
};
