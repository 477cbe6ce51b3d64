import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Day, Moment } from '../ui/day';
import { Facts } from '../ui/facts';
import { Fold } from '../ui/fold';
import { Pager } from '../ui/pager';
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

/** The document as it stood then; its hash tells whether a copy is the same. */
const Assessment = ({ number, hash }: { number: number; hash: string }) => {
  const { t } = useTranslation('signals');
  const address = `/api/go-live/records/${number}/impact-assessment.pdf`;
  return (
    <>
      <Anchor href={address} download inherit underline="always">
        {t('goLive.records.assessmentFile')}
      </Anchor>
      <br />
      <code className={styles.hash}>SHA-256 {hash}</code>
    </>
  );
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
        items={[
          ...FIELDS.map((field) => ({
            label: t(`goLive.fields.${field}`),
            value: <Value kept={kept} field={field} />,
          })),
          ...(kept.assessmentHash === null
            ? []
            : [
                {
                  label: t('goLive.records.assessment'),
                  value: <Assessment number={kept.number} hash={kept.assessmentHash} />,
                },
              ]),
        ]}
      />
    </Fold>
  );
};

const route = getRouteApi('/house/go-live');

/** What was approved, discussed and told, as it was kept each time. */
export const GoLiveRecords = () => {
  const { t } = useTranslation('signals');
  const { page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const records = useQuery(goLiveRecordsQuery(page));
  return (
    <Section title={t('goLive.records.title')} flush>
      <Answer query={records} lines={3}>
        {({ items, ...paging }) =>
          items.length === 0 ? (
            <Empty title={t('goLive.records.none')} icon="audit">
              {t('goLive.records.noneHint')}
            </Empty>
          ) : (
            <>
              {items.map((kept) => (
                <Kept key={kept.number} kept={kept} />
              ))}
              <Pager {...paging} onPage={(next) => void navigate({ search: { page: next } })} />
            </>
          )
        }
      </Answer>
    </Section>
  );
};
