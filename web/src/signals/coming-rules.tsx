import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../ui/confirm';
import { Notice } from '../ui/notice';
import { notifyDone } from '../ui/notify';
import { useFormat } from '../ui/use-format';
import { rulesQuery, takeRulesBack } from './queries';
import { useRuleName } from './use-rule-name';
import type { ComingRules, SignalRules } from './views';

/** What a coming rule set adds and what it takes away. */
const Difference = ({ rules, coming }: { rules: SignalRules; coming: ComingRules }) => {
  const { t } = useTranslation('signals');
  const ruleName = useRuleName();
  const now = rules.rules.map(({ rule }) => rule);
  const then = coming.rules.map(({ rule }) => rule);
  const [added, dropped] = [
    then.filter((rule) => !now.includes(rule)),
    now.filter((rule) => !then.includes(rule)),
  ];
  const named = (names: string[]): string => names.map(ruleName).join(', ');
  return (
    <>
      {added.length > 0 && <p>{t('change.added', { rules: named(added) })}</p>}
      {dropped.length > 0 && <p>{t('change.dropped', { rules: named(dropped) })}</p>}
      {added.length > 0 && <p>{t('change.mandates')}</p>}
    </>
  );
};

/** A recorded change that has not come into force, and its undoing. */
export const ComingRulesNotice = ({ rules, coming }: { rules: SignalRules; coming: ComingRules }) => {
  const { t } = useTranslation('signals');
  const client = useQueryClient();
  const format = useFormat();
  const takeBack = useMutation({
    mutationFn: takeRulesBack,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: rulesQuery.queryKey });
      notifyDone(t('change.takenBack'));
    },
  });
  return (
    <Notice tone="attention" title={t('change.coming', { day: format.day(coming.validFrom) })}>
      <Difference rules={rules} coming={coming} />
      {rules.abilities.includes('rule.change') && (
        <ConfirmButton
          label={t('change.takeBack')}
          title={t('change.takeBack')}
          confirmLabel={t('change.takeBack')}
          busy={takeBack.isPending}
          onConfirm={() => takeBack.mutate()}
        >
          {t('change.takeBackText')}
        </ConfirmButton>
      )}
    </Notice>
  );
};
