import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Section, Stack } from '../../ui/section';
import { Answer } from '../../ui/states';
import { PartnershipFrame } from '../partnership-frame';
import { LabFigures } from './lab-figures';
import { labQuery, trialQuery } from './queries';
import { TrialAnswer } from './trial-answer';
import { TrialForm } from './trial-form';
import { TrialsSection } from './trials-section';
import { blankTrial, valuesOf } from './trial-values';
import type { LabView, TrialView } from './views';

const route = getRouteApi('/house/partnerships/$partnershipId/lab');

const Trying = ({ lab, trial }: { lab: LabView; trial: TrialView | null }) => {
  const { t } = useTranslation('lab');
  const navigate = route.useNavigate();
  if (!lab.abilities.includes('lab.try')) return null;
  return (
    <Section title={t('form.title')}>
      {/* Another trial or other figures begin the form anew. */}
      <TrialForm
        key={`${lab.id ?? ''} ${lab.state ?? ''} ${trial?.id ?? ''}`}
        partnershipId={lab.partnershipId}
        units={lab.units}
        initial={trial === null ? blankTrial(lab.units) : valuesOf(trial.question, lab.units)}
        onMade={({ id }) => void navigate({ search: { trial: id }, resetScroll: false })}
      />
    </Section>
  );
};

const Opened = ({ lab, trialId }: { lab: LabView; trialId: string }) => {
  const trial = useQuery(trialQuery(lab.partnershipId, trialId));
  return (
    <Answer query={trial} lines={8}>
      {(view) => (
        <Stack>
          <Trying lab={lab} trial={view} />
          <TrialAnswer partnershipId={lab.partnershipId} trial={view} />
        </Stack>
      )}
    </Answer>
  );
};

const Lab = ({ lab }: { lab: LabView }) => {
  const { trial } = route.useSearch();
  return (
    <Stack>
      <LabFigures lab={lab} />
      {trial === undefined ? <Trying lab={lab} trial={null} /> : <Opened lab={lab} trialId={trial} />}
      <TrialsSection partnershipId={lab.partnershipId} />
    </Stack>
  );
};

/** Trying a contract's terms before they are agreed. */
export const LabPage = () => {
  const { t } = useTranslation('lab');
  const { partnershipId } = route.useParams();
  const lab = useQuery(labQuery(partnershipId));
  return (
    <PartnershipFrame partnershipId={partnershipId}>
      {() => (
        <>
          <p>{t('intro')}</p>
          <Answer query={lab} level="part" lines={6}>
            {(view) => <Lab lab={view} />}
          </Answer>
        </>
      )}
    </PartnershipFrame>
  );
};
