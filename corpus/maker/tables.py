"""The tables of the forms as logical grids, with what the switches do to labels and numbers."""

import re

from . import labels as L
from . import spellings
from .model import Grid

# How a label is broken, beside two paragraphs or a line break by lot.
BREAKS = {"empty_paragraph": lambda a, b: [a, "", b], "space": lambda a, b: [a + " " + b], "two_breaks": lambda a, b: [a + "\n\n" + b]}
ZERO_PRINTS = {"blank": "", "nbsp": "\u00a0", "slash": "/", "dash": "-", "long_dash": "—", "none_word": "无"}


class Printer:
    """Writes labels and numbers into cells; keeps the truth of every field that it prints."""

    def __init__(self, rng, switches, numbers, year=None):
        self.year = year or 2020
        self.rng, self.on, self.numbers = rng, switches, numbers
        self.fields = {}
        self.units = {}  # of fields whose unit the path does not tell
        self.typos = switches.get("label_typos", 0)
        self.chance = 0.07 * self.typos
        self.misprints = []

    # ---- labels ----

    def label(self, text, spaced=True):
        on = self.on
        if text in ("总计", "（七）总计") and on.get("heji"):
            text = text.replace("总计", "合计")
        if on.get("no_three_seven_number") and text == "（七）总计":
            text = "总计"
        text = self.typo(spellings.respelt(text, on, self.year))
        style = on.get("enumeration")
        if style:
            text = enumeration(text, style)
        if on.get("traditional"):
            if on["traditional"] == "taiwan":
                for plain, other in spellings.TAIWAN:
                    text = text.replace(plain, other)
            text = text.translate(L.TRADITIONAL)
        if on.get("justified_labels") and spaced and re.fullmatch(r"[\u4e00-\u9fff]{2,3}", text):
            text = (" " if len(text) == 3 else "  ").join(text)
        if on.get("broken_labels") and spaced and re.fullmatch(r"[\u4e00-\u9fff]{4,8}", text) and self.rng.random() < 0.6:
            first, second = text[:len(text) // 2], text[len(text) // 2:]
            if on["broken_labels"] in BREAKS:
                return BREAKS[on["broken_labels"]](first, second)
            return [first, second] if self.rng.random() < 0.5 else [first + "\n" + second]
        return [text]

    def typo(self, text):
        # Few enough that the slips spread over the whole report; the head 信息内容 comes too often.
        if not self.typos or len(text) < 4 or self.rng.random() > (0.02 if text == L.CONTENT else self.chance):
            return text
        for good, bad in L.CONFUSIONS:
            if good in text:
                self.typos -= 1
                self.misprints.append([text, text.replace(good, bad, 1)])
                return text.replace(good, bad, 1)
        return text

    # ---- numbers ----

    def number(self, path):
        """Paragraphs of the value cell of a field; notes the truth."""
        value = self.numbers[path]
        text = None
        if isinstance(value, tuple):
            text, value = value
        on, rng = self.on, self.rng
        if on.get("blank_form"):
            self.fields[path] = None
            return [""]
        zero = on.get("zeros")
        if value == 0 and text in (None, "0") and zero and self.rng.random() < on.get("zeros_share", 1.0):
            self.fields[path] = None
            return [ZERO_PRINTS[zero]]
        if value == 0 and text in (None, "0") and on.get("zero_word"):
            text = "零"
        self.fields[path] = value
        if text is None:
            text = str(value)
            if on.get("thousands") and value >= 1000:
                text = "{:,}".format(value)
                if on["thousands"] == "wide":
                    text = text.replace(",", "，")
        if on.get("yuan_in_cells") and path.endswith(".amount"):  # another unit than the form's, said in the cell
            text += "元"
        if on.get("full_width_digits"):
            text = text.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789."})
        if on.get("units_in_cells") and rng.random() < 0.4:
            unit = "万元" if path.endswith((".amount",)) else "项" if "items" in path or ".change" in path else "件"
            text += self.units.get(path, unit)
        if on.get("spaces_around_numbers") and rng.random() < 0.3:
            text = rng.choice([" " + text, text + " ", "\u00a0" + text])
        return [text]


def enumeration(text, style):
    """一、 （一） 1. as other hands write them."""
    if style == "circled":
        return re.sub(r"^（([一二三四五六七八])）", lambda m: chr(0x3220 + "一二三四五六七八".index(m.group(1))), text)
    if style == "ascii_brackets":
        return re.sub(r"^（([一二三四五六七八])）", r"(\1)", text)
    if style == "comma":
        return re.sub(r"^(\d)\.", r"\1、", text)
    if style == "wide_point":
        return re.sub(r"^(\d)\.", lambda m: chr(ord(m.group(1)) + 0xFEE0) + "．", text)
    if style == "spaced":
        return re.sub(r"^([一二三四])、", r"\1 、", re.sub(r"^(\d)\.", r"\1. ", text))
    if style == "lost_bracket":
        return re.sub(r"^（([一二三四五六七八])）", r"\1）", text)
    return text


def disclosure(printer, form):
    """One grid, or four with the switch four_small_tables."""
    on = printer.on
    groups = L.DISCLOSURE_2021 if form == "ogi-2021" else L.DISCLOSURE_2019
    grids = []
    grid = None
    if on.get("plain_normative_label") is not None and form == "ogi-2021":
        groups = [(i, h, [("规范性文件" if lab == "行政规范性文件" else lab, p) for lab, p in rows]) for i, h, rows in groups]
    elif on.get("plain_normative_label") == "other":  # the word of the other form
        groups = [(i, h, [("行政规范性文件" if lab == "规范性文件" else lab, p) for lab, p in rows]) for i, h, rows in groups]
    if on.get("swapped_rows"):
        groups = [(i, h, rows[::-1]) for i, h, rows in groups]
    for item, heads, rows in groups:
        if grid is None or on.get("four_small_tables"):
            columns = 4 if not on.get("four_small_tables") else len(heads) + 1
            grid = Grid(columns, [1.0] * columns, name="disclosure")
            grids.append(grid)
        r = grid.rows
        bar = L.ITEM % item
        if on.get("traditional"):
            bar = bar.translate(L.TRADITIONAL)
        grid.add(r, 0, bar, cols=grid.columns, kind="bar")
        spans = spread(grid.columns - 1, len(heads))
        grid.add(r + 1, 0, printer.label(L.CONTENT), kind="head")
        for head, (col, span) in zip(heads, spans):
            grid.add(r + 1, 1 + col, printer.label(head), cols=span, kind="head")
        r += 2
        for label, paths in rows:
            grid.add(r, 0, printer.label(label, spaced=False), kind="label")
            for path, (col, span) in zip(paths, spans):
                path = "disclosure." + path
                grid.add(r, 1 + col, printer.number(path), cols=span, path=path)
            r += 1
        if item == "一" and on.get("extra_row"):
            grid.add(r, 0, "其他主动公开文件", kind="label")
            for col, span in spans:
                grid.add(r, 1 + col, str(printer.rng.randint(3, 900)), cols=span, kind="unbound")
    if on.get("padding_row") is True:
        grid.padding.append(grid.rows)
    return grids


def spread(columns, heads):
    """Which columns each of `heads` cells takes: 3 over 1 → one wide cell, 3 over 2 → the last one wide."""
    out = [(i, 1) for i in range(heads)]
    out[-1] = (heads - 1, columns - heads + 1)
    return out


def requests(printer, one_row_other):
    on, rng = printer.on, printer.rng
    widths = [0.55, 1.25, 3.1] + [0.72] * 7
    if on.get("narrow_numbers"):
        widths = [0.55, 1.6, 5.0] + [0.45] * 7
    grid = Grid(10, widths, name="requests", header=3)
    applicants = list(L.APPLICANTS)
    if on.get("swapped_columns"):
        a, b = rng.sample(range(1, 6), 2)
        applicants[a], applicants[b] = applicants[b], applicants[a]
    grid.add(0, 0, printer.label(L.CORNER), rows=3, cols=3, kind="corner")
    grid.add(0, 3, printer.label("申请人情况"), cols=7, kind="head")
    grid.add(1, 3, printer.label("自然人"), rows=2, kind="head")
    grid.add(1, 4, printer.label("法人或其他组织", spaced=False), cols=5, kind="head")
    grid.add(1, 9, printer.label("总计"), rows=2, kind="head")
    for i, (_, label) in enumerate(applicants[1:6]):
        grid.add(2, 4 + i, printer.label(label), kind="head")

    def values(row, base):
        for i, (column, _) in enumerate(applicants):
            path = "%s.%s" % (base, column)
            grid.add(row, 3 + i, printer.number(path), path=path)

    grid.add(3, 0, printer.label(L.NEW, spaced=False), cols=3, kind="label")
    values(3, "requests.new_received")
    grid.add(4, 0, printer.label(L.CARRIED, spaced=False), cols=3, kind="label")
    values(4, "requests.carried_over")
    r = 5
    missing = on.get("missing_row")
    for key, label, subs in L.OUTCOMES_HEAD + [L.OTHER_ONE if one_row_other else L.OTHER_THREE]:
        base = "requests.results." + key
        if subs is None:
            if missing == base:
                continue
            grid.add(r, 1, printer.label(label, spaced=False), cols=2, kind="label")
            values(r, base)
            r += 1
            continue
        subs = [s for s in subs if base + "." + s[0] != missing]
        first = r
        for number, (sub, sub_label) in enumerate(subs):
            cell = grid.add(r, 2, printer.label(sub_label, spaced=False), kind="label")
            if on.get("auto_number_labels"):
                cell.number = ("sub-" + key, re.sub(r"^\d\.", "", cell.paras[0]))
            values(r, base + "." + sub)
            r += 1
        if on.get("extra_row") and key == "not_processed":
            grid.add(r, 2, "%d.其他不予处理情形" % (len(subs) + 1), kind="label")
            for i in range(7):
                grid.add(r, 3 + i, "0", kind="unbound")
            r += 1
        cell = grid.add(first, 1, printer.label(label, spaced=False), rows=r - first, kind="label")
        if on.get("broken_labels"):
            cell.paras = [cell.paras[0][:3], cell.paras[0][3:]]
    grid.add(r, 1, printer.label(L.RESULTS_TOTAL, spaced=False), cols=2, kind="label")
    values(r, "requests.results.total")
    r += 1
    if on.get("repeated_stub"):
        cut = next(c.row for c in grid.cells if c.kind == "label" and c.col == 1 and "（四）" in c.text) if any(
            "（四）" in c.text for c in grid.cells) else 15
        first = grid.add(5, 0, printer.label(L.RESULTS, spaced=False), rows=cut - 5, kind="stub")
        second = grid.add(cut, 0, list(first.paras), rows=r - cut, kind="stub")
        stubs = [first, second]
    else:
        stubs = [grid.add(5, 0, printer.label(L.RESULTS, spaced=False), rows=r - 5, kind="stub")]
    for stub in stubs:
        stub.vertical = on.get("stub", "direction")
        if stub.vertical == "paragraphs":
            stub.paras = list(stub.text)
    if on.get("stray_zero"):
        stubs[0].stray = "0"
    grid.add(r, 0, printer.label(L.FORWARD, spaced=False), cols=3, kind="label")
    values(r, "requests.carried_forward")
    if on.get("padding_row") == "requests":
        grid.padding.append(grid.rows)
    return grid


def review(printer):
    on = printer.on
    tall = on.get("tall_review_head", 0)  # extra physical rows that the head is spread over
    grid = Grid(15, [1.0] * 15, name="review", header=3 + tall)
    grid.add(0, 0, printer.label("行政复议"), cols=5, kind="head")
    grid.add(0, 5, printer.label("行政诉讼"), cols=10, kind="head")
    up = tall // 2
    down = tall - up
    second = 2 + up

    def heads(row, rows, col):
        for i, (_, label) in enumerate(L.REVIEW):
            cell = grid.add(row, col + i, printer.label(label, spaced=False), rows=rows, kind="head")
            cell.vertical = on.get("review_heads")
            if cell.vertical == "paragraphs":
                cell.paras = list(cell.text)
            elif on.get("justified_labels") and len(cell.text) == 2:
                cell.paras = [" ".join(cell.text)]

    heads(1, 2 + tall, 0)
    grid.add(1, 5, printer.label("未经复议直接起诉", spaced=False), rows=1 + up, cols=5, kind="head")
    grid.add(1, 10, printer.label("复议后起诉", spaced=False), rows=1 + up, cols=5, kind="head")
    heads(second, 1 + down, 5)
    heads(second, 1 + down, 10)
    row = 3 + tall
    for base, col in (("review", 0), ("litigation.direct", 5), ("litigation.after_review", 10)):
        for i, (key, _) in enumerate(L.REVIEW):
            path = "%s.%s" % (base, key)
            grid.add(row, col + i, printer.number(path), path=path)
    if on.get("padding_row") == "review":
        grid.padding.append(grid.rows)
    return grid


def metadata(rng, agency, year):
    """The catalogue card that web pages print before the report."""
    grid = Grid(4, [0.8, 1.6, 0.8, 1.6], name="metadata")
    rows = [("索引号", "%09d/%d-%05d" % (rng.randint(1, 999999999), year + 1, rng.randint(1, 99999)), "主题分类", "政务公开"),
            ("发布机构", agency, "发文日期", "%d-01-%02d" % (year + 1, rng.randint(10, 30))),
            ("文号", "", "有效性", "有效")]
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            grid.add(r, c, text, kind="label" if c % 2 == 0 else "text")
    return grid
