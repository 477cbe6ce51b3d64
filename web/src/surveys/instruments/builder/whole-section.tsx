import { useTranslation } from 'react-i18next';
import { Section, Stack } from '../../../ui/section';
import type { Definition } from '../views';
import { orNone } from './draft-edit';
import { WordingFields } from './wording-fields';

type Props = { draft: Definition; onChange: (draft: Definition) => void };

export const WholeSection = ({ draft, onChange }: Props) => {
  const { t } = useTranslation('instruments');
  return (
    <Section title={t('builder.whole')}>
      <Stack>
        <WordingFields
          label={t('builder.name')}
          value={draft.name}
          onChange={(name) => onChange({ ...draft, name })}
        />
        <WordingFields
          label={t('builder.introduction')}
          value={draft.introduction ?? { da: '', en: '' }}
          onChange={(introduction) => onChange({ ...draft, introduction: orNone(introduction) })}
        />
      </Stack>
    </Section>
  );
};
