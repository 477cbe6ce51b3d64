import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/notice';
import { Waiting } from '../../ui/states';
import { useFormat } from '../../ui/use-format';
import { InstrumentForm } from '../instruments/instrument-form';
import styles from './answer-page.module.css';
import type { Way } from './device';
import { forgetPageOffline } from './offline';
import type { Opened } from './respond-queries';
import { useRespondent, type Obstacle } from './use-respondent';

type Language = 'da' | 'en';

/** In groups of four, as it stands in the invitation. */
const shown = (fingerprint: string): string => (fingerprint.match(/.{4}/g) ?? []).join(' ');

const Welcome = ({
  opened,
  language,
  offline,
  isKiosk,
  onBegin,
}: {
  opened: Opened;
  language: Language;
  offline: boolean;
  isKiosk: boolean;
  onBegin: () => void;
}) => {
  const { t } = useTranslation('answer');
  const format = useFormat();
  return (
    <>
      <p className={styles.kicker}>{opened.employerName}</p>
      <h1>{opened.title[language]}</h1>
      {opened.instrument.introduction && <p>{opened.instrument.introduction[language]}</p>}
      <ul className={styles.promises}>
        <li>{t('welcome.anonymous')}</li>
        <li>{t('welcome.group', { people: opened.invited, minimum: opened.minimum })}</li>
        <li>
          {t('welcome.until', { day: format.day(opened.closesOn) })}{' '}
          {t(isKiosk ? 'welcome.kiosk' : 'welcome.pause')}
        </li>
      </ul>
      {offline && <Notice tone="attention">{t('offline.begin')}</Notice>}
      <Button size="md" fullWidth onClick={onBegin}>
        {t('welcome.begin')}
      </Button>
      <p className={styles.small}>
        {t('welcome.key')} <span className="numbers">{shown(opened.fingerprint)}</span>
      </p>
    </>
  );
};

const End = ({ title, children }: { title: string; children: React.ReactNode }) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles.end} role="status">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </div>
  );
};

const PASSING: readonly Obstacle[] = ['offline', 'failed', 'too-many'];

const Stopped = ({ why, onRetry, onOther }: { why: Obstacle; onRetry: () => void; onOther?: () => void }) => {
  const { t } = useTranslation('answer');
  return (
    <End title={t(`stopped.${why}.title`)}>
      <p>{t(`stopped.${why}.text`)}</p>
      {PASSING.includes(why) && (
        <Button mt="md" mr="sm" onClick={onRetry}>
          {t('again')}
        </Button>
      )}
      {onOther && <OtherCode onOther={onOther} />}
    </End>
  );
};

const OtherCode = ({ onOther }: { onOther: () => void }) => {
  const { t } = useTranslation('answer');
  return (
    <Button mt="md" variant="default" onClick={onOther}>
      {t('kiosk.other')}
    </Button>
  );
};

interface Props {
  readonly way: Way;
  readonly language: Language;
  readonly onDone?: () => void;
  /** At a kiosk: gives the screen to the next one. */
  readonly onOther?: () => void;
}

/** A survey from its first screen to the last. */
export const Survey = ({ way, language, onDone, onOther }: Props) => {
  const { t } = useTranslation('answer');
  const { now, begin, note, complete, retry } = useRespondent(way);
  const isDone = now.state === 'done';
  useEffect(() => {
    if (!isDone) return;
    void forgetPageOffline();
    onDone?.();
  }, [isDone, onDone]);
  if (now.state === 'opening') return <Waiting lines={8} level="page" />;
  if (now.state === 'stopped')
    return <Stopped why={now.why} onRetry={retry} {...(onOther ? { onOther } : {})} />;
  if (now.state === 'done') {
    return (
      <End title={t(onOther ? 'waiting.title' : 'done.title')}>
        <p>{t(onOther ? 'kiosk.done' : 'done.text')}</p>
        {onOther && <OtherCode onOther={onOther} />}
      </End>
    );
  }
  if (now.stage === 'begin') {
    return (
      <Welcome
        opened={now.opened}
        language={language}
        offline={now.offline}
        isKiosk={onOther !== undefined}
        onBegin={() => void begin()}
      />
    );
  }
  if (now.stage === 'answer') {
    return (
      <>
        <h1 className="only-heard">{now.opened.title[language]}</h1>
        <InstrumentForm
          instrument={now.opened.instrument}
          language={language}
          initial={now.answers}
          startPage={now.page}
          onChange={note}
          onComplete={complete}
        />
      </>
    );
  }
  const key = now.stage === 'send' ? (now.offline ? 'offline' : 'sending') : 'waiting';
  return (
    <End title={t(`${key}.title`)}>
      <p>{t(`${key}.text`)}</p>
    </End>
  );
};
