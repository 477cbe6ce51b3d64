#!/bin/sh
# The two roles: the owner migrates, the application works under row level security and can bypass nothing.
set -eu
psql -v ON_ERROR_STOP=1 -U postgres -v owner="$OWNER_PASSWORD" -v app="$APP_PASSWORD" <<'SQL'
create role naervaer_owner login nosuperuser nobypassrls password :'owner';
create role naervaer_app login nosuperuser nobypassrls password :'app';
create database naervaer owner naervaer_owner encoding 'UTF8' template template0;
\connect naervaer
revoke all on database naervaer from public;
grant connect, temporary on database naervaer to naervaer_app;
revoke all on schema public from public;
alter schema public owner to naervaer_owner;
grant usage on schema public to naervaer_app;
SQL
