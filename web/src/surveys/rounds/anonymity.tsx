import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './answer-page.module.css';

const PARTS = ['envelope', 'group', 'batch', 'device', 'operator', 'you'] as const;

/** How nobody can see who has answered what, in plain words, and what somebody dishonest could still do. */
export const Anonymity = ({ onBack }: { onBack: () => void }) => {
  const { t } = useTranslation('answer');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <article className={styles.explained}>
      <h1 ref={heading} tabIndex={-1}>
        {t('explain.title')}
      </h1>
      {PARTS.map((part) => (
        <section key={part}>
          <h2>{t(`explain.${part}.title`)}</h2>
          <p>{t(`explain.${part}.text`)}</p>
        </section>
      ))}
      <Button variant="default" onClick={onBack}>
        {t('explain.back')}
      </Button>
    </article>
  );
};
