import { ActionIcon, Checkbox, Group, NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../ui/icon';
import { Notice } from '../../../ui/notice';
import { useWord } from '../../../ui/use-word';
import type { Draft, Item } from '../views';
import styles from './builder.module.css';
import { ChoicesEditor } from './choices-editor';
import { orNone } from './draft-edit';
import { WordingFields } from './wording-fields';

type Props = {
  item: Item;
  number: number;
  advice: Draft['advice'];
  onChange: (change: Partial<Item>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

const Marks = ({ item, onChange }: Pick<Props, 'item' | 'onChange'>) => {
  const { t } = useTranslation('instruments');
  const scored = item.kind === 'scale' || item.kind === 'choice';
  return (
    <Group gap="md">
      <Checkbox
        label={t('builder.required')}
        checked={item.required}
        onChange={(event) => onChange({ required: event.currentTarget.checked })}
      />
      {scored && (
        <Checkbox
          label={t('builder.reversed')}
          checked={item.reversed}
          onChange={(event) => onChange({ reversed: event.currentTarget.checked })}
        />
      )}
      <Checkbox
        label={t('builder.offensive')}
        checked={item.offensive === true}
        onChange={(event) => onChange({ offensive: event.currentTarget.checked ? true : undefined })}
      />
    </Group>
  );
};

const RangeFields = ({ item, onChange }: Pick<Props, 'item' | 'onChange'>) => {
  const { t } = useTranslation('instruments');
  const range = item.range ?? { minimum: 0, maximum: 100 };
  return (
    <Group gap="sm">
      {(['minimum', 'maximum'] as const).map((end) => (
        <NumberInput
          key={end}
          label={t(`builder.${end}`)}
          min={0}
          allowDecimal={false}
          value={range[end]}
          onChange={(value) => onChange({ range: { ...range, [end]: Number(value) } })}
        />
      ))}
    </Group>
  );
};

/** One question: its words, its answers, its place. */
export const ItemEditor = ({ item, number, advice, onChange, onMove, onRemove }: Props) => {
  const { t } = useTranslation('instruments');
  const word = useWord();
  const given = advice.find(({ itemId }) => itemId === item.id)?.advice ?? [];
  const takesChoices = item.kind === 'scale' || item.kind === 'choice' || item.kind === 'choices';
  const acts = [
    { icon: 'up', label: t('builder.up', { number }), act: () => onMove(-1) },
    { icon: 'down', label: t('builder.down', { number }), act: () => onMove(1) },
    { icon: 'retention', label: t('builder.remove', { number }), act: onRemove },
  ] as const;
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <strong>{t('builder.question', { number, kind: t(`kinds.${item.kind}`) })}</strong>
        <Group gap={4}>
          {acts.map(({ icon, label, act }) => (
            <ActionIcon key={icon} variant="default" aria-label={label} onClick={act}>
              <Icon name={icon} />
            </ActionIcon>
          ))}
        </Group>
      </div>
      <WordingFields
        label={t('builder.wording')}
        value={item.wording}
        onChange={(wording) => onChange({ wording })}
      />
      {item.kind !== 'comment' && (
        <WordingFields
          label={t('builder.hint')}
          value={item.hint ?? { da: '', en: '' }}
          onChange={(hint) => onChange({ hint: orNone(hint) ?? undefined })}
        />
      )}
      {given.length > 0 && (
        <Notice tone="quiet">{given.map((code) => word('instruments', 'advice', code)).join(' ')}</Notice>
      )}
      {item.kind === 'comment' && <Notice tone="quiet">{t('builder.freeText')}</Notice>}
      {takesChoices && (
        <ChoicesEditor
          choices={item.choices}
          scored={item.kind !== 'choices'}
          onChange={(choices) => onChange({ choices })}
        />
      )}
      {item.kind === 'number' && <RangeFields item={item} onChange={onChange} />}
      <Marks item={item} onChange={onChange} />
    </li>
  );
};
