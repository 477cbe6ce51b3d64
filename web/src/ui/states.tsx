import { Button, Skeleton } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../api/problem';
import { Icon, type IconName } from './icon';
import styles from './states.module.css';
import { useProblemText } from './use-problem-text';

type EmptyProps = { title: string; children?: ReactNode; icon?: IconName; action?: ReactNode };

export const Empty = ({ title, children, icon = 'check', action }: EmptyProps) => (
  <div className={styles.quiet}>
    <span className={styles.icon}>
      <Icon name={icon} size={26} />
    </span>
    <strong>{title}</strong>
    {children !== undefined && <p>{children}</p>}
    {action}
  </div>
);

type Level = 'page' | 'part';

export const Waiting = ({ lines = 4, level = 'part' }: { lines?: number; level?: Level }) => {
  const { t } = useTranslation();
  const Name = level === 'page' ? 'h1' : 'span';
  return (
    <div className={styles.waiting} role="status">
      <Name className="only-heard">{t('loading')}</Name>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={14} width={`${92 - ((line * 17) % 40)}%`} radius="xs" />
      ))}
    </div>
  );
};

type FailureProps = { error: unknown; onRetry?: () => void; level?: Level };

export const Failure = ({ error, onRetry, level = 'part' }: FailureProps) => {
  const Name = level === 'page' ? 'h1' : 'strong';
  const { t } = useTranslation();
  const words = useProblemText();
  const { status } = problemOf(error);
  return (
    <div className={styles.failure} role="alert">
      <Name>{status === 404 ? t('failure.notFound') : t('failure.title')}</Name>
      <p>{words(error)}</p>
      {onRetry !== undefined && status !== 404 && (
        <Button size="xs" variant="default" onClick={onRetry}>
          {t('failure.retry')}
        </Button>
      )}
    </div>
  );
};

type AnswerProps<Data> = {
  query: UseQueryResult<Data>;
  lines?: number;
  /** The whole page waits for this, its heading too. */
  level?: Level;
  children: (data: Data) => ReactNode;
};

/** Shows what a query answers, or that it is still coming, or that it failed. */
export const Answer = <Data,>({ query, lines = 4, level = 'part', children }: AnswerProps<Data>) => {
  if (query.data !== undefined) return children(query.data);
  if (query.isError)
    return <Failure error={query.error} level={level} onRetry={() => void query.refetch()} />;
  return <Waiting lines={lines} level={level} />;
};
