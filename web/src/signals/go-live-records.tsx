import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Day, Moment } from '../ui/day';
import { Facts } from '../ui/facts';
import { Fold } from '../ui/fold';
import { Section } from '../ui/section';
import { Answer, Empty } from '../ui/states';
import styles from './go-live-form.module.css';
import { goLiveRecordsQuery } from './queries';
import type { GoLiveKept } from './views';

const DAYS = ['dpiaApprovedOn', 'worksCouncilOn', 'informedOn', 'liveFrom'] as const;
const TEXTS = ['dpiaApprovedBy', 'minutesReference', 'informedText', 'recipients', 'retention'] as const;
/** As the form has them. */
const FIELDS = [
  'dpiaApprovedBy',
  'dpiaApprovedOn',
  'worksCouncilOn',
  'minutesReference',
  'informedText',
  'informedOn',
  'noticeDays',
  'recipients',
  'retention',
  'liveFrom',
] as const;

type Field = (typeof FIELDS)[number];
const isDay = (field: Field): field is (typeof DAYS)[number] => DAYS.some((day) => day === field);
const isText = (field: Field): field is (typeof TEXTS)[number] => TEXTS.some((text) => text === field);

const Value = ({ kept, field }: { kept: GoLiveKept; field: Field }) => {
  if (isDay(field)) return <Day on={kept[field]} />;
  if (isText(field)) return <span className={styles.text}>{kept[field] ?? '–'}</span>;
  return <>{kept.noticeDays}</>;
};

const Kept = ({ kept }: { kept: GoLiveKept }) => {
  const { t } = useTranslation('signals');
  const from =
    kept.liveFrom === null ? (
      t('goLive.records.draft')
    ) : (
      <>
        {t('goLive.from')} <Day on={kept.liveFrom} />
      </>
    );
  const title = (
    <>
      <Moment at={kept.recordedAt} /> · {kept.recordedBy ?? t('goLive.records.operator')}
    </>
  );
  return (
    <Fold title={title} aside={from}>
      <Facts
        items={FIELDS.map((field) => ({
          label: t(`goLive.fields.${field}`),
          value: <Value kept={kept} field={field} />,
        }))}
      />
    </Fold>
  );
};

/** What was approved, discussed and told, as it was kept each time. */
export const GoLiveRecords = () => {
  const { t } = useTranslation('signals');
  const records = useQuery(goLiveRecordsQuery);
  return (
    <Section title={t('goLive.records.title')} flush>
      <Answer query={records} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('goLive.records.none')} icon="audit">
              {t('goLive.records.noneHint')}
            </Empty>
          ) : (
            items.map((kept) => <Kept key={kept.number} kept={kept} />)
          )
        }
      </Answer>
    </Section>
  );
};
