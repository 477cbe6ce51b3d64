import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../../api/problem';
import { TextLink } from '../../ui/link';
import { Empty } from '../../ui/states';
import { Answer } from '../../ui/states';
import { Door } from '../door';
import { ownPath } from '../own-path';
import { employerSsoQuery, startAddress } from './queries';

const route = getRouteApi('/sign-in/$employer');

/** An employer's own page to sign in at. */
export const EmployerSignInPage = () => {
  const { t } = useTranslation('sso');
  const { employer } = route.useParams();
  const { to } = route.useSearch();
  const found = useQuery(employerSsoQuery(employer));
  const isUnknown = found.isError && problemOf(found.error).status === 404;
  useEffect(() => {
    document.title = `${t('employer.title')} · Nærvær`;
  }, [t]);
  return (
    <Door title={found.data?.employerName ?? t('employer.title')} intro={t('employer.intro')}>
      <Stack gap="sm">
        {isUnknown ? (
          <Empty title={t('employer.unknown')} icon="lock" />
        ) : (
          <Answer query={found} lines={2}>
            {({ connections }) =>
              connections.map(({ id, name }) => (
                <Button key={id} component="a" href={startAddress(id, ownPath(to))} fullWidth>
                  {t('employer.by', { name })}
                </Button>
              ))
            }
          </Answer>
        )}
        <TextLink to="/sign-in" size="sm">
          {t('employer.password')}
        </TextLink>
      </Stack>
    </Door>
  );
};
