import { useTranslation } from 'react-i18next';

/** That no public benefit is decided here, where somebody might look for it. */
export const BenefitNotice = () => {
  const { t } = useTranslation();
  return <p className="basis">{t('noBenefitDecision')}</p>;
};
