"""Oddities of whole tables and texts, as they were seen in print: each changes the grids or the prose, and the truth where the
print no longer says it. What goes wrong with a single cell stands in faults.py."""

import random
import re

from . import labels as L
from . import numbers as N
from . import spellings
from .model import Block, Grid


def grid_of(report, name):
    return next((g for g in report.grids if g.name == name), None)


def row_cells(grid, row):
    return sorted((c for c in grid.cells if c.row == row), key=lambda c: c.col)


# ---- cells left blank ----

def blank_cells(report, how, rng):
    """Only 总计 filled (parts), or 总计 blank on the detail rows (totals)."""
    grid = grid_of(report, "requests")
    for cell in grid.cells if grid else []:
        if not cell.path or not cell.path.startswith("requests."):
            continue
        total = cell.path.endswith(".total")
        detail = cell.path.count(".") > 3
        if not total if how == "parts" else total and detail:
            cell.paras, report.fields[cell.path] = [""], None
    report.failing = N.checks(report.fields)


# ---- rows and columns ----

def remove_row(grid, row):
    for cell in list(grid.cells):
        if cell.row == row:
            grid.cells.remove(cell)
        elif cell.row > row:
            cell.row -= 1
        elif cell.row + cell.rows > row:
            cell.rows -= 1
    grid.rows -= 1


def row_left_out(report, on, rng):
    """A row of the disclosure table that the sender's table does not have."""
    grid = grid_of(report, "disclosure")
    wanted = "other_services" if report.form == "ogi-2019" else rng.choice(["regulations", "coercion"])
    cells = [c for g in report.grids if g.name == "disclosure" for c in g.cells if c.path and c.path.startswith("disclosure." + wanted)]
    if not cells:
        return
    grid = next(g for g in report.grids if cells[0] in g.cells)
    for cell in cells:
        del report.fields[cell.path]
    remove_row(grid, cells[0].row)


def unmerged(grid, cell):
    """The merged cell as single ones, of which the first holds the text."""
    for row in range(cell.row, cell.row + cell.rows):
        for col in range(cell.col, cell.col + cell.cols):
            if (row, col) != (cell.row, cell.col):
                grid.add(row, col, "", kind=cell.kind)
    cell.rows = cell.cols = 1


def merges_lost(report, which, rng):
    kinds = {"bars": ("bar",), "stub": ("stub",), "labels": ("label",), "heads": ("head", "corner")}
    kinds["all"] = ("bar", "stub", "label", "head", "corner")
    for grid in report.grids:
        if grid.name not in ("disclosure", "requests"):
            continue
        for cell in [c for c in grid.cells if c.kind in kinds[which] and c.rows * c.cols > 1]:
            if grid.name == "disclosure" and cell.kind == "head":
                continue  # whose number stands below it, a single head over three columns would leave open
            unmerged(grid, cell)
            if cell.vertical == "direction":
                cell.vertical = None


def unmerged_bars(report, on, rng):
    """第二十条第（一）项 in one cell, and three blank ones: the bare "|||" of conversions."""
    merges_lost(report, "bars", rng)


def empty_column(report, on, rng):
    """A column at the end that holds nothing."""
    grid = grid_of(report, "disclosure")
    if not grid:
        return
    for row in range(grid.rows):
        last = row_cells(grid, row)[-1]
        if last.kind == "bar":
            last.cols += 1
        else:
            grid.add(row, grid.columns, "", kind="none")
    grid.columns += 1
    grid.widths.append(0.6)


def odd_columns(report, on, rng):
    """More grid columns than logical ones: in one row the first value takes two, in the next the second."""
    grid = grid_of(report, "disclosure")
    if not grid:
        return
    at = 2
    for cell in grid.cells:
        end = cell.col + cell.cols
        if end == at and cell.row % 2 == 0 or cell.col < at < end:
            cell.cols += 1
        elif cell.col == at and cell.row % 2 == 1:
            cell.cols += 1
        elif cell.col >= at:
            cell.col += 1
    grid.columns += 1
    grid.widths.insert(at, 0.1)


def cut_grid(grid, at):
    """The rows before `at` and those from it on; a cell over the cut stands in both halves."""
    halves = []
    for first, last in ((0, at), (at, grid.rows)):
        half = Grid(grid.columns, list(grid.widths), grid.caption, name=grid.name, header=grid.header)
        for c in grid.cells:
            top, bottom = max(c.row, first), min(c.row + c.rows, last)
            if top < bottom:
                made = half.add(top - first, c.col, list(c.paras), bottom - top, c.cols, c.kind, c.path)
                made.vertical, made.number = c.vertical, c.number if top == c.row else None
        halves.append(half)
    return halves


def typed_header(report, how, rng):
    """The head typed again where the author's page ended: within the table (rows), or above a second one (tables)."""
    block = next((b for b in report.blocks if b.kind == "table" and b.grid.name in ("requests", "statistics")), None)
    if not block:
        return
    grid = block.grid
    if grid.name == "requests":
        cuts = [c.row for c in grid.cells if c.kind == "label" and c.col == 1 and c.row > 8]
    else:
        cuts = list(range(10, grid.rows - 5))
    cuts = [r for r in cuts if all(c.kind == "stub" or not c.row < r < c.row + c.rows for c in grid.cells)]
    if not cuts:
        return
    first, second = cut_grid(grid, rng.choice(cuts))
    head = [c for c in grid.cells if c.row < grid.header]
    for cell in second.cells:
        cell.row += grid.header
    for c in head:
        second.add(c.row, c.col, list(c.paras), c.rows, c.cols, c.kind)
    second.rows = max(c.row + c.rows for c in second.cells)
    if how == "tables":
        second.caption = ""
        block.grid = first
        report.blocks.insert(report.blocks.index(block) + 1, Block("table", grid=second))
        return
    for c in second.cells:
        c.row += first.rows
    first.cells += second.cells
    first.rows += second.rows
    block.grid = first


def run_together(report, on, rng):
    """The seven cells of a row without anything between: nobody can tell them apart."""
    grid = grid_of(report, "requests")
    rows = {}
    for cell in grid.cells if grid else []:
        if cell.path:
            rows.setdefault(cell.row, []).append(cell)
    long_rows = [cells for cells in rows.values() if sum(len(c.text) for c in cells) > len(cells)]
    if not long_rows:
        del on["run_together"]
        return
    cells = sorted(rng.choice(long_rows), key=lambda c: c.col)
    for cell in cells:
        del report.fields[cell.path]
        cell.path = None
    for cell in cells[1:]:
        grid.cells.remove(cell)
    cells[0].paras, cells[0].cols, cells[0].kind = ["".join(c.text for c in cells)], len(cells), "unbound"
    report.failing = N.checks(report.fields)


def collapsed(report, on, rng):
    """A converter that leaves out blank cells and what was printed before: heads stand once, equal numbers of a row once. A row
    that has lost a number is nobody's. (The text rendition leaves out the cells of kind "gone".)"""
    grid = grid_of(report, "disclosure")
    seen = set()
    for row in range(grid.rows if grid else 0):
        cells = row_cells(grid, row)
        values = [c for c in cells if c.path]
        if values:
            if len({c.text for c in values}) < len(values) or not all(c.text for c in values):
                for i, cell in enumerate(values):
                    report.fields[cell.path] = None
                    cell.path = None
                    if not cell.text or cell.text in [c.text for c in values[:i]]:
                        cell.kind = "gone"
            continue
        for cell in cells:
            if cell.kind == "head":
                if cell.text in seen:
                    cell.kind = "gone"
                seen.add(cell.text)


# ---- the text around the tables ----

def without_a_table(report, on, rng):
    """No table at all: they are images, or the outline is free. A sentence that sums them up is no table."""
    number = rng.randint(1, 9)
    sentence = "%d年，共制作规范性文件%d份。行政事业性收费0项。" % (report.year, number)
    for i, block in enumerate(report.blocks):
        if block.kind == "table" and block.grid.name != "metadata":
            report.blocks[i] = Block("para", sentence if on["no_tables"] == "summary" else "（见附图）")
            sentence = "本年度收到政府信息公开申请%d件，已经全部答复。" % number
    report.fields, report.failing, report.form = {}, [], None


def cited_notice(report, on, rng):
    """Years and notices in the prose that are not the report's."""
    at = next(i for i, b in enumerate(report.blocks) if b.kind == "para")
    year = report.year - 1 if on["cited_notice"] == "year" else 2019
    text = ("按照《国务院办公厅政府信息与政务公开办公室关于规范政府信息公开年度报告有关事项的通知》（国办公开办函〔2019〕60号）的格式编制。"
            if on["cited_notice"] == "notice" else "现将《%d年政务公开工作要点》的落实情况一并报告。" % year)
    report.blocks[at].text = text + report.blocks[at].text


def hijacked(report, on, rng):
    """A mirror that puts other words in the place of the organisation, but for the title."""
    for block in report.blocks:
        if block.kind in ("para", "signature"):
            block.text = block.text.replace(report.agency, "飞鸟影视下载网").replace("本机关", "飞鸟影视下载网")


def lost_digits(report, how, rng):
    """202311日至20231231日, 20231月1日: what a conversion leaves of dates."""
    for block in report.blocks:
        if block.kind == "para":
            block.text = re.sub(r"(\d{4})年(\d+)月(\d+)日", r"\1\2\3日" if how == "both" else r"\1\2月\3日", block.text)


def narrative(report, on, rng):
    """Prose with other numbers for the same things, above each table."""
    sentences = {"disclosure": "本年度制发规章0件、规范性文件0件，作出行政处罚0件。", "requests": "本年度共收到政府信息公开申请%d件，予以公开%d件。" % (
        rng.randint(1000, 2000), rng.randint(300, 900)), "review": "本年度行政复议总计%d件，行政诉讼%d件。" % (rng.randint(200, 300), rng.randint(100, 200))}
    for block in list(report.blocks):
        if block.kind == "table" and block.grid.name in sentences:
            report.blocks.insert(report.blocks.index(block), Block("para", sentences.pop(block.grid.name)))


def line_ends(report, how, rng):
    """A space, or a line break, where the print line ended."""
    for block in report.blocks:
        if block.kind == "para":
            width = rng.randint(24, 34)
            pieces = [block.text[i:i + width] for i in range(0, len(block.text), width)]
            # Neither cuts a number: what is left of it would be another one.
            text = pieces[0]
            for piece in pieces[1:]:
                text += piece if text[-1].isdigit() and piece[0].isdigit() else (" " if how == "spaces" else "\n") + piece
            block.text = text


def traditional_page(report, on, rng):
    """Not the labels alone: title, agency and prose too; with pinyin behind some characters."""
    def made(text):
        text = text.translate(L.TRADITIONAL)
        return spellings.with_pinyin(text, rng) if on["traditional"] == "pinyin" else text
    for block in report.blocks:
        if block.kind in ("title", "heading", "subheading", "para", "signature", "byline"):
            block.text = made(block.text)
    report.title = report.title and "".join("".join(b.text for b in report.blocks if b.kind == "title").split())
    report.agency = report.agency and report.agency.translate(L.TRADITIONAL)
    if on["traditional"] == "pinyin":
        for grid in report.grids:
            for cell in grid.cells:
                if cell.kind in ("label", "head", "stub") and not cell.vertical and len(cell.text) > 2:
                    cell.paras = [spellings.with_pinyin(p, rng, 0.2) for p in cell.paras]


def apply(report, seed):
    on = report.switches
    rng = random.Random("structures %s" % seed)
    for name, change in CHANGES.items():
        if on.get(name):
            change(report, on if change in WITH_ALL else on[name], rng)
    if on.get("traditional") in ("page", "pinyin"):
        traditional_page(report, on, rng)
    if any(on.get(name) for name in DOUBTFUL) or on.get("symbols") == "ornament" or on.get("lying_grid") == "one":
        report.tables_in_doubt = True


CHANGES = {"blank_cells": blank_cells, "row_left_out": row_left_out, "narrative": narrative, "typed_header": typed_header,
           "run_together": run_together, "collapsed": collapsed, "merges_lost": merges_lost, "unmerged_bars": unmerged_bars, "empty_column": empty_column,
           "odd_columns": odd_columns, "no_tables": without_a_table, "cited_notice": cited_notice, "hijacked": hijacked,
           "lost_digits": lost_digits, "line_ends": line_ends}
# Those that change the tables of the forms since 2019 alone.
OF_TABLES_SINCE_2019 = ("blank_cells", "row_left_out", "run_together", "collapsed", "merges_lost", "unmerged_bars", "empty_column", "odd_columns")
WITH_ALL = {row_left_out, narrative, run_together, collapsed, empty_column, odd_columns, without_a_table, cited_notice, hijacked}
# Those that leave open what the grid is, or what the text of a cell.
DOUBTFUL = ("typed_header", "collapsed", "merges_lost", "unmerged_bars", "empty_column", "odd_columns", "run_together", "row_edges", "inner_table",
            "note_marks", "no_break_hyphens", "text_tables", "empty_line_between_heads")

# Pairs of switches that would leave open what a person reads, or what there is to show.
EXCLUDE = [
    # units said twice, or against each other
    ("units_in_cells", "yuan_in_cells"),
    # what is blank is no damage, and what is damaged is not to be blank
    ("zeros", "run_together"), ("zero_word", "run_together"), ("blank_form", "run_together"), ("blank_cells", "run_together"), ("zeros", "collapsed"),
    ("blank_form", "collapsed"), ("zeros", "zero_word"), ("blank_form", "blank_cells"), ("stray_zero", "blank_cells"),
    ("stray_zero", "typed_header"), ("stray_zero", "merges_lost"), ("merges_lost", "unmerged_bars"), ("stray_zero", "row_edges"), ("stray_zero", "text_tables"),
    # two ways to cut or mend one table
    ("typed_header", "split_table"), ("typed_header", "repeated_stub"), ("typed_header", "auto_number_labels"),
    ("typed_header", "merges_lost"), ("typed_header", "row_edges"), ("typed_header", "nested_layout"), ("odd_columns", "empty_column"),
    ("collapsed", "four_small_tables"), ("collapsed", "text_tables"), ("empty_line_between_heads", "text_tables"),
    ("empty_line_between_heads", "collapsed"), ("collapsed", "long_heads"), ("four_small_tables", "empty_column"),
    ("four_small_tables", "odd_columns"), ("horizontal_merges", "lying_grid"), ("row_edges", "lying_grid"), ("row_edges", "horizontal_merges"),
    ("row_edges", "split_table"), ("text_tables", "run_together"), ("units_in_cells", "run_together"),
    # a form that no table tells any more
    ("without_tables", "no_tables"), ("blank_form", "no_tables"), ("hybrid_other_row", "without_tables"), ("three_row_other", "without_tables"),
    # an agency or a year that nothing names
    ("blank_form", "lost_digits"), ("blank_form", "hijacked"), ("blank_form", "cited_notice"),
    # marks that Word makes are not those of the report
    ("auto_numbering", "heading_marks"), ("auto_number_labels", "traditional"), ("traditional", "label_typos"), ("traditional", "encoding")]
# A value of the first leaves the second open.
EXCLUDE_VALUES = [("title", "bare", "hijacked"), ("title", "bare", "lost_digits"), ("title", "no_year", "lost_digits"), ("title", "bare", "cited_notice"),
                  ("title", "no_year", "cited_notice")]


def settle(on, forced):
    """Values that not every rendition can show have switches of their own. Then takes one of each pair away, the second unless it
    alone is forced."""
    for name, of, value in (("pinyin", "traditional", "pinyin"), ("minus_sign", "signs", "minus")):
        if on.pop(name, None):
            on[of] = value
    for a, value, b in [(a, None, b) for a, b in EXCLUDE] + EXCLUDE_VALUES:
        if a in on and b in on and value in (None, on[a]):
            del on[a if b in forced and a not in forced else b]
