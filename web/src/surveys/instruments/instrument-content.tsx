import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../ui/data-table';
import { Facts } from '../../ui/facts';
import { Section, Stack } from '../../ui/section';
import { Empty } from '../../ui/states';
import { Status } from '../../ui/status';
import styles from './instrument-content.module.css';
import { useWording } from './use-wording';
import type { Instrument, Item, Scale } from './views';

const Choices = ({ item }: { item: Item }) => {
  const { t } = useTranslation('instruments');
  const words = useWording();
  if (item.choices.length === 0) return t(`kinds.${item.kind}`);
  return (
    <ul className={styles.choices}>
      {item.choices.map(({ value, wording, score }) => (
        <li key={value}>
          {words(wording) || t('blank')}
          {score !== null && <span className="numbers"> ({item.reversed ? 100 - score : score})</span>}
        </li>
      ))}
    </ul>
  );
};

/** Every question in both languages, with what each answer scores. */
export const ItemsSection = ({ instrument }: { instrument: Instrument }) => {
  const { t } = useTranslation('instruments');
  const columns: Column<Item>[] = [
    {
      key: 'da',
      head: t('columns.da'),
      main: true,
      cell: ({ wording }) => <span lang="da">{wording.da || t('blank')}</span>,
    },
    {
      key: 'en',
      head: t('columns.en'),
      cell: ({ wording }) => <span lang="en">{wording.en || t('blank')}</span>,
    },
    { key: 'choices', head: t('columns.choices'), cell: (item) => <Choices item={item} /> },
    {
      key: 'marks',
      head: t('columns.marks'),
      cell: ({ reversed, offensive }) => (
        <>
          {reversed && <Status tone="quiet">{t('reversed')}</Status>}
          {offensive === true && <Status tone="attention">{t('offensive')}</Status>}
        </>
      ),
    },
  ];
  return (
    <Section title={t('items.title', { count: instrument.items.length })} flush>
      <DataTable
        caption={t('items.title', { count: instrument.items.length })}
        columns={columns}
        rows={instrument.items}
        rowKey={({ id }) => id}
        empty={<Empty title={t('items.none')} />}
      />
    </Section>
  );
};

const ScaleFacts = ({ scale }: { scale: Scale }) => {
  const { t } = useTranslation('instruments');
  const words = useWording();
  const drawn = scale.thresholds.map(({ score, side, meaning, source }) =>
    t(`scales.thresholds.${side}`, { score, meaning: words(meaning), source }),
  );
  const measured = scale.references.map(({ population, mean, source }) =>
    t('scales.reference', { population: words(population), mean, source }),
  );
  return (
    <Facts
      items={[
        { label: t('scales.measures'), value: words(scale.measures) },
        {
          label: t('scales.scoring'),
          value: t('scales.scoringText', { items: scale.itemIds.length, minimum: scale.minimumAnswered }),
        },
        { label: t('scales.direction'), value: t(scale.higherIsBetter ? 'scales.higher' : 'scales.lower') },
        {
          label: t('scales.difference'),
          value: `${t('scales.points', { points: scale.minimumDifference })}. ${words(scale.minimumDifferenceBasis)}`,
        },
        {
          label: t('scales.thresholdsLabel'),
          value: drawn.length > 0 ? drawn.join(' ') : t('scales.noThresholds'),
        },
        {
          label: t('scales.references'),
          value: measured.length > 0 ? measured.join(' ') : t('scales.noReferences'),
        },
      ]}
    />
  );
};

/** Of questions whose words are somebody else's, and not here, there is nothing to list but how many they are. */
export const WordlessItems = ({ count }: { count: number }) => {
  const { t } = useTranslation('instruments');
  return (
    <Section title={t('items.title', { count })}>
      <p>{t('items.wordless')}</p>
    </Section>
  );
};

/** How answers become scores, in plain words. */
export const ScalesSection = ({ scales }: { scales: Scale[] }) => {
  const { t } = useTranslation('instruments');
  const words = useWording();
  return (
    <Section title={t('scales.title')}>
      {scales.length === 0 && t('scales.none')}
      <Stack>
        {scales.map((scale) => (
          <div key={scale.id}>
            <h3 className={styles.scale}>
              {words(scale.name)}{' '}
              {scale.offensive === true && <Status tone="attention">{t('offensive')}</Status>}
            </h3>
            <ScaleFacts scale={scale} />
          </div>
        ))}
      </Stack>
    </Section>
  );
};
