import { computed, signal } from '@preact/signals';

export interface Session {
  username: string;
  name: string;
  post?: string | null;
  groups: string[];
  hasPassword: boolean;
  /** Who is away and has them act in their place now. */
  standsFor: { username: string; groups: string[] }[];
  csrfToken: string;
}

/** Who is signed in; null when nobody is, undefined before the server was asked. */
export const session = signal<Session | null | undefined>(undefined);

/** The server no longer knows the session, while a person was working: sign in again over the same page. */
export const sessionOver = signal(false);

const operatorGroup = /^(iom\.|administrators$)/;

/** May see the mail tray, variables and incidents. */
export const isOperator = computed(() => session.value?.groups.some((group) => operatorGroup.test(group)) ?? false);
