import { useTranslation } from 'react-i18next';
import type { SpellKind } from './views';

/** The kind of absence; a reader whose mandate leaves it out sees only that there was absence. */
export const SpellKindWord = ({ kind }: { kind: SpellKind | null }) => {
  const { t } = useTranslation('absence');
  return <>{kind === null ? t('kinds.hidden') : t(`kinds.${kind}`)}</>;
};
