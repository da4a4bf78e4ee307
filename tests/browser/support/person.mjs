// People at their screens: each act signs in anew, does what a person does, and signs out by closing the window.
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { password } from './server.mjs';

const exactly = (label) => new RegExp(`^\\s*${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*(必須)?\\s*$`);

export const openBrowser = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });

/** A window on the server at the server's time; whatever fails in the page itself fails the scene. */
async function openWindow(browser, server) {
  const context = await browser.newContext({
    baseURL: server.address,
    viewport: { width: 1280, height: 800 },
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
  });
  if (server.time) await context.clock.setFixedTime(new Date(server.time));
  const page = await context.newPage();
  page.setDefaultTimeout(90_000);
  const faults = [];
  page.on('pageerror', (fault) => faults.push(String(fault)));
  return { context, page, faults };
}

export async function signIn(page, username, typed = password) {
  await page.goto('/');
  await page.getByLabel('利用者名').fill(username);
  await page.getByLabel('パスワード', { exact: true }).fill(typed);
  await page.getByRole('button', { name: 'サインイン' }).click();
}

/** Does `act(page)` as this person; as nobody when `username` is empty. */
export async function as(browser, server, username, act) {
  const { context, page, faults } = await openWindow(browser, server);
  try {
    if (username) {
      await signIn(page, username);
      await page.getByRole('heading', { level: 1, name: '受信箱' }).waitFor();
    }
    const answer = await act(page);
    assert.deepEqual(faults, [], `faults in the page of ${username}`);
    return answer;
  } catch (fault) {
    await page.screenshot({ path: fileURLToPath(new URL(`../results/failed-${Date.now()}.png`, import.meta.url)), fullPage: true });
    throw fault;
  } finally {
    await context.close();
  }
}

/** Opens a task from the inbox; it may take a moment to get there. */
export async function openTask(page, caseNo, task) {
  const row = page.locator('a.row', { hasText: caseNo }).filter({ hasText: task });
  for (let left = 120; left > 0 && (await row.count()) === 0; --left) {
    await page.goto('/inbox');
    await row.waitFor({ timeout: 700 }).catch(() => undefined);
  }
  await row.click();
  await page.getByRole('heading', { name: task }).waitFor();
  await page.locator('.task-work').waitFor();
}

/** Fills a form by its labels: a text, a [date, time], true for a box to tick, { choose } and { tick: [...] } for lists. */
export async function fill(page, answers) {
  for (const [label, answer] of Object.entries(answers)) {
    if (typeof answer === 'string') {
      const field = page.getByRole('textbox', { name: exactly(label) });
      const list = page.getByRole('combobox', { name: exactly(label) });
      await field.or(list).first().waitFor();
      if (await list.count()) await list.selectOption({ label: answer });
      else await field.fill(answer);
    } else if (Array.isArray(answer)) {
      for (const [part, typed] of [['日付', answer[0]], ['時刻', answer[1]]]) {
        const field = page.getByRole('textbox', { name: `${label} ${part}` });
        await field.fill(typed);
        await field.blur();
      }
    } else if (answer === true) {
      await page.getByRole('checkbox', { name: exactly(label) }).check();
    } else {
      const group = page.getByRole('group', { name: exactly(label) });
      if (answer.choose) await group.getByRole('radio', { name: answer.choose }).check();
      for (const name of answer.tick ?? []) await group.getByRole('checkbox', { name }).check();
    }
  }
}

/** Presses a button of the task, or of the request. */
export const press = (page, label) =>
  page.locator('.actions').getByRole('button', { name: label, exact: true }).click();

/** Waits until the notice says that the task is done. */
export const done = (page, task) => page.getByText(new RegExp(`${task}.*(にしました|完了しました)`)).first().waitFor();

/** A whole task: opens it, fills its form, presses its button. `more` is what the button asks for after its first press. */
export async function complete(page, caseNo, task, { answers = {}, button = '完了する', more }) {
  await openTask(page, caseNo, task);
  await fill(page, answers);
  await press(page, button);
  if (more) {
    await fill(page, more);
    await press(page, button);
  }
  await done(page, task);
}
