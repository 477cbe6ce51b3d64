import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../ui/use-problem-text';
import { claimSignal, refreshSignals, releaseSignal } from './queries';
import { signalSubject } from './signal-subject';
import type { SignalRow } from './views';

type Props = { signal: SignalRow; size?: 'compact-sm' | 'sm' };

/** Takes a signal that nobody has, or gives one's own back; nothing where neither is allowed. */
export const ClaimButton = ({ signal, size = 'compact-sm' }: Props) => {
  const { t } = useTranslation('signals');
  const client = useQueryClient();
  const words = useProblemText();
  const turn = useMutation({
    mutationFn: (claim: boolean) => (claim ? claimSignal(signal.id) : releaseSignal(signal.id)),
    onSettled: () => refreshSignals(client),
  });
  const may = (ability: string): boolean => signal.abilities.includes(ability);
  if (turn.error !== null) return <span role="alert">{words(turn.error)}</span>;
  if (may('signal.claim')) {
    return (
      <Button
        size={size}
        variant={size === 'sm' ? 'filled' : 'outline'}
        loading={turn.isPending}
        onClick={() => turn.mutate(true)}
      >
        {t('claim')}
        <span className="only-heard">: {signalSubject(signal)}</span>
      </Button>
    );
  }
  if (may('signal.release')) {
    return (
      <Button size={size} variant="default" loading={turn.isPending} onClick={() => turn.mutate(false)}>
        {t('release')}
        <span className="only-heard">: {signalSubject(signal)}</span>
      </Button>
    );
  }
  return null;
};
