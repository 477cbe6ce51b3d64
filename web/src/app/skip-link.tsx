import { useTranslation } from 'react-i18next';

export const SkipLink = ({ onSkip }: { onSkip: () => void }) => {
  const { t } = useTranslation();
  return (
    <a
      className="skip-link"
      href="#content"
      onClick={(event) => {
        event.preventDefault();
        onSkip();
      }}
    >
      {t('skip')}
    </a>
  );
};
