import { Button, Checkbox, Group, MultiSelect, NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWording } from '../use-wording';
import type { Item, Scale } from '../views';
import styles from './builder.module.css';
import { withItems } from './draft-edit';
import { ReferencesEditor, ThresholdsEditor } from './sourced-editor';
import { WordingFields } from './wording-fields';

type Props = {
  scale: Scale;
  items: Item[];
  onChange: (change: Partial<Scale>) => void;
  onRemove: () => void;
};

/** What a scale is called, which questions it takes the mean of, and what change of it matters. */
export const ScaleEditor = ({ scale, items, onChange, onRemove }: Props) => {
  const { t } = useTranslation('instruments');
  const words = useWording();
  const scored = items.filter(({ kind }) => kind === 'scale' || kind === 'choice');
  const offends = (ids: string[]) =>
    items.some(({ id, offensive }) => ids.includes(id) && offensive === true);
  return (
    <li className={styles.item}>
      <WordingFields
        label={t('builder.scaleName')}
        value={scale.name}
        onChange={(name) => onChange({ name })}
      />
      <WordingFields
        label={t('scales.measures')}
        value={scale.measures}
        onChange={(measures) => onChange({ measures })}
      />
      <MultiSelect
        label={t('builder.scaleItems')}
        data={scored.map(({ id, wording }) => ({ value: id, label: words(wording) || id }))}
        value={scale.itemIds}
        onChange={(ids) => onChange({ ...withItems(scale, ids), offensive: offends(ids) ? true : undefined })}
      />
      <Group gap="sm" align="flex-end">
        <NumberInput
          label={t('builder.minimumAnswered')}
          min={1}
          max={Math.max(1, scale.itemIds.length)}
          value={scale.minimumAnswered}
          onChange={(value) => onChange({ minimumAnswered: Number(value) || 1 })}
        />
        <NumberInput
          label={t('scales.difference')}
          min={1}
          max={100}
          value={scale.minimumDifference}
          onChange={(value) => onChange({ minimumDifference: Number(value) || 1 })}
        />
        <Checkbox
          label={t('scales.higher')}
          checked={scale.higherIsBetter}
          onChange={(event) => onChange({ higherIsBetter: event.currentTarget.checked })}
        />
      </Group>
      <WordingFields
        label={t('builder.basis')}
        value={scale.minimumDifferenceBasis}
        onChange={(minimumDifferenceBasis) => onChange({ minimumDifferenceBasis })}
      />
      <ThresholdsEditor thresholds={scale.thresholds} onChange={(thresholds) => onChange({ thresholds })} />
      <ReferencesEditor references={scale.references} onChange={(references) => onChange({ references })} />
      <div>
        <Button size="xs" variant="default" onClick={onRemove}>
          {t('builder.removeScale')}
        </Button>
      </div>
    </li>
  );
};
