import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../ui/link';
import { PageHeader } from '../../ui/page-header';
import { Section, Stack } from '../../ui/section';
import { Answer } from '../../ui/states';
import { EMPLOYER_ROLES } from '../views';
import { InvitationsTable } from './invitations-table';
import { InviteModal } from './invite-modal';
import { invitationsQuery, invite, mailAgain, usersQuery, withdraw } from './queries';
import { SignInSettingsSection } from './sign-in-settings-section';
import { UsersTable } from './users-table';

const ACTS = { list: invitationsQuery.queryKey, mailAgain, withdraw };
const route = getRouteApi('/house/users');

/** Who has access to the employer, for its administrator. */
export const UsersPage = () => {
  const { t } = useTranslation('users');
  const { page = 1 } = route.useSearch();
  const navigate = route.useNavigate();
  const users = useQuery(usersQuery(page));
  const invitations = useQuery(invitationsQuery);
  const [opened, { open, close }] = useDisclosure(false);
  return (
    <>
      <PageHeader
        title={t('title')}
        meta={t('intro')}
        actions={
          <>
            <ButtonLink to="/roles" variant="default">
              {t('viewAs')}
            </ButtonLink>
            <Button onClick={open}>{t('invite')}</Button>
          </>
        }
      />
      <Stack>
        <Section title={t('list')} flush>
          <Answer query={users}>
            {(list) => (
              <UsersTable list={list} onPage={(next) => void navigate({ search: { page: next } })} />
            )}
          </Answer>
        </Section>
        <Section title={t('open')} flush>
          <Answer query={invitations} lines={2}>
            {(list) => <InvitationsTable invitations={list} acts={ACTS} />}
          </Answer>
        </Section>
        <SignInSettingsSection />
      </Stack>
      <InviteModal
        title={t('invite')}
        roles={EMPLOYER_ROLES}
        first="line-manager"
        invite={invite}
        list={ACTS.list}
        asksEmployee
        opened={opened}
        onClose={close}
      />
    </>
  );
};
