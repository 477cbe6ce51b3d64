import { useTranslation } from 'react-i18next';
import { useRuleName } from '../signals/use-rule-name';
import list from '../signals/signal-list.module.css';
import { Day } from '../ui/day';
import { TextLink } from '../ui/link';
import { Section } from '../ui/section';
import { Status } from '../ui/status';
import type { CaseView } from './views';

/** The signals that the case took up; one whose reason a correction removed stays, marked. */
export const CaseSignals = ({ signals }: { signals: CaseView['signals'] }) => {
  const { t } = useTranslation('signals');
  const ruleName = useRuleName();
  return (
    <Section title={t('title')} flush>
      <ul className={list.list}>
        {signals.map((signal) => (
          <li key={signal.id}>
            <div className={list.top}>
              <TextLink to="/signals/$signalId" params={{ signalId: signal.id }} className={list.name}>
                {ruleName(signal.rule)}
              </TextLink>
              <Day on={signal.raisedOn} />
            </div>
            {signal.withdrawn && (
              <div className={list.detail}>
                <Status tone="quiet">{t('states.withdrawn')}</Status>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
};
