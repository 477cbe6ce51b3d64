import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Day, Moment, Period } from '../ui/day';
import { Facts } from '../ui/facts';
import { Fold } from '../ui/fold';
import { Pager } from '../ui/pager';
import { Section } from '../ui/section';
import { Answer } from '../ui/states';
import { rulesHistoryQuery } from './queries';
import { RulesTable } from './rules-table';
import type { KeptRules } from './views';

/** The days on which they held; of those that never did, the day they were meant from. */
const Held = ({ kept: { validFrom, lastOn } }: { kept: KeptRules }) => {
  const { t } = useTranslation('signals');
  if (lastOn === null) {
    return (
      <>
        {t('keptRules.from')} <Day on={validFrom} />
      </>
    );
  }
  if (validFrom !== null) return <Period from={validFrom} to={lastOn} />;
  return (
    <>
      {t('keptRules.until')} <Day on={lastOn} />
    </>
  );
};

/** When and by whom; no name of somebody who is gone. */
const Mark = ({ at, by }: { at: string; by: string | null }) => (
  <>
    <Moment at={at} />
    {by !== null && ` · ${by}`}
  </>
);

const Recorded = ({ kept }: { kept: KeptRules }) => {
  const { t } = useTranslation('signals');
  const { reason, informedOn, takenBackAt } = kept;
  const told =
    informedOn === null
      ? []
      : [
          { label: t('goLive.fields.informedOn'), value: <Day on={informedOn} /> },
          { label: t('goLive.fields.worksCouncilOn'), value: <Day on={kept.discussedOn} /> },
          { label: t('goLive.fields.minutesReference'), value: kept.minutesReference ?? '–' },
        ];
  const takenBack =
    takenBackAt === null
      ? []
      : [{ label: t('keptRules.takenBack'), value: <Mark at={takenBackAt} by={kept.takenBackBy} /> }];
  return (
    <Facts
      items={[
        { label: t('keptRules.recorded'), value: <Mark at={kept.recordedAt} by={kept.recordedBy} /> },
        { label: t('keptRules.reason'), value: reason ?? t('keptRules.first') },
        ...told,
        ...takenBack,
      ]}
    />
  );
};

const Kept = ({ kept }: { kept: KeptRules }) => {
  const { t } = useTranslation('signals');
  const count = t('keptRules.count', { count: kept.rules.length });
  return (
    <Fold title={<Held kept={kept} />} aside={`${t(`keptRules.states.${kept.state}`)} · ${count}`}>
      <Recorded kept={kept} />
      <RulesTable rules={kept.rules} />
    </Fold>
  );
};

const route = getRouteApi('/house/rules');

/** Every rule set that was recorded; nothing while the first ones hold, since the page shows those. */
export const RulesHistory = () => {
  const { t } = useTranslation('signals');
  const { page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const history = useQuery(rulesHistoryQuery(page));
  return (
    <Answer query={history} lines={2}>
      {({ items, ...paging }) =>
        paging.total < 2 ? null : (
          <Section title={t('keptRules.title')} flush>
            {items.map((kept) => (
              <Kept key={kept.number} kept={kept} />
            ))}
            <Pager {...paging} onPage={(next) => void navigate({ search: { page: next } })} />
          </Section>
        )
      }
    </Answer>
  );
};
