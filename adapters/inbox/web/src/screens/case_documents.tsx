import type { CaseDetail } from '../server/types';
import { momentWords } from '../words/dates';
import { named, t } from '../words/words';

const kilobyte = 1024;

/** The last part of a file's name says more to people than its content type. */
function kindWords(fileName: string): string {
  const ending = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
  return named('kind_of_file_', ending, ending.toUpperCase());
}

/** The papers of a case, to be saved. */
export function CaseDocuments({ one }: { one: CaseDetail }) {
  if (!one.documents.length) return null;
  const now = new Date();
  return (
    <section>
      <h2>{t('documents')}</h2>
      <div class="table-box">
        <table class="cards">
          <caption class="hidden-words">{t('documents')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('file_name')}</th>
              <th scope="col">{t('kind_of_file')}</th>
              <th scope="col">{t('size')}</th>
              <th scope="col">{t('made_at')}</th>
            </tr>
          </thead>
          <tbody>
            {one.documents.map((document) => (
              <tr key={document.documentId}>
                <td data-label={t('file_name')}>
                  <a
                    href={`/api/cases/${encodeURIComponent(one.caseNo)}/documents/${encodeURIComponent(document.documentId)}`}
                    download
                  >
                    {document.fileName}
                  </a>
                </td>
                <td data-label={t('kind_of_file')}>{kindWords(document.fileName)}</td>
                <td data-label={t('size')}>{Math.ceil(document.size / kilobyte)} KB</td>
                <td class="when" data-label={t('made_at')}>
                  {momentWords(new Date(document.createdAt), now)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
