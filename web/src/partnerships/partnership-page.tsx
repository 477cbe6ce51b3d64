import { getRouteApi } from '@tanstack/react-router';
import { PackSchedule } from './packs/pack-schedule';
import { PartnershipFrame } from './partnership-frame';
import { PeriodChoice } from './period-choice';
import { PeriodReport } from './period-report';

const route = getRouteApi('/house/partnerships/$partnershipId');

/** How it goes, cut by cut, in the words and figures of the steering group's pack. */
export const PartnershipPage = () => {
  const { partnershipId } = route.useParams();
  const asked = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <PartnershipFrame partnershipId={partnershipId}>
      {({ id, periods }) => (
        <PeriodChoice periods={periods} asked={asked} onChoose={(search) => void navigate({ search })}>
          {(period) => (
            <>
              <PeriodReport partnershipId={id} period={period} />
              <PackSchedule partnershipId={id} />
            </>
          )}
        </PeriodChoice>
      )}
    </PartnershipFrame>
  );
};
