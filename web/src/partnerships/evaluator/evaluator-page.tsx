import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHat } from '../../access/use-hat';
import { Stack } from '../../ui/section';
import { PartnershipFrame } from '../partnership-frame';
import { CellsSection } from './cells-section';
import { DeliveriesSection } from './deliveries-section';

const route = getRouteApi('/house/partnerships/$partnershipId/evaluator');

/** What an evaluator from outside gets: cells through the output policy, and files that employers have decided on. */
export const EvaluatorPage = () => {
  const { t } = useTranslation('evaluation');
  const { partnershipId } = route.useParams();
  const { role } = useHat();
  const seesDeliveries = role === 'evaluator' || role === 'steering-member';
  return (
    <PartnershipFrame partnershipId={partnershipId}>
      {() => (
        <Stack>
          <p className="basis">{t('cells.intro')}</p>
          <CellsSection partnershipId={partnershipId} />
          {seesDeliveries && <DeliveriesSection partnershipId={partnershipId} />}
        </Stack>
      )}
    </PartnershipFrame>
  );
};
