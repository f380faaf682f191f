// Copies a few committed cases and makes their truth wrong on purpose, so that a run over them has misses of every
// kind; then files whose names and texts try to run a script on the page.
//   node make_corpus.mjs REPOSITORY FOLDER      writes FOLDER/few and FOLDER/many
import {copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

const [repository, folder] = process.argv.slice(2);
const cases = join(repository, 'corpus/cases');
const few = join(folder, 'few');
const many = join(folder, 'many');

const read = (file) => readFileSync(file, 'utf8');
const write = (file, value) => writeFileSync(file, JSON.stringify(value, null, 1));

/// Copies report files of a case, with the truth that `change` makes of theirs.
function copy(name, files, into, change) {
  mkdirSync(into, {recursive: true});
  for (const file of files) copyFileSync(join(cases, name, file), join(into, file));
  copyFileSync(join(cases, name, 'case.json'), join(into, 'case.json'));
  for (const stem of new Set(files.map((file) => file.replace(/\.[a-z]+$/, '')))) {
    const truth = JSON.parse(read(join(cases, name, stem + '.truth.json')));
    change(truth);
    write(join(into, stem + '.truth.json'), truth);
  }
}

rmSync(few, {recursive: true, force: true});
rmSync(many, {recursive: true, force: true});

// A miss of each kind in each format. `requests.new_received.total` takes part in checks that hold: a silent error.
copy('four-renditions', ['report.pdf', 'report.docx', 'report.txt'], join(few, 'wrong'), (truth) => {
  truth.title = '另一个标题';
  truth.fields['requests.new_received.total'] += 1000;
  truth.fields['disclosure.penalties.decisions'] = 12.5;
  truth.fields['disclosure.coercion.decisions'] = null;
  truth.fields['requests.no_such.field'] = 7;
  truth.fields['requests.no_such.null'] = null;
  truth.failing_checks = [{check: 'sum:no_such', expected: 1, printed: 2}];
});
copy('plain-2021', ['report.pdf'], join(few, 'sound'), () => {});
copy('page-turned-and-cropped', ['report.pdf'], join(few, 'turned'), (truth) => {
  for (const field of Object.keys(truth.fields).slice(0, 12)) truth.fields[field] = (truth.fields[field] ?? 0) + 1;
});

// Names and texts that would run, were they markup. No '/' in a file name, so the tags that end are in the texts.
const attack = '<script>window.pwned=1</script>"\'><img src=x onerror="window.pwned=2">\u2028</script><svg onload=window.pwned=3>';
const name = '"\'><img src=x onerror=window.pwned=4> & %41 #?<!--';
const hostile = join(few, '<script>window.pwned=5;"\'');
mkdirSync(hostile, {recursive: true});
const text = read(join(cases, 'four-renditions/report.txt'));
const truth = JSON.parse(read(join(cases, 'four-renditions/report.truth.json')));
truth.title = attack;
truth.agency = 'javascript:window.pwned=6';
truth.failing_checks = [{check: attack, expected: 1, printed: 2}];
truth.fields[attack] = 8;
truth.fields['disclosure.penalties.decisions'] += 1;
for (const stem of [name, 'javascript:window.pwned=7']) {
  writeFileSync(join(hostile, stem + '.txt'), text.replaceAll('1748', '1748' + attack.replaceAll('\u2028', ' ')));
  write(join(hostile, stem + '.truth.json'), truth);
}
writeFileSync(join(hostile, 'broken' + name + '.pdf'), '%PDF-1.7\n' + attack);
write(join(hostile, 'case.json'), {proves: attack, form: attack, renditions: {[name + '.txt']: attack}, switches: {[attack]: true}});

// Ten thousand failing rows.
for (let i = 0; i < 70; ++i) {
  copy('four-renditions', ['report.txt'], join(many, 'case-' + String(i).padStart(2, '0')), (wrong) => {
    for (const [field, value] of Object.entries(wrong.fields)) wrong.fields[field] = (value ?? 0) + i + 1;
  });
}
