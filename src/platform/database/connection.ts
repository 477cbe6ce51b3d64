import type { DataSourceOptions } from 'typeorm';

/** Host, user and database of an address, also of one whose host is a folder with a socket. */
export const connectionOf = (url: string) => {
  const parsed = new URL(url.replace(/^postgres(ql)?:\/\/\//, 'postgres://socket/'));
  const socket = parsed.searchParams.get('host');
  return {
    host: socket ?? parsed.hostname,
    port: Number(parsed.port || parsed.searchParams.get('port') || 5432),
    user: decodeURIComponent(parsed.username) || (parsed.searchParams.get('user') ?? 'postgres'),
    password: decodeURIComponent(parsed.password) || undefined,
    database: decodeURIComponent(parsed.pathname.slice(1)),
    ssl: parsed.searchParams.get('sslmode') === 'require' ? { rejectUnauthorized: true } : undefined,
  };
};

export const typeormOptions = (url: string) => {
  const { user, ...connection } = connectionOf(url);
  return { type: 'postgres', ...connection, username: user } as const satisfies DataSourceOptions;
};
