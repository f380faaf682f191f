// Sorting, filters and counts for a page that is whole without them. Whatever it shows is set as text, never as markup.
'use strict';
(() => {
  const make = (tag, text) => {
    const element = document.createElement(tag);
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const words = new Intl.Collator('zh', {numeric: true});
  // Rows beyond the first few hundred wait undrawn (corpus_page.css): laying out ten thousand takes a browser seconds.
  const few = 500;
  const bars = new Map();

  // ---- sorting: a click on a head, and another one the other way round
  const sortable = (table) => {
    const heads = [...table.tHead.rows[0].cells];
    const body = table.tBodies[0];
    heads.forEach((head, column) => {
      const button = make('button', head.textContent);
      button.type = 'button';
      button.title = 'Sort';
      head.replaceChildren(button);
      button.addEventListener('click', () => {
        const down = head.getAttribute('aria-sort') === 'ascending';
        for (const other of heads) other.removeAttribute('aria-sort');
        head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
        const numbers = head.classList.contains('n');
        const keyed = [...body.rows].map((row, place) => {
          const text = row.cells[column].textContent;
          const number = text === '' ? NaN : Number(text);
          return {row, place, text, number, none: numbers ? Number.isNaN(number) : text === ''};
        });
        // What has no value stands last either way; equal rows keep their order.
        keyed.sort((a, b) => {
          if (a.none !== b.none) return a.none ? 1 : -1;
          const order = a.none ? 0 : numbers ? a.number - b.number : words.compare(a.text, b.text);
          return (down ? -order : order) || a.place - b.place;
        });
        const sorted = document.createDocumentFragment();
        for (const {row} of keyed) sorted.append(row);
        body.append(sorted);
        if (bars.has(table.id)) bars.get(table.id).draw();
      });
    });
  };

  // ---- filters: a box over all columns, and choices from what the rows say of themselves
  const choices = ['kind', 'format', 'form', 'switch'];
  const values = (row, by) => (row.dataset[by] === undefined ? [] : row.dataset[by].split('\n'));
  const filtered = (table) => {
    const rows = [...table.tBodies[0].rows];
    const bar = make('div');
    bar.className = 'filters';
    bar.setAttribute('role', 'search');
    const labelled = (text, control) => {
      const label = make('label', text + ' ');
      label.append(control);
      bar.append(label);
      return control;
    };
    const box = labelled('Filter', make('input'));
    box.type = 'search';
    const selects = new Map();
    for (const by of choices) {
      const found = new Set(rows.flatMap((row) => values(row, by)));
      if (found.size === 0) continue;
      const select = labelled(by, make('select'));
      select.dataset.by = by;
      select.append(new Option('all', ''));
      for (const value of [...found].sort(words.compare)) select.append(new Option(value, '=' + value));
      selects.set(by, select);
    }
    let silent = null;
    if (rows.some((row) => row.dataset.silent !== undefined)) {
      silent = labelled('only silent', make('input'));
      silent.type = 'checkbox';
    }
    const all = make('button', 'Clear');
    all.type = 'button';
    const shown = make('output');
    const more = make('button');
    more.type = 'button';
    bar.append(all, shown, more);
    table.parentElement.before(bar);

    const texts = new Map();
    const text = (row) => {
      if (!texts.has(row)) {
        const said = [...row.cells].map((cell) => cell.textContent).concat(Object.values(row.dataset));
        texts.set(row, said.join('\n').toLowerCase());
      }
      return texts.get(row);
    };
    let most = few;
    const draw = () => {
      let fitting = 0;
      for (const row of table.tBodies[0].rows) {
        if (!row.hidden) ++fitting;
        row.classList.toggle('drawn', !row.hidden && fitting <= most);
      }
      shown.textContent = fitting + ' of ' + rows.length + (fitting > most ? ', the first ' + most : '') + ' shown';
      more.hidden = fitting <= most;
      more.textContent = 'Show all ' + fitting;
    };
    more.addEventListener('click', () => {
      most = Infinity;
      draw();
    });
    const apply = () => {
      const wanted = box.value.toLowerCase().split(/\s+/).filter((word) => word !== '');
      for (const row of rows) {
        const fits =
          (silent === null || !silent.checked || row.dataset.silent !== undefined) &&
          [...selects].every(([by, select]) => select.value === '' || values(row, by).includes(select.value.slice(1))) &&
          wanted.every((word) => text(row).includes(word));
        if (row.hidden === fits) row.hidden = !fits;
      }
      draw();
      for (const button of document.querySelectorAll('table.groups tbody button')) {
        const select = selects.get(button.dataset.by);
        if (select !== undefined) button.setAttribute('aria-pressed', String(select.value === '=' + button.dataset.group));
      }
    };
    let waiting = 0;
    box.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(apply, 120);
    });
    bar.addEventListener('change', apply);
    const clear = () => {
      box.value = '';
      for (const select of selects.values()) select.value = '';
      if (silent !== null) silent.checked = false;
      apply();
    };
    all.addEventListener('click', clear);
    // Paper has no buttons.
    let before = most;
    addEventListener('beforeprint', () => {
      before = most;
      most = Infinity;
      draw();
    });
    addEventListener('afterprint', () => {
      most = before;
      draw();
    });
    return {selects, apply, clear, draw, bar};
  };

  for (const table of document.querySelectorAll('table')) sortable(table);
  const tables = [...document.querySelectorAll('table.rows')];

  // ---- groups: a click shows the failing fields of that group, another one all of them again
  for (const table of document.querySelectorAll('table.groups')) {
    for (const row of table.tBodies[0].rows) {
      const head = row.cells[0];
      const button = make('button', head.textContent);
      button.type = 'button';
      button.dataset.by = table.dataset.by;
      button.dataset.group = head.textContent;
      button.addEventListener('click', () => {
        const bar = bars.get('rows-fields');
        const select = bar === undefined ? undefined : bar.selects.get(button.dataset.by);
        if (select === undefined) return;
        const value = '=' + button.dataset.group;
        const exists = [...select.options].some((option) => option.value === value);
        if (!exists) select.append(new Option(button.dataset.group, value));
        select.value = select.value === value ? '' : value;
        bar.apply();
        if (select.value !== '') bar.bar.scrollIntoView();
      });
      head.replaceChildren(button);
    }
  }
  for (const table of tables) bars.set(table.id, filtered(table));
  for (const bar of bars.values()) bar.apply();

  // ---- links: what is folded or filtered away opens for a link that leads there
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target === null) return;
    if (target.hidden) bars.get(target.closest('table').id).clear();
    if (target.localName === 'tr') target.classList.add('drawn');
    for (const folded of [...target.querySelectorAll('details')]) folded.open = true;
    for (let above = target.parentElement; above !== null; above = above.parentElement)
      if (above.localName === 'details') above.open = true;
    target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  if (location.hash !== '') reveal();
})();
