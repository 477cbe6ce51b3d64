import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { placesOf } from '../../app/navigation';
import { Facts } from '../../ui/facts';
import { Icon } from '../../ui/icon';
import { Notice } from '../../ui/notice';
import { PageHeader } from '../../ui/page-header';
import { Columns, Section, Stack } from '../../ui/section';
import { Answer } from '../../ui/states';
import { useWord } from '../../ui/use-word';
import type { Role } from '../views';
import { roleQuery } from './queries';
import styles from './roles-page.module.css';
import { ROLES, type RoleView } from './views';

const route = getRouteApi('/house/roles');

/** The menu as it would look; it leads nowhere, for the reader does not wear the role. */
const Menu = ({ role }: { role: Role }) => {
  const { t } = useTranslation(['roles', 'app']);
  const places = placesOf(role);
  if (places.length === 0) return t('noMenu');
  return (
    <ul className={styles.list}>
      {places.map((place) => (
        <li key={place}>
          <Icon name={place} />
          {t(`app:places.${place}`)}
        </li>
      ))}
    </ul>
  );
};

const Permissions = ({ items }: Pick<RoleView, 'items'>) => {
  const { t } = useTranslation('roles');
  const word = useWord();
  if (items.length === 0) return t('noPermissions');
  return (
    <Facts
      items={items.map(({ resource, permissions }) => ({
        label: word('roles', 'resources', resource),
        value: (
          <ul className={styles.list}>
            {permissions.map((permission) => (
              <li key={permission}>{word('roles', 'permissions', permission)}</li>
            ))}
          </ul>
        ),
      }))}
    />
  );
};

const Hidden = ({ hidden }: Pick<RoleView, 'hidden'>) => {
  const { t } = useTranslation('roles');
  if (hidden.length === 0) return t('nothingHidden');
  return (
    <ul className={styles.list}>
      {hidden.map((field) => (
        <li key={field}>
          <Icon name="lock" />
          {t(`hiddenFields.${field}`)}
        </li>
      ))}
    </ul>
  );
};

const Preview = ({ view }: { view: RoleView }) => {
  const { t } = useTranslation('roles');
  return (
    <Columns>
      <Section title={t('may')}>
        <Permissions items={view.items} />
      </Section>
      <Stack>
        <Section title={t('menu')}>
          <Menu role={view.role} />
        </Section>
        <Section title={t('whom')}>{t(`reaches.${view.reach}`)}</Section>
        <Section title={t('hidden')}>
          <Hidden hidden={view.hidden} />
        </Section>
      </Stack>
    </Columns>
  );
};

/** Shows an administrator what a role opens, never anybody's data. */
export const RolesPage = () => {
  const { t } = useTranslation(['roles', 'access']);
  const { role = 'hr-manager' } = route.useSearch();
  const navigate = route.useNavigate();
  const view = useQuery(roleQuery(role));
  return (
    <>
      <PageHeader title={t('title')} meta={t('intro')} />
      <Stack>
        <Notice tone="quiet">{t('noData')}</Notice>
        <Select
          label={t('role')}
          maw={360}
          allowDeselect={false}
          data={ROLES.map((value) => ({ value, label: t(`access:roles.${value}`) }))}
          value={role}
          onChange={(next) => {
            const chosen = ROLES.find((known) => known === next);
            if (chosen) void navigate({ search: { role: chosen } });
          }}
        />
        <Answer query={view} lines={8}>
          {(shown) => <Preview view={shown} />}
        </Answer>
      </Stack>
    </>
  );
};
