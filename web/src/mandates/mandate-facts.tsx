import { useTranslation } from 'react-i18next';
import { Day, Period } from '../ui/day';
import { Facts } from '../ui/facts';
import { useNames } from './use-names';
import type { Mandate } from './views';

/** The whole of a mandate, as it was signed. */
export const MandateFacts = ({ mandate }: { mandate: Mandate }) => {
  const { t } = useTranslation('mandates');
  const names = useNames();
  const { agreementReference, basis, from, to } = mandate;
  const grounds = [
    ...(agreementReference === null ? [] : [{ label: t('agreement'), value: agreementReference }]),
    ...(basis === null ? [] : [{ label: t('basis'), value: basis }]),
  ];
  return (
    <Facts
      items={[
        {
          label: t('period'),
          value: from === null ? t('never') : <Period from={from} to={to} open={t('open')} />,
        },
        { label: t('units'), value: mandate.unitIds.map(names.unit).join(', ') },
        { label: t('rules'), value: mandate.rules.map(names.rule).join(' · ') },
        {
          label: t('fields'),
          value: t(mandate.fields.includes('absence-kind') ? 'kindShown' : 'kindHidden'),
        },
        { label: t('purpose'), value: mandate.purpose },
        { label: t('processingRole'), value: t(`processingRoles.${mandate.processingRole}`) },
        ...grounds,
        {
          label: t('signatory'),
          value: (
            <>
              {mandate.signatory}, <Day on={mandate.signedOn} />
            </>
          ),
        },
        ...(mandate.informedOn === null
          ? []
          : [{ label: t('informedOn'), value: <Day on={mandate.informedOn} /> }]),
      ]}
    />
  );
};
