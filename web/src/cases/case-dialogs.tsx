import { useQueryClient } from '@tanstack/react-query';
import type { CaseStep } from './case-actions';
import { CloseCaseModal } from './close-case-modal';
import { ContactModal } from './contact-modal';
import { FollowUpModal } from './follow-up-modal';
import { InvitationModal } from './invitation-modal';
import { recordCaseContact, refreshCase } from './queries';
import { ReferralModal } from './referral-modal';
import { UnitCaseModal } from './unit-case-modal';
import { PERSON_CONTACTS, UNIT_CONTACTS, type CaseView, type ContactKind } from './views';

/** A statutory talk is recorded by the employer alone; everything else by those who act in the case. */
const contactKinds = ({ subject, abilities }: CaseView): readonly ContactKind[] => {
  if (subject === 'unit') return UNIT_CONTACTS;
  return PERSON_CONTACTS.filter((kind) =>
    abilities.includes(kind === 'section-7a-talk' ? 'case.talk' : 'case.act'),
  );
};

type Props = { view: CaseView; step: CaseStep | null; onClose: () => void };

export const CaseDialogs = ({ view, step, onClose }: Props) => {
  const client = useQueryClient();
  const common = { caseId: view.id, onClose };
  return (
    <>
      {step === 'contact' && (
        <ContactModal
          kinds={contactKinds(view)}
          onClose={onClose}
          onRecord={(contact) => recordCaseContact(view.id, contact)}
          onRecorded={() => refreshCase(client)}
        />
      )}
      <ReferralModal opened={step === 'referral'} {...common} />
      <FollowUpModal opened={step === 'followUp'} {...common} />
      <InvitationModal opened={step === 'invite'} {...common} />
      <CloseCaseModal opened={step === 'closure'} {...common} />
      {step === 'agree' && <UnitCaseModal opened view={view} onClose={onClose} />}
    </>
  );
};
