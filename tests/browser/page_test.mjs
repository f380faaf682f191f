// The page of `fubiao corpus run --report` in Chromium: that it renders, sorts and filters, that its links work, and
// that nothing of a report runs as script.
//   node page_test.mjs FOLDER CHROMIUM      FOLDER holds npm/, few.html and many.html; pictures go there
import {existsSync, mkdtempSync, readFileSync, rmSync, statSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';

const [given, executablePath] = process.argv.slice(2);
const folder = resolve(given);
const {chromium} = createRequire(join(folder, 'npm/'))('playwright-core');
const few = pathToFileURL(join(folder, 'few.html')).href;
const many = pathToFileURL(join(folder, 'many.html')).href;

let passed = 0;
let failed = 0;
function check(what, is, should = true) {
  if (JSON.stringify(is) === JSON.stringify(should)) {
    ++passed;
  } else {
    ++failed;
    console.log(`FAILED: ${what}\n  is        ${JSON.stringify(is)}\n  should be ${JSON.stringify(should)}`);
  }
}

const profile = mkdtempSync(join(tmpdir(), 'fubiao-browser-'));
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

/// Opens a page in a context of its own, runs `test` on it, and checks that all was quiet.
async function on(name, url, options, test) {
  // A profile that has seen nothing, for each.
  const data = mkdtempSync(join(profile, 'p-'));
  const context = await chromium.launchPersistentContext(data, {
    executablePath, args, headless: true, viewport: {width: 1400, height: 900}, ...options});
  const page = context.pages()[0] ?? await context.newPage();
  const said = [];
  const requests = new Set();
  page.on('console', (message) => said.push(message.type() + ': ' + message.text()));
  page.on('pageerror', (error) => said.push('error: ' + error.message));
  page.on('dialog', (dialog) => {
    said.push('dialog: ' + dialog.message());
    dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) requests.add(request.url().replace(/#.*/, ''));
  });
  await page.goto(url);
  await test(page);
  check(name + ': nothing is said on the console (errors, violations of the policy, dialogs)', said, []);
  check(name + ': nothing but the page is asked for', [...requests], [url]);
  if (options.javaScriptEnabled !== false)
    check(name + ': nothing of a report has run', await page.evaluate(() => window.pwned === undefined));
  await context.close();
}

const rows = (page, table) => page.locator(`#rows-${table} > tbody > tr`);
const shown = (page, table) =>
  page.locator(`#rows-${table} > tbody > tr`).evaluateAll((all) => all.filter((row) => row.checkVisibility()).length);
/// The texts of a column of the rows that are shown.
const column = (page, table, head) => page.evaluate(([id, name]) => {
  const element = document.getElementById(id);
  const at = [...element.tHead.rows[0].cells].findIndex((cell) => cell.textContent === name);
  return [...element.tBodies[0].rows].filter((row) => !row.hidden).map((row) => row.cells[at].textContent);
}, ['rows-' + table, head]);
const head = (page, table, name) => page.locator(`#rows-${table} thead button`, {hasText: new RegExp(`^${name}$`)});
const count = (page, table) => page.locator(`.filters:has(+ .wide > #rows-${table}) output`).textContent();
const filters = (page, table) => page.locator(`.filters:has(+ .wide > #rows-${table})`);
const figure = (page, name) => page.locator('dl.figures div', {has: page.locator('dt', {hasText: new RegExp(`^${name}$`)})});
/// Waits until the filter box, which waits for the next key, has been heard.
const typed = async (page, table, text) => {
  await filters(page, table).locator('input[type=search]').fill(text);
  await page.waitForTimeout(250);
};

const ascending = (values) => values.every((value, i) => i === 0 || values[i - 1] <= value);

await on('render', few, {}, async (page) => {
  check('title', (await page.title()).startsWith('Corpus run: '));
  check('reports perfect', (await figure(page, 'reports perfect').locator('dd').innerText()).replace(/\s+/g, ' '), '1 of 7');
  const silent = figure(page, 'silent errors');
  check('silent errors are counted', Number(await silent.locator('dd').innerText()) > 0);
  const colour = await silent.locator('dd').evaluate((dd) => getComputedStyle(dd).color);
  check('and red', colour.match(/\d+/g).map(Number).reduce((most, value, i) => i === 0 ? value > 128 : most && value < 100, true));
  check('a file gave no report', (await figure(page, 'files that gave no report').locator('dd').innerText())[0], '1');
  check('groups by format, form, switch', await page.locator('table.groups').count(), 3);
  const kinds = new Set(await column(page, 'fields', 'Kind'));
  for (const kind of ['wrong', 'lost', 'invented', 'not given']) check('a row of kind ' + kind, kinds.has(kind));
  const misses = await rows(page, 'fields').count();
  check('the figures are those of the rows', misses, (await Promise.all(['wrong', 'lost', 'invented'].map(async (name) =>
    Number(await figure(page, name).locator('dd').innerText())))).reduce((a, b) => a + b) +
    (await column(page, 'fields', 'Kind')).filter((kind) => kind.startsWith('not ')).length);
  check('all rows are shown', await count(page, 'fields'), `${misses} of ${misses} shown`);
  check('other misses', new Set(await column(page, 'others', 'What')).has('title'));
  check('the failure', (await column(page, 'failures', 'Error')).length, 1);
  check('hostile text is there as text', (await column(page, 'others', 'Truth')).some((text) =>
    text.includes('<script>window.pwned=1</script>"\'><img src=x onerror="window.pwned=2">')));
  check('Chinese text', (await column(page, 'others', 'Truth')).includes('另一个标题'));
  check('the page is as wide as the window', await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await page.screenshot({path: join(folder, 'light.png')});
  await page.locator('#fields').evaluate((element) => element.scrollIntoView());
  await page.screenshot({path: join(folder, 'rows.png')});
  await page.locator('#pictures').evaluate((element) => element.scrollIntoView());
  await page.waitForTimeout(300);
  await page.screenshot({path: join(folder, 'pictures.png')});
});

await on('sort', few, {}, async (page) => {
  const before = await column(page, 'fields', 'Field');
  for (const name of ['Truth', 'Value', 'Page', 'Row']) {
    await head(page, 'fields', name).click();
    const values = await column(page, 'fields', name);
    const numbers = values.filter((text) => text !== '' && !Number.isNaN(Number(text))).map(Number);
    check(name + ' goes up, as numbers', numbers.length > 3 && ascending(numbers));
    check(name + ': what is no number stands last',
      values.slice(numbers.length).every((text) => text === '' || Number.isNaN(Number(text))));
    await head(page, 'fields', name).click();
    const down = (await column(page, 'fields', name)).slice(0, numbers.length).map(Number);
    check(name + ' goes down', ascending([...down].reverse()) && down[0] === numbers.at(-1));
  }
  for (const name of ['Case', 'Field', 'Kind', 'Status']) {
    await head(page, 'fields', name).click();
    const values = (await column(page, 'fields', name)).filter((text) => text !== '');
    const order = await page.evaluate((all) => {
      const words = new Intl.Collator('zh', {numeric: true});
      return all.every((text, i) => i === 0 || words.compare(all[i - 1], text) <= 0);
    }, values);
    check(name + ' goes up, as text', order);
  }
  check('one column is sorted by', await page.locator('#rows-fields th[aria-sort]').allTextContents(), ['Status']);
  check('no row is lost', (await column(page, 'fields', 'Field')).sort(), [...before].sort());

  const key = head(page, 'fields', 'Field');
  await key.focus();
  await page.keyboard.press('Enter');
  check('Enter sorts', await page.locator('#rows-fields th[aria-sort=ascending]').allTextContents(), ['Field']);
  await page.keyboard.press('Space');
  check('Space sorts the other way', await page.locator('#rows-fields th[aria-sort=descending]').allTextContents(), ['Field']);
  await page.keyboard.press('Tab');
  check('Tab leads to the next head', await page.evaluate(() => document.activeElement.textContent), 'Kind');
  const ring = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  check('and shows where it is', ring !== 'none');
  const groups = page.locator('#by-format');
  await groups.locator('thead button', {hasText: /^files$/}).click();
  const files = await groups.locator('tbody tr td:nth-child(2)').allTextContents();
  check('groups sort, too', ascending(files.map(Number)));
});

await on('filter', few, {}, async (page) => {
  const misses = await rows(page, 'fields').count();
  await typed(page, 'fields', 'PENALTIES wrong');
  const found = await column(page, 'fields', 'Field');
  check('words narrow, whatever their case', found.length > 0 && found.length < misses &&
    found.every((text) => text.includes('penalties')));
  check('and are counted', await count(page, 'fields'), `${found.length} of ${misses} shown`);
  await typed(page, 'fields', 'there is no such word');
  check('nothing found', await count(page, 'fields'), `0 of ${misses} shown`);
  await filters(page, 'fields').locator('button', {hasText: /^Clear$/}).click();
  check('Clear shows all', await shown(page, 'fields'), misses);

  const kind = filters(page, 'fields').locator('select[data-by=kind]');
  await kind.selectOption({label: 'lost'});
  check('by kind', new Set(await column(page, 'fields', 'Kind')).size === 1 && (await column(page, 'fields', 'Kind'))[0], 'lost');
  await head(page, 'fields', 'Truth').click();
  check('sorting keeps the filter', new Set(await column(page, 'fields', 'Kind')).size, 1);
  await filters(page, 'fields').locator('button', {hasText: /^Clear$/}).click();
  await filters(page, 'fields').locator('input[type=checkbox]').check();
  check('only silent', (await column(page, 'fields', 'Silent')).every((text) => text === 'SILENT'));
  check('as many as the figure says', String(await shown(page, 'fields')),
    await figure(page, 'silent errors').locator('dd').innerText());
  await filters(page, 'fields').locator('button', {hasText: /^Clear$/}).click();

  for (const by of ['format', 'form', 'switch']) {
    for (const button of await page.locator(`#by-${by} tbody button`).all()) {
      const name = await button.textContent();
      await button.click();
      check(`${by} ${name}: pressed`, await button.getAttribute('aria-pressed'), 'true');
      const fit = await page.locator('#rows-fields > tbody > tr').evaluateAll((all, [key, group]) =>
        all.every((row) => row.hidden !== (row.dataset[key] ?? '').split('\n').includes(group)), [by, name]);
      check(`${by} ${name}: its rows are shown, and no other`, fit);
      await button.focus();
      await page.keyboard.press('Enter');
      check(`${by} ${name}: all again`, await shown(page, 'fields'), misses);
    }
  }
  await typed(page, 'others', '另一个标题');
  check('other tables have a filter, too', (await column(page, 'others', 'Truth')).every((text) => text === '另一个标题'));
});

await on('links', few, {}, async (page) => {
  const links = await page.locator('a').evaluateAll((all) => all.map((link) => [link.getAttribute('href'), link.href]));
  const inside = links.filter(([written]) => written.startsWith('#'));
  const lost = await page.evaluate((all) => all.filter((id) => document.getElementById(id) === null),
    inside.map(([written]) => written.slice(1)));
  check('every link within the page has its target', lost, []);
  const outside = links.filter(([written]) => !written.startsWith('#'));
  check('there are links to reports', outside.length > 10);
  check('every other link leads to a file that is there', outside.filter(([, url]) =>
    !url.startsWith('file:') || !existsSync(fileURLToPath(url)) || !statSync(fileURLToPath(url)).isFile()), []);

  const picture = page.locator('#rows-fields a[href^="#picture-"]').first();
  const row = await picture.evaluate((link) => link.closest('tr').id);
  await picture.click();
  const image = page.locator('figure:target img');
  await image.waitFor();
  await page.waitForFunction(() => document.querySelector('figure:target img').complete);
  check('the picture is shown', await image.evaluate((img) => img.naturalWidth > 300 && img.naturalHeight > 20));
  check('in the window', await image.evaluate((img) => {
    const box = img.getBoundingClientRect();
    return box.top >= 0 && box.top < innerHeight;
  }));
  await page.screenshot({path: join(folder, 'picture.png')});
  await typed(page, 'fields', 'there is no such word');
  await page.locator('figure:target a').first().click();
  check('back to its row, which shows again', [await page.evaluate(() => location.hash), await page.locator('#' + row).isVisible()],
    ['#' + row, true]);
  const marked = page.locator('#rows-fields a[href^="#row-"]').first();
  const printed = await marked.evaluate((link) => link.closest('tr').cells[4].textContent);
  await marked.click();
  check('a row of a table is marked, and holds what was printed', (await page.locator('mark:target').innerText())
    .includes(printed.slice(0, 4)));
  await page.screenshot({path: join(folder, 'table.png')});
  await page.locator('#rows-fields a[href^="#tables-"]').first().click();
  check('a field that is not given leads to all tables', await page.locator('div:target pre').first().isVisible());
  const all = await page.locator('img').all();
  check('pictures of PDF files', all.length > 3);
  for (const img of all) {
    await img.scrollIntoViewIfNeeded();
    await img.evaluate((element) => element.decode());
    check('a picture can be shown', await img.evaluate((element) => element.complete && element.naturalWidth > 0));
  }
});

await on('no script', few, {javaScriptEnabled: false}, async (page) => {
  check('figures', (await figure(page, 'reports perfect').locator('dd').innerText()).replace(/\s+/g, ' '), '1 of 7');
  check('every row shows', await page.locator('#rows-fields > tbody > tr:visible').count(), await rows(page, 'fields').count());
  check('no controls that do nothing', await page.locator('button, input, select').count(), 0);
  await page.locator('#rows-fields a[href^="#picture-"]').first().click();
  check('pictures', await page.locator('figure:target img').isVisible());
  await page.waitForTimeout(300);
  await page.screenshot({path: join(folder, 'no-script.png')});
});

/// WCAG 2: relative luminance and contrast of two colours "rgb(r, g, b)".
const luminance = (colour) => {
  const [r, g, b] = colour.match(/[\d.]+/g).map((part) => part / 255).map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (a, b) => (Math.max(luminance(a), luminance(b)) + 0.05) / (Math.min(luminance(a), luminance(b)) + 0.05);

for (const colorScheme of ['light', 'dark']) {
  await on(colorScheme, few, {colorScheme}, async (page) => {
    const back = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    check('background of ' + colorScheme, luminance(back) > 0.5, colorScheme === 'light');
    for (const selector of ['body', 'td.c a', 'figcaption', 'td.wrong', 'td.s', 'td.lost', 'dl.figures dt', 'tbody th button']) {
      const colour = await page.locator(selector).first().evaluate((element) => getComputedStyle(element).color);
      check(`${selector} can be read in ${colorScheme} (${contrast(colour, back).toFixed(1)})`, contrast(colour, back) >= 4.5);
    }
    await page.screenshot({path: join(folder, `${colorScheme}.png`)});
    await page.locator('#pictures').evaluate((element) => element.scrollIntoView());
    await page.waitForTimeout(300);
    await page.screenshot({path: join(folder, `${colorScheme}-pictures.png`)});
  });
}

await on('narrow', few, {viewport: {width: 390, height: 844}}, async (page) => {
  check('a telephone need not scroll sideways', await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await page.screenshot({path: join(folder, 'narrow.png')});
  await page.locator('#fields').evaluate((element) => element.scrollIntoView());
  await page.screenshot({path: join(folder, 'narrow-rows.png')});
});

await on('print', few, {}, async (page) => {
  await page.emulateMedia({media: 'print'});
  check('filters are not printed', await page.locator('.filters:visible').count(), 0);
  check('rows are', await page.locator('#rows-fields > tbody > tr:visible').count(), await rows(page, 'fields').count());
  await page.pdf({path: join(folder, 'print.pdf'), format: 'A4', landscape: true});
  check('as PDF', readFileSync(join(folder, 'print.pdf')).subarray(0, 5).toString(), '%PDF-');
});

// The policy is not only written there: what is put into the page by force does not run.
{
  const context = await chromium.launchPersistentContext(mkdtempSync(join(profile, 'p-')), {executablePath, args, headless: true});
  const page = await context.newPage();
  await page.goto(few);
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.pwned=1"><a id="evil" href="javascript:window.pwned=2">x</a>');
    const script = document.createElement('script');
    script.textContent = 'window.pwned=3';
    document.body.append(script);
    const style = document.createElement('style');
    style.textContent = 'body { display: none }';
    document.body.append(style);
  });
  await page.evaluate(() => document.getElementById('evil').click());
  await page.waitForTimeout(200);
  check('policy: scripts, handlers and javascript: links are off', await page.evaluate(() => window.pwned === undefined));
  check('policy: so are styles', await page.locator('body').isVisible());
  await context.close();
}

// ---- ten thousand rows: that it works is checked, how long it takes is printed
await on('many', many, {}, async (page) => {
  const misses = await rows(page, 'fields').count();
  check('ten thousand rows', misses > 9000);
  const time = (work) => page.evaluate(async (source) => {
    const begin = performance.now();
    const [selector, action, value] = source;
    const element = document.querySelector(selector);
    if (action === 'click') element.click();
    if (action === 'select') {
      element.value = value;
      element.dispatchEvent(new Event('change', {bubbles: true}));
    }
    if (action === 'type') {
      element.value = value;
      element.dispatchEvent(new Event('input', {bubbles: true}));
      await new Promise((done) => setTimeout(done, 125));
    }
    const worked = performance.now();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return `${Math.round(worked - begin)} ms, shown after ${Math.round(performance.now() - begin)} ms`;
  }, work);
  const bar = '.filters:has(+ .wide > #rows-fields)';
  const load = await page.evaluate(() => Math.round(performance.getEntriesByType('navigation')[0].loadEventEnd));
  console.log(`${misses} rows, ${(statSync(fileURLToPath(many)).size / 1e6).toFixed(1)} MB: loaded after ${load} ms`);
  console.log('sort by case:   ' + await time(['#rows-fields thead th:nth-child(1) button', 'click']));
  console.log('sort by field:  ' + await time(['#rows-fields thead th:nth-child(2) button', 'click']));
  console.log('sort by truth:  ' + await time(['#rows-fields thead th:nth-child(6) button', 'click']));
  check('sorted', ascending((await column(page, 'fields', 'Truth')).map(Number)));
  console.log('filter by text: ' + await time([bar + ' input[type=search]', 'type', 'case-17']));
  check('filtered', await shown(page, 'fields'), misses / 70);
  console.log('all again:      ' + await time([bar + ' button', 'click']));
  check('the first 500 are drawn', [await shown(page, 'fields'), await count(page, 'fields')],
    [500, `${misses} of ${misses}, the first 500 shown`]);
  console.log('filter by kind: ' + await time([bar + ' select[data-by=kind]', 'select', '=wrong']));
  console.log('all again:      ' + await time([bar + ' button', 'click']));
  await page.goto(many + '#miss-7777');
  check('a link to a row that waits draws it', await page.locator('#miss-7777').isVisible());
  console.log('draw all rows:  ' + await time([bar + ' output + button', 'click']));
  check('all are drawn', [await shown(page, 'fields'), await count(page, 'fields')], [misses, `${misses} of ${misses} shown`]);
});

rmSync(profile, {recursive: true, force: true});
console.log(`browser test: ${passed} checks passed` + (failed === 0 ? '' : `, ${failed} FAILED`));
process.exit(failed === 0 ? 0 : 1);
