import type { ComponentChildren } from 'preact';
import type { PersonnelRehearsal } from '../server/types';
import { dayWords } from '../words/dates';
import { t } from '../words/words';
import { useNames } from './people';

/** A list of what a change does, as a table; on a narrow screen each row is a card. */
function Part({ title, columns, children }: { title: string; columns: string[]; children: ComponentChildren[] }) {
  return (
    <section>
      <h3>
        {title} <span class="small quiet">{children.length}</span>
      </h3>
      {children.length === 0 ? (
        <p class="quiet">{t('personnel_none')}</p>
      ) : (
        <div class="table-box">
          <table class="cards">
            <caption class="hidden-words">{title}</caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th scope="col" key={column}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>{children}</tbody>
          </table>
        </div>
      )}
    </section>
  );
}

const listed = (names: string[]) => names.join('、') || '–';
const changed = (before: string, after: string) => (before === after ? before : `${before} → ${after}`);

/** What a personnel change does to people, their open tasks, groups and substitutions. */
export function Rehearsal({ told }: { told: PersonnelRehearsal }) {
  const nameOf = useNames();
  const known = new Map(told.accounts.map((one) => [one.username, one.name]));
  const who = (username: string) => known.get(username) ?? nameOf(username);
  return (
    <>
      {told.newGroups.length > 0 && (
        <p class="fault">{t('personnel_new_groups', { groups: listed(told.newGroups) })}</p>
      )}
      <Part
        title={t('personnel_accounts')}
        columns={[
          t('personnel_who'),
          t('personnel_change'),
          t('personnel_groups_change'),
          t('personnel_post_change'),
          t('personnel_ends'),
        ]}
      >
        {told.accounts.map((one) => (
          <tr key={one.username}>
            <th scope="row">
              {one.name} <span class="small quiet">{one.username}</span>
            </th>
            <td data-label={t('personnel_change')}>{t(`personnel_${one.change}`)}</td>
            <td data-label={t('personnel_groups_change')}>
              {changed(listed(one.groupsBefore), listed(one.groupsAfter))}
            </td>
            <td data-label={t('personnel_post_change')}>{changed(one.postBefore ?? '–', one.postAfter ?? '–')}</td>
            <td data-label={t('personnel_ends')}>
              {one.change === 'LEAVES'
                ? t('personnel_ends_count', { sessions: one.sessions, tokens: one.accessTokens })
                : '–'}
            </td>
          </tr>
        ))}
      </Part>
      <Part
        title={t('personnel_tasks')}
        columns={[t('case_no'), t('personnel_task'), t('personnel_who'), t('personnel_act')]}
      >
        {told.tasks.map((one) => (
          <tr key={one.userTaskKey + one.username + one.act}>
            <th scope="row">{one.caseNo}</th>
            <td data-label={t('personnel_task')}>
              {one.name} <span class="small quiet">{one.processName}</span>
            </td>
            <td data-label={t('personnel_who')}>{who(one.username)}</td>
            <td data-label={t('personnel_act')}>
              {t(`personnel_act_${one.act}`, { name: one.successor ? who(one.successor) : '' })}
              {one.isForNobody && <span class="fault"> {t('personnel_for_nobody')}</span>}
            </td>
          </tr>
        ))}
      </Part>
      <Part
        title={t('personnel_groups')}
        columns={[t('personnel_group'), t('state'), t('personnel_open_tasks'), t('personnel_in_models')]}
      >
        {told.emptyGroups.map((one) => (
          <tr key={one.group}>
            <th scope="row">{one.group}</th>
            <td data-label={t('state')}>{t(one.isEmptied ? 'personnel_emptied' : 'personnel_already_empty')}</td>
            <td data-label={t('personnel_open_tasks')}>{one.openTasks}</td>
            <td data-label={t('personnel_in_models')}>{listed(one.processes)}</td>
          </tr>
        ))}
      </Part>
      <Part title={t('personnel_substitutions')} columns={[t('who_is_away'), t('substitutes'), t('period')]}>
        {told.substitutions.map((one) => (
          <tr key={one.substitutionKey}>
            <th scope="row">{who(one.principal)}</th>
            <td data-label={t('substitutes')}>{listed(one.substitutes.map(who))}</td>
            <td data-label={t('period')}>
              {dayWords(new Date(one.from))} – {dayWords(new Date(one.until))}
            </td>
          </tr>
        ))}
      </Part>
    </>
  );
}
