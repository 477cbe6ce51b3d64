import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Period } from '../ui/day';
import { PageHeader } from '../ui/page-header';
import { Answer } from '../ui/states';
import { contractQuery } from './contract/queries';
import { PartnershipTabs, useOpenTab } from './partnership-tabs';
import { partnershipQuery } from './queries';
import type { PartnershipView } from './views';

type Props = {
  partnershipId: string;
  actions?: ReactNode;
  children: (view: PartnershipView) => ReactNode;
};

/** What every page of a partnership has at its top: who, when, and the way to the other pages. */
export const PartnershipFrame = ({ partnershipId, actions, children }: Props) => {
  const partnership = useQuery(partnershipQuery(partnershipId));
  const contract = useQuery(contractQuery(partnershipId));
  const tab = useOpenTab();
  return (
    <Answer query={partnership} level="page">
      {(view) => (
        <>
          <PageHeader
            title={view.name}
            tabTitle={`${tab} · ${view.name}`}
            actions={actions}
            meta={
              <>
                <Period from={view.from} to={view.to} /> · {view.parties.join(', ')}
              </>
            }
          />
          <PartnershipTabs partnershipId={partnershipId} sees={contract.data?.sees ?? []} />
          {children(view)}
        </>
      )}
    </Answer>
  );
};
