/** How a session was opened. */
export const SIGN_IN_METHODS = ['password', 'totp', 'backup-code', 'passkey', 'sso'] as const;
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

/**
 * Those that an employer who requires a second factor accepts: a password alone is not among them. A passkey is asked
 * to verify its owner, and an employer's own identity provider is that employer's to make safe.
 */
export const STRONG_METHODS: readonly SignInMethod[] = ['totp', 'backup-code', 'passkey', 'sso'];
