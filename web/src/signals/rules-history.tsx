import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Day, Period } from '../ui/day';
import { Facts } from '../ui/facts';
import { Fold } from '../ui/fold';
import { Section } from '../ui/section';
import { Answer } from '../ui/states';
import { rulesHistoryQuery } from './queries';
import { RulesTable } from './rules-table';
import type { KeptRules } from './views';

const Kept = ({ kept }: { kept: KeptRules }) => {
  const { t } = useTranslation('signals');
  const { validFrom, lastOn, informedOn, discussedOn, minutesReference } = kept;
  const title =
    validFrom === null ? (
      <>
        {t('keptRules.until')} <Day on={lastOn} />
      </>
    ) : (
      <Period from={validFrom} to={lastOn} />
    );
  return (
    <Fold title={title} aside={t('keptRules.count', { count: kept.rules.length })}>
      {informedOn !== null && (
        <Facts
          items={[
            { label: t('goLive.fields.informedOn'), value: <Day on={informedOn} /> },
            { label: t('goLive.fields.worksCouncilOn'), value: <Day on={discussedOn} /> },
            { label: t('goLive.fields.minutesReference'), value: minutesReference ?? '–' },
          ]}
        />
      )}
      <RulesTable rules={kept.rules} />
    </Fold>
  );
};

/** Which rules have held when; nothing while the first ones still do, since the page shows those. */
export const RulesHistory = () => {
  const { t } = useTranslation('signals');
  const history = useQuery(rulesHistoryQuery);
  return (
    <Answer query={history} lines={2}>
      {({ items }) =>
        items.length < 2 ? null : (
          <Section title={t('keptRules.title')} flush>
            {items.map((kept) => (
              <Kept key={kept.lastOn} kept={kept} />
            ))}
          </Section>
        )
      }
    </Answer>
  );
};
