import { useLocation } from 'preact-iso';
import { Heading, useTitle } from '../parts/page';
import { t } from '../words/words';

export function NotFoundScreen() {
  const { path } = useLocation();
  const words = t('not_found', { what: path });
  useTitle(words);
  return (
    <>
      <Heading>{words}</Heading>
      <p>
        <a href="/inbox">{t('inbox')}</a>
      </p>
    </>
  );
}
