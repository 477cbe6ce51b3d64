import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { notifyFailed } from '../ui/notify';
import { useProblemText } from '../ui/use-problem-text';
import { casesQuery, openCase, refreshCase, type NewCase } from './queries';

/** Opens a case and goes there; absent for those who may not. */
export const OpenCaseButton = ({ about }: { about: NewCase }) => {
  const { t } = useTranslation('cases');
  const client = useQueryClient();
  const navigate = useNavigate();
  const words = useProblemText();
  const cases = useQuery(casesQuery({ page: 1, state: 'open' }));
  const open = useMutation({
    mutationFn: () => openCase(about),
    onSuccess: async ({ id }) => {
      await refreshCase(client);
      await navigate({ to: '/cases/$caseId', params: { caseId: id } });
    },
    onError: (error) => notifyFailed(words(error)),
  });
  if (cases.data?.abilities.includes('case.open') !== true) return null;
  return (
    <Button variant="default" loading={open.isPending} onClick={() => open.mutate()}>
      {t('open')}
    </Button>
  );
};
