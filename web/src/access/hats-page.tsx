import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer, Empty, Failure } from '../ui/states';
import { Door } from './door';
import styles from './door.module.css';
import { sessionQuery, wearHat } from './queries';
import type { Hat } from './views';

const HatList = ({ hats }: { hats: Hat[] }) => {
  const { t } = useTranslation(['access', 'account']);
  const client = useQueryClient();
  const navigate = useNavigate();
  const wear = useMutation({
    mutationFn: (hatId: string) => wearHat(client, hatId),
    onSuccess: () => navigate({ to: '/' }),
  });
  if (hats.length === 0) {
    return (
      <Empty title={t('hats.none')} icon="lock">
        {t('hats.noneHint')}
      </Empty>
    );
  }
  return (
    <>
      {wear.error !== null && <Failure error={wear.error} />}
      <ul className={styles.hats}>
        {hats.map((hat) => (
          <li key={hat.id}>
            <button
              type="button"
              className={styles.hat}
              disabled={wear.isPending}
              onClick={() => (hat.obstacle === null ? wear.mutate(hat.id) : void navigate({ to: '/secure' }))}
            >
              <b>{t(`roles.${hat.role}`)}</b>
              <span>{hat.partyName}</span>
              {hat.obstacle !== null && <span>{t('account:secure.title')}</span>}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
};

export const HatsPage = () => {
  const { t } = useTranslation('access');
  const session = useQuery(sessionQuery);
  useEffect(() => {
    document.title = `${t('hats.title')} · Nærvær`;
  }, [t]);
  return (
    <Door title={t('hats.title')} intro={t('hats.intro')}>
      <Answer query={session}>{(view) => <HatList hats={view?.hats ?? []} />}</Answer>
    </Door>
  );
};
