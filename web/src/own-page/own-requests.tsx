import { Button, Group } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../ui/confirm';
import { Day } from '../ui/day';
import { Section } from '../ui/section';
import { Answer, Failure } from '../ui/states';
import { AskModal } from './ask-modal';
import styles from './own-page.module.css';
import { ownPageQuery, ownRequestsQuery, withdraw } from './queries';
import { RequestStateWord } from './request-state';
import type { OwnRequest, RequestKind } from './views';

const KINDS = [
  'talk',
  'plan',
  'correction',
  'objection',
  'look-up-names',
] as const satisfies readonly RequestKind[];

const Withdraw = ({ id }: { id: string }) => {
  const { t } = useTranslation('ownPage');
  const client = useQueryClient();
  const back = useMutation({
    mutationFn: () => withdraw(id),
    // An objection taken back changes more of the page than this list.
    onSettled: () => client.invalidateQueries({ queryKey: ownPageQuery.queryKey }),
  });
  return (
    <>
      {back.error !== null && <Failure error={back.error} />}
      <ConfirmButton
        label={t('ask.withdraw')}
        title={t('ask.withdrawTitle')}
        confirmLabel={t('ask.withdraw')}
        busy={back.isPending}
        onConfirm={() => back.mutate()}
      >
        {t('ask.withdrawHint')}
      </ConfirmButton>
    </>
  );
};

const Asked = ({ request }: { request: OwnRequest }) => {
  const { t } = useTranslation('ownPage');
  const { kind, askedOn, text, decision } = request;
  return (
    <li>
      <strong>{t(`ask.kinds.${kind}`)}</strong> <RequestStateWord request={request} />
      <span className={styles.under}>
        <Day on={askedOn} />
      </span>
      {text !== null && <p className={styles.words}>{text}</p>}
      {request.state === 'asked' && <Withdraw id={request.id} />}
      {decision !== null && (
        <p className={styles.words}>
          {t('ask.answer')}: {decision}
        </p>
      )}
    </li>
  );
};

/** What the reader may ask for, and what became of it. */
export const OwnRequests = () => {
  const { t } = useTranslation('ownPage');
  const requests = useQuery(ownRequestsQuery);
  const [asking, setAsking] = useState<RequestKind | null>(null);
  return (
    <Section title={t('ask.title')}>
      <p>{t('ask.intro')}</p>
      <Group gap="xs" mb="sm">
        {KINDS.map((kind) => (
          <Button key={kind} variant="default" size="sm" onClick={() => setAsking(kind)}>
            {t(`ask.kinds.${kind}`)}
          </Button>
        ))}
      </Group>
      <Answer query={requests} lines={2}>
        {({ items }) => (
          <ul className={styles.requests}>
            {items.map((request) => (
              <Asked key={request.id} request={request} />
            ))}
          </ul>
        )}
      </Answer>
      {asking !== null && <AskModal kind={asking} onClose={() => setAsking(null)} />}
    </Section>
  );
};
