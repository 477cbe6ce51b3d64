import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { notifyFailed } from '../ui/notify';
import { useProblemText } from '../ui/use-problem-text';
import { refreshCase, reopenCase } from './queries';
import type { CaseView } from './views';

export type CaseStep = 'contact' | 'measure' | 'referral' | 'followUp' | 'agree' | 'invite' | 'closure';

type Rule = { step: CaseStep; ability: string; about?: CaseView['subject'] };

const RULES: Rule[] = [
  { step: 'contact', ability: 'case.contact' },
  { step: 'measure', ability: 'case.change', about: 'unit' },
  { step: 'referral', ability: 'case.refer' },
  { step: 'followUp', ability: 'case.follow-up' },
  { step: 'agree', ability: 'case.change', about: 'unit' },
  { step: 'invite', ability: 'case.invite', about: 'person' },
  { step: 'closure', ability: 'case.close' },
];

const stepsOf = (view: CaseView): CaseStep[] =>
  RULES.filter(({ ability }) => view.abilities.includes(ability))
    .filter(({ about }) => about === undefined || about === view.subject)
    .map(({ step }) => step);

const Reopen = ({ id }: { id: string }) => {
  const { t } = useTranslation('cases');
  const client = useQueryClient();
  const words = useProblemText();
  const reopen = useMutation({
    mutationFn: () => reopenCase(id),
    onSuccess: () => refreshCase(client),
    onError: (error) => notifyFailed(words(error)),
  });
  return (
    <Button variant="default" loading={reopen.isPending} onClick={() => reopen.mutate()}>
      {t('reopen')}
    </Button>
  );
};

/** What may be done next; a closed case can only be read, or opened again right after. */
export const CaseActions = ({ view, onStep }: { view: CaseView; onStep: (step: CaseStep) => void }) => {
  const { t } = useTranslation('cases');
  if (view.state === 'closed') {
    return view.mayReopen && view.abilities.includes('case.close') ? <Reopen id={view.id} /> : null;
  }
  return (
    <>
      {stepsOf(view).map((step, index) => (
        <Button key={step} variant={index === 0 ? 'filled' : 'default'} onClick={() => onStep(step)}>
          {t(`steps.${step}`)}
        </Button>
      ))}
    </>
  );
};
