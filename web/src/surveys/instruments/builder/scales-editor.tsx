import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section, Stack } from '../../../ui/section';
import type { Definition } from '../views';
import styles from './builder.module.css';
import { addScale, removeScale, updateScale } from './draft-edit';
import { ScaleEditor } from './scale-editor';

type Props = { draft: Definition; onChange: (draft: Definition) => void };

/** Without a scale answers are shown as they are, and no score is computed. */
export const ScalesEditor = ({ draft, onChange }: Props) => {
  const { t } = useTranslation('instruments');
  return (
    <Section title={t('scales.title')}>
      <Stack>
        {draft.scales.length === 0 && <p className="basis">{t('builder.noScales')}</p>}
        <ul className={styles.list}>
          {draft.scales.map((scale) => (
            <ScaleEditor
              key={scale.id}
              scale={scale}
              items={draft.items}
              onChange={(change) => onChange(updateScale(draft, scale.id, change))}
              onRemove={() => onChange(removeScale(draft, scale.id))}
            />
          ))}
        </ul>
        <div>
          <Button size="xs" variant="default" onClick={() => onChange(addScale(draft))}>
            + {t('builder.addScale')}
          </Button>
        </div>
      </Stack>
    </Section>
  );
};
