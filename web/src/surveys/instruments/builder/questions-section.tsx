import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section, Stack } from '../../../ui/section';
import type { Definition, Draft, ItemKind } from '../views';
import styles from './builder.module.css';
import {
  addItem,
  addPage,
  moveItem,
  orNone,
  removeItem,
  removePage,
  updateItem,
  updatePage,
} from './draft-edit';
import { ItemEditor } from './item-editor';
import { WordingFields } from './wording-fields';

type Props = { draft: Definition; advice: Draft['advice']; onChange: (draft: Definition) => void };
const KINDS = ['scale', 'choice', 'choices', 'number', 'comment'] as const satisfies readonly ItemKind[];

const Screen = ({ draft, advice, onChange, at }: Props & { at: number }) => {
  const { t } = useTranslation('instruments');
  const page = draft.pages[at];
  if (page === undefined) return null;
  const order = draft.pages.flatMap(({ itemIds }) => itemIds);
  const items = page.itemIds
    .map((id) => draft.items.find((item) => item.id === id))
    .filter((item) => item !== undefined);
  return (
    <Section
      title={t('builder.screen', { number: at + 1, count: draft.pages.length })}
      aside={
        draft.pages.length > 1 && (
          <Button size="xs" variant="default" onClick={() => onChange(removePage(draft, at))}>
            {t('builder.removeScreen', { number: at + 1 })}
          </Button>
        )
      }
    >
      <div className={styles.page}>
        <WordingFields
          label={t('builder.heading')}
          value={page.heading ?? { da: '', en: '' }}
          onChange={(heading) => onChange(updatePage(draft, at, { heading: orNone(heading) }))}
        />
        <ol className={styles.list}>
          {items.map((item) => (
            <ItemEditor
              key={item.id}
              item={item}
              number={order.indexOf(item.id) + 1}
              advice={advice}
              onChange={(change) => onChange(updateItem(draft, item.id, change))}
              onMove={(by) => onChange(moveItem(draft, item.id, by))}
              onRemove={() => onChange(removeItem(draft, item.id))}
            />
          ))}
        </ol>
      </div>
    </Section>
  );
};

/** The screens with their questions; all of it by keyboard too. */
export const QuestionsSection = (props: Props) => {
  const { t } = useTranslation('instruments');
  const { draft, onChange } = props;
  return (
    <Stack>
      {draft.pages.map((_, at) => (
        <Screen key={at} {...props} at={at} />
      ))}
      <Group gap="xs">
        {KINDS.map((kind) => (
          <Button key={kind} size="xs" variant="default" onClick={() => onChange(addItem(draft, kind))}>
            + {t(`kinds.${kind}`)}
          </Button>
        ))}
        <Button size="xs" variant="default" onClick={() => onChange(addPage(draft))}>
          + {t('builder.addScreen')}
        </Button>
      </Group>
    </Stack>
  );
};
