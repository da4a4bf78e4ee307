import type { ComponentChildren } from 'preact';
import { t } from '../words/words';

/** A table whose rows end with what can be done to them; on a narrow screen each row is a card. */
export function ActsTable({
  caption,
  columns,
  children,
}: {
  caption: string;
  columns: string[];
  children: ComponentChildren;
}) {
  return (
    <div class="table-box">
      <table class="cards">
        <caption class="hidden-words">{caption}</caption>
        <thead>
          <tr>
            {columns.map((title) => (
              <th scope="col" key={title}>
                {title}
              </th>
            ))}
            <th scope="col">
              <span class="hidden-words">{t('what_to_do')}</span>
            </th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
