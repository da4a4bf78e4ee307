import type { Total } from '../server/types';

/** `120`, or `10000+` where the server stopped counting. */
export const totalWords = ({ totalItems, hasMoreTotalItems }: Total): string =>
  `${totalItems}${hasMoreTotalItems ? '+' : ''}`;
