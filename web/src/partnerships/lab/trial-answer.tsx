import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/notice';
import { Columns, Section, Stack } from '../../ui/section';
import { useFormat } from '../../ui/use-format';
import { DetectableSection } from './detectable-section';
import { DraftSection } from './draft-section';
import { OwnFigures } from './own-figures';
import { PaymentsSection } from './payments-section';
import { RulesSection } from './rules-section';
import { SizeSection } from './size-section';
import { Verdict } from './verdict';
import type { TrialAnswer as Answer, TrialView } from './views';

const Regression = ({ regression }: Pick<Answer, 'regression'>) => {
  const { t } = useTranslation('lab');
  const format = useFormat();
  if (regression === null) return null;
  const { excess, expected, correlation } = regression;
  const isHigh = excess > 0;
  return (
    <Notice tone={expected >= 0.02 ? 'attention' : 'quiet'} title={t('regression.title')}>
      <p>
        {isHigh
          ? t('regression.high', {
              excess: format.percent(excess, 0),
              expected: format.percent(expected, 0),
              correlation: format.number(correlation, 2),
            })
          : t('regression.low')}
      </p>
      {expected >= 0.02 && <p>{t('regression.advice')}</p>}
    </Notice>
  );
};

export const Assumptions = () => {
  const { t } = useTranslation('lab');
  const items = t('assumptions.items', { returnObjects: true });
  return (
    <Section title={t('assumptions.title')}>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </Section>
  );
};

/** Everything that the lab answers to one question. */
export const TrialAnswer = ({ partnershipId, trial }: { partnershipId: string; trial: TrialView }) => (
  <Stack>
    <Verdict trial={trial} />
    <DraftSection partnershipId={partnershipId} trial={trial} />
    <Regression regression={trial.answer.regression} />
    <Columns even>
      <RulesSection trial={trial} />
      <PaymentsSection trial={trial} />
    </Columns>
    <DetectableSection trial={trial} />
    <OwnFigures trial={trial} />
    <Columns even>
      <SizeSection trial={trial} />
      <Assumptions />
    </Columns>
  </Stack>
);
