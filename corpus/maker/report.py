"""One report from a seed and switches: blocks in reading order, the grids, the truth."""

import json
import random

from . import labels as L
from . import numbers as N
from . import faults, prose, spellings, structures, tables
from .model import Block, Report


def build(seed, form="ogi-2021", switches=None, agency=None, year=None, scale=None, length="normal"):
    if form == "ogi-2014":
        from . import form2014
        return form2014.build(seed, switches, agency, year, scale, length)
    if form == "final-accounts":
        from . import accounts
        return accounts.build(seed, switches, agency, year, scale, length)
    on = dict(switches or {})
    rng = random.Random("report %s" % seed)
    name, natural_scale = prose.agency(rng)
    name = agency or name
    scale = scale or natural_scale
    late = (form == "ogi-2021") != bool(on.get("wrong_year"))
    year = year or (rng.randint(2021, 2025) if late else rng.randint(2019, 2020))
    report = Report(form=form, agency=name, year=year, switches=on)
    if form == "ogi-2021":
        on.pop("three_row_other", None)
        on.pop("signs", None)
        if on.get("head_cut") != "bracket":
            on.pop("head_cut", None)
    else:
        on.pop("hybrid_other_row", None)
    one_row = form == "ogi-2019" and not on.get("three_row_other") or bool(on.get("hybrid_other_row"))
    numbers = {}
    numbers.update(N.disclosure_numbers(rng, form, scale))
    numbers.update(N.request_numbers(rng, scale, one_row))
    numbers.update(N.review_numbers(rng, scale))
    if on.get("decimals"):
        N.decimals(rng, numbers, on["decimals"])
    if on.get("signs"):
        N.signs(rng, numbers, on["signs"])
    if on.get("county_regulations"):
        N.regulations(rng, numbers)
    if on.get("broken_arithmetic"):
        break_arithmetic(rng, numbers, on["broken_arithmetic"])
    if on.get("missing_row"):
        on["missing_row"] = empty_row(rng, numbers, one_row)
        if not on["missing_row"]:
            del on["missing_row"]
    printer = tables.Printer(random.Random("print %s" % seed), on, numbers, year)
    disclosure = tables.disclosure(printer, form)
    requests = tables.requests(printer, one_row)
    review = tables.review(printer)
    report.fields = printer.fields
    left_out = on.get("without_tables", ())
    report.fields = {path: value for path, value in report.fields.items()
                     if not any(path.startswith(("litigation.", "review.") if t == "review" else t + ".") for t in left_out)}
    report.failing = N.checks(report.fields)
    if printer.misprints:
        on["label_typos"] = ["%s→%s" % tuple(m) for m in printer.misprints]
    elif "label_typos" in on:
        del on["label_typos"]

    words = random.Random("prose %s" % seed)
    add = report.blocks.append
    if on.get("metadata_table"):
        add(Block("table", grid=tables.metadata(words, name, year)))
    titles(report, words)
    preface = prose.preface(words, name, year)
    if report.agency:  # the bare form names nobody
        add(Block("para", preface))

    def heading(index, key):
        text = words.choice(spellings.HEADINGS[key] if on.get("headings") else L.HEADINGS[key]).format(y=year)
        if on.get("traditional"):
            text = text.translate(L.TRADITIONAL)
        mark = spellings.MARKS["spaced" if on.get("heading_spaces") else on.get("heading_marks", "usual")](index - without_first)
        add(Block("heading", text, number=mark))
        return mark + text

    def table(grid, caption):
        if grid.name in left_out:
            if caption:
                add(Block("para", "本年度无此类情况。"))
            return
        grid.caption = caption
        if on.get("unit_line"):
            add(Block("unit", "单位：件"))
        add(Block("table", grid=grid))

    without_first = 1 if on.get("first_heading_missing") else 0  # then the tables are 一、 and 二、
    if not without_first:
        heading(0, "overview")
    for sub, text in prose.overview(words, year, length):
        if sub:
            add(Block("subheading", spellings.subheading(sub, on.get("heading_marks"))))
        add(Block("para", text))
    caption = heading(1, "disclosure")
    for i, grid in enumerate(disclosure):
        table(grid, caption if i == 0 else "")
        if i + 1 < len(disclosure):
            add(Block("blank"))
    caption = heading(2, "requests")
    table(requests, caption)
    caption = heading(3, "review")
    table(review, caption)
    heading(4, "problems")
    for text in prose.problems(words, year, length):
        add(Block("para", text))
    heading(5, "others")
    for text in prose.others(words, year, length):
        add(Block("para", text))
    if on.get("signature"):
        add(Block("signature", name))
        add(Block("signature", "%d年1月%d日" % (year + 1, words.randint(8, 31))))
    report.tables_in_doubt = any(on.get(k) for k in ("padding_row", "four_small_tables", "nested_layout", "split_table",
                                                     "stray_zero", "file_fault", "note_marks"))
    faults.apply_to_print(report)
    structures.apply(report, seed)
    return report


def titles(report, rng):
    """The title in one of the shapes that reports have; title, agency and year are its truth."""
    name, year = report.agency, report.year
    shape = report.switches.get("title", "one_line")
    lines = [line.format(a=name, y=year) for line in spellings.TITLES[shape]]
    if report.switches.get("blank_form") and shape == "one_line":
        lines = [spellings.TAIL + "（样表）"]
        report.agency = report.year = None
    for line in lines:
        report.blocks.append(Block("title", line))
    if shape == "bare":  # agency and date stand on lines of their own
        report.blocks.append(Block("byline", name))
        report.blocks.append(Block("byline", "（%d年1月%d日）" % (year + 1, rng.randint(8, 31))))
    report.title = "".join("".join(lines).split())


def break_arithmetic(rng, numbers, how):
    """Changes printed totals (never a part), so that the truth is what is printed and the check fails."""
    totals = {"row": ["requests.results.granted.total"], "outcomes": ["requests.results.total.natural_person"],
              "review": ["review.total"], "balance": ["requests.carried_forward.natural_person"],
              "many": ["requests.new_received.total", "litigation.direct.total", "requests.results.total.commercial"]}[how]
    for path in totals:
        numbers[path] += rng.choice([1, 2, 10]) if numbers[path] == 0 or rng.random() < 0.5 else -1
    # A total of zero over parts that are not: the commonest slip.
    if how == "review":
        for key in ("upheld", "corrected"):
            numbers["review." + key] = rng.randint(1, 9)
        numbers["review.total"] = 0


def empty_row(rng, numbers, one_row):
    rows = [r for r in N.outcome_rows(one_row) if not any(numbers["%s.%s" % (r, c)] for c in L.COLUMNS)]
    return rng.choice(rows) if rows else None


def not_a_report(seed):
    """A document of another kind with a table of its own: form null."""
    rng = random.Random("other %s" % seed)
    report = Report(form=None, title=None, agency=None, year=None)
    add = report.blocks.append
    add(Block("title", "关于调整柳桥镇农贸市场摊位租金标准的通知"))
    add(Block("para", "各摊位经营户：根据镇人民政府第6次办公会议的意见，自下月1日起调整农贸市场的摊位租金，具体标准如下表。"))
    from .model import Grid
    grid = Grid(4, [0.6, 1.6, 1, 1], caption="")
    for c, text in enumerate(["序号", "摊位类别", "原标准（元/月）", "新标准（元/月）"]):
        grid.add(0, c, text, kind="head")
    for r, name in enumerate(["蔬菜", "水产", "肉类", "干货", "熟食"]):
        old = rng.randint(20, 60) * 10
        for c, text in enumerate([str(r + 1), name + "摊位", str(old), str(old + rng.randint(1, 6) * 10)]):
            grid.add(r + 1, c, text, kind="text")
    add(Block("table", grid=grid))
    add(Block("para", "已经预缴租金的经营户，按照原标准执行到合同期满为止。特此通知。"))
    return report


def truth_json(report):
    return json.dumps({"title": report.title, "agency": report.agency, "year": report.year, "form": report.form,
                       "failing_checks": report.failing, "fields": report.fields}, ensure_ascii=False, indent=1) + "\n"


def tables_json(report):
    grids = ",\n".join(compact(g.to_json()) for g in report.grids)
    return '{"tables": [\n%s]}\n' % grids


def compact(table):
    """One line for each row of cells."""
    rows = {}
    for c in table["cells"]:
        rows.setdefault(c["row"], []).append(json.dumps(c, ensure_ascii=False, separators=(",", ":")))
    return '{"caption":%s,"rows":%d,"columns":%d,"cells":[\n%s]}' % (
        json.dumps(table["caption"], ensure_ascii=False), table["rows"], table["columns"], ",\n".join(",".join(r) for r in rows.values()))
