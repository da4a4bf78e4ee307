// CSPアカウント発行: the form for GCAS is made and downloaded, its answer comes back as a file, is looked at and taken into the case.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { look } from './support/look.mjs';
import { as, complete, fill, openBrowser, openTask, press } from './support/person.mjs';
import { password, startServer } from './support/server.mjs';

let server;
let browser;
let caseNo;
const formNo = 'GRQ-R08-00001'; // an urgent request gets a form of its own

before(async () => {
  server = await startServer();
  browser = await openBrowser();
  await server.moveClock('2026-04-10T10:00:00+09:00');
  const line = (lineNo, name, kana, mail) => ({ lineNo, name, kana, mail, to: '2027-03-31' });
  const started = await fetch(`${server.address}/v2/process-instances`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Basic ${Buffer.from(`admin:${password}`).toString('base64')}` },
    body: JSON.stringify({
      processDefinitionId: 'csp-account',
      variables: {
        ...{ title: '保守要員のGCASユーザー', kind: 'user', system: 'SYS-46', csp: 'aws', reason: '保守', pledgeNo: 'SEI-12', urgent: true },
        requestLines: [line(1, '髙橋 光', 'ﾀｶﾊｼ ﾋｶﾙ', 'takahashi@tax-asp.example.jp'), line(2, '原 望', 'ハラ ノゾミ', 'hara@tax-asp.example.jp')],
        requester: { name: '林 拓也', party: 'joint_asp/SYS-46', mail: 'hayashi@tax-asp.example.jp' },
      },
    }),
  });
  assert.equal(started.status, 200, await started.clone().text());
  caseNo = (await started.json()).businessId ?? 'ACC-R08-00001';
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

test('the form is made, and the ward downloads it where it authorises and submits', async () => {
  await as(browser, server, 'tanto', (page) => complete(page, caseNo, 'E20 受付を確認する', { button: '受け付ける' }));
  await as(browser, server, 'kakaricho', (page) => complete(page, caseNo, 'E30', { button: '承認' }));
  await as(browser, server, 'tanto', async (page) => {
    await openTask(page, formNo, 'Q50 申請書の内容をそろえる');
    await look(page, 'request-form-content');
    await press(page, '完了する');
  });
  await as(browser, server, 'joho', async (page) => {
    await openTask(page, formNo, 'Q60 内容を確かめ、申請を許す');
    await page.getByText('ﾀｶﾊｼ').first().waitFor(); // what was made plain is shown
    await look(page, 'request-form-authorise');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: `gcas_user_${formNo}-1.xlsx` }).click(),
    ]);
    assert.equal(download.suggestedFilename(), `gcas_user_${formNo}-1.xlsx`);
    await press(page, '申請してよい');
    await openTask(page, formNo, 'Q70 GCASに提出する');
    await page.getByText('確かめること').waitFor();
    await look(page, 'request-form-submit');
    await fill(page, { GCASの受付番号: 'G-555', 提出した日時: ['2026/4/10', '10:00'] });
    await press(page, '完了する');
  });
});

test('an answer that came as a file is looked at by keyboard, and taken into the case', () =>
  as(browser, server, 'tanto', async (page) => {
    await openTask(page, caseNo, 'E80 GCASの回答を記す');
    await page.getByRole('link', { name: '申請書への回答' }).click();
    await page.getByRole('heading', { level: 1, name: '申請書への回答' }).waitFor();
    await page.getByRole('button', { name: '読み込む' }).press('Enter');
    await page.getByText('ファイルを選んでください。').waitFor();
    const text = `依頼番号,行番号,結果,発行ID,回答日,連絡事項\r\n${caseNo},1,発行済,u-1,2026/4/20,\r\nACC-R08-99999,2,却下,,2026/4/20,所属が確かめられない\r\n`;
    await page.getByLabel('回答のファイル').setInputFiles({ name: '回答.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.getByRole('button', { name: '読み込む' }).press('Enter');
    await page.getByText('新しい回答').waitFor();
    await page.getByText('照合できない').waitFor();
    await look(page, 'form-answer');
    await page.getByLabel('3行 の受付番号').fill(caseNo);
    await page.getByLabel('3行 の行番号').fill('2');
    await page.getByRole('button', { name: 'この内容で案件に取り込む' }).press('Enter');
    await page.getByText(`2 行を ${caseNo} に取り込みました。`).waitFor();
    await page.getByText('待っているファイルはありません。').waitFor();
    await openTask(page, caseNo, 'E101');
  }));
