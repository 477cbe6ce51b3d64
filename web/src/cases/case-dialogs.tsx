import { useQueryClient } from '@tanstack/react-query';
import { useHat } from '../access/use-hat';
import type { CaseStep } from './case-actions';
import { CloseCaseModal } from './close-case-modal';
import { contactKinds } from './contact-kinds';
import { ContactModal } from './contact-modal';
import { FollowUpModal } from './follow-up-modal';
import { InvitationModal } from './invitation-modal';
import { MeasureModal } from './measure-modal';
import { recordCaseContact, refreshCase } from './queries';
import { ReferralModal } from './referral-modal';
import { UnitCaseModal } from './unit-case-modal';
import type { CaseView } from './views';

type Props = { view: CaseView; step: CaseStep | null; onClose: () => void };

export const CaseDialogs = ({ view, step, onClose }: Props) => {
  const client = useQueryClient();
  const { role } = useHat();
  const common = { caseId: view.id, onClose };
  return (
    <>
      {step === 'contact' && (
        <ContactModal
          kinds={contactKinds(view.subject, role)}
          onClose={onClose}
          onRecord={(contact) => recordCaseContact(view.id, contact)}
          onRecorded={() => refreshCase(client)}
        />
      )}
      <ReferralModal opened={step === 'referral'} {...common} />
      <FollowUpModal opened={step === 'followUp'} {...common} />
      <InvitationModal opened={step === 'invite'} {...common} />
      <CloseCaseModal opened={step === 'closure'} subject={view.subject} {...common} />
      {step === 'measure' && <MeasureModal measure={null} {...common} />}
      {step === 'agree' && <UnitCaseModal opened view={view} onClose={onClose} />}
    </>
  );
};
