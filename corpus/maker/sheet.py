"""One statistical table: its logical grid, as a reader of the page would write it down.

The conventions of the truth are those of the ICDAR 2013 table competition: the table starts at its head; a spanning head is
one cell; a head that has no spanning head above it reaches down the whole depth of the head; a wrapped label is one cell; a
section label alone in its line is a cell of the first column whose row is otherwise blank, unless it is printed over the
whole width (centred, or across vertical rules); leaders belong to the text of the stub; a currency sign set apart at the
edge of its column belongs to the number."""

import html
import re
from dataclasses import dataclass, field

from . import words

VERTICALS = ("lattice", "open-sides", "vertical", "columns")  # rules that stand between columns


class TooWide(Exception):
    """The table has no room on its page."""


@dataclass
class Item:
    row: int
    col: int
    text: str = ""
    rows: int = 1
    cols: int = 1
    kind: str = "value"  # stubhead | head | spanner | unit | stub | section | group | value | word | text | blank
    inner: str = None    # HTML where it is more than the text
    wide: int = 0        # columns that the HTML cell takes where that is more than `cols` (unseen: no rule shows it)
    leader: bool = False  # dots are filled in when the page is laid out, and read back
    bold: bool = False
    indent: float = 0


@dataclass
class Sheet:
    columns: int
    lead: int                # columns before the values
    head: int = 0            # rows of the head
    rows: int = 0
    items: list = field(default_factory=list)
    spaces: set = field(default_factory=set)   # rows with a blank line above them
    totals: set = field(default_factory=set)
    starts: set = field(default_factory=set)   # rows that open a section or group

    def add(self, row, col, text="", **more):
        item = Item(row, col, text, **more)
        self.items.append(item)
        self.rows = max(self.rows, row + item.rows)
        return item

    def fill(self):
        """Blank cells for every position that is left; nothing may be covered twice."""
        taken = set()
        for item in self.items:
            for r in range(item.row, item.row + item.rows):
                for c in range(item.col, item.col + item.cols):
                    assert (r, c) not in taken and c < self.columns, (item, r, c)
                    taken.add((r, c))
        for r in range(self.rows):
            for c in range(self.columns):
                if (r, c) not in taken:
                    self.add(r, c, kind="blank")
        self.items.sort(key=lambda i: (i.row, i.col))


# ---------------------------------------------------------------- numbers

def grouped(value, mark):
    return "{:,}".format(value).replace(",", {"comma": ",", "blank": "\u00a0", "none": ""}[mark])


class Column:
    """How the figures of one column are printed."""

    def __init__(self, rng, on, label):
        self.on = on
        share = any(w in label for w in ("Percent", "Rate", "rate", "Share", "percent", "error", "比重", "增长", "指数", "%", "％"))
        self.kind = "share" if share or rng.random() < 0.25 else "count"
        self.size = rng.choice([3, 4, 5, 6, 7]) if on["columns"] <= 8 else rng.choice([2, 3, 4, 5])
        cents = on["lang"] == "zh" or on["currency"] != "none"
        self.decimals = rng.choice([1, 1, 2]) if self.kind == "share" else rng.choice([0, 0, 0, 2] if cents else [0])
        self.ragged = on["align"] == "decimal" and rng.random() < 0.7
        self.money = self.kind == "count" and on["currency"] != "none" and rng.random() < 0.7
        self.minus = rng.random() < 0.5
        wordy = label in words.SHORT_HEADS[on["lang"]] or (on["words"] == "some" and on["head"] == "absent" and rng.random() < 0.2)
        self.words = rng.choice(words.SHORT[on["lang"]]) if wordy else None

    def value(self, rng):
        """(sign, whole, fraction, tail): the parts that alignment needs apart."""
        on = self.on
        top = 10 ** (2 if self.kind == "share" else rng.randint(max(1, self.size - 2), self.size))
        decimals = rng.randint(0, 2) if self.ragged else self.decimals
        number, rest = rng.randrange(top), rng.randrange(10 ** decimals) if decimals else 0
        negative = on["negatives"] != "none" and self.minus and rng.random() < 0.3
        whole = grouped(number, on["thousands"])
        fraction = "." + str(rest).zfill(decimals) if decimals else ""
        tail = {"none": "", "sign": "%", "sign-apart": "\u00a0%"}[on["percent"]] if self.kind == "share" else ""
        if negative:
            if on["negatives"] == "paren":
                whole, tail = "(" + whole, ")" + tail
            else:
                whole = {"minus": "-", "long-minus": "\u2212"}[on["negatives"]] + whole
        return whole, fraction, tail


def figure(rng, on, column, first, total):
    """Text and HTML of one value; "" for a blank cell."""
    if column.words:
        text = "" if total or rng.random() < on["missing_share"] / 2 else rng.choice(column.words)
        return text, html.escape(text)
    if rng.random() < on["missing_share"] and not total:
        text = "" if on["missing"] == "blank" else on["missing"]
        return text, html.escape(text)
    whole, fraction, tail = column.value(rng)
    sign = ""
    if column.money and (on["currency"] == "in-cell" or (on["currency"] == "edge" and (first or total or on["currency_rows"] == "all"))):
        sign = on["currency_sign"]
    mark = ""
    if on["marks"] != "none" and rng.random() < 0.05:
        mark = rng.choice({"digit": ["1", "2", "3"], "letter": ["a", "b", "r"], "slash": ["1/", "2/"], "star": ["*", "**"]}[on["marks"]])
    text = sign + whole + fraction + tail + mark
    body = html.escape(whole)
    if on["align"] == "decimal":
        body += '<span class="f">%s</span>' % (fraction + html.escape(tail))
    else:
        body += fraction + html.escape(tail)
    if mark:
        body += "<sup>%s</sup>" % mark
    if sign and on["currency"] == "edge":
        body = '<span class="cur">%s</span>%s' % (sign, body)
    else:
        body = sign + body
    return text, body


# ---------------------------------------------------------------- building

def partition(rng, count, low, high, singles):
    """Sizes of groups of neighbouring columns that fill `count`."""
    out = []
    while count:
        if singles and rng.random() < 0.25:
            size = 1
        else:
            size = min(count, rng.randint(low, high))
            if size < low:
                if out and out[-1] > 1 and out[-1] + size <= high + 1:
                    out[-1] += size
                    return out
                size = count
        out.append(size)
        count -= size
    return out


def broken(text, width):
    """A head in several lines: breaks where the next word would pass `width` characters."""
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + len(word) + 1 > width:
            lines.append(word)
        else:
            lines[-1] = (lines[-1] + " " + word).strip()
    return lines


def add_head(rng, on, sheet, row, col, label, rows=1, cols=1, kind="head"):
    lang = on["lang"]
    if on["head_lines"] == "one":
        lines = [label]
    elif lang == "en":
        lines = broken(label, 12 * (cols if cols > 1 else 1))
    else:
        lines = label.split(" ")
    if lang == "zh":
        lines = [line for line in lines if line] or [""]
        if on["head_lines"] == "one":
            lines = ["".join(label.split(" "))]
    inner = "<br>".join(html.escape(line) for line in lines)
    text = (" " if lang == "en" else "").join(lines)
    if on["marks"] != "none" and rng.random() < 0.06 and kind == "head":
        mark = {"digit": "1", "letter": "a", "slash": "1/", "star": "*"}[on["marks"]]
        text, inner = text + mark, inner + "<sup>%s</sup>" % mark
    return sheet.add(row, col, text, rows=rows, cols=cols, kind=kind, inner=inner)


def heads(rng, on, sheet):
    lang, lead, columns = on["lang"], sheet.lead, sheet.columns
    values = columns - lead
    if values < 2 and on["head"] in ("spanners", "two-level"):
        on["head"] = "flat"
    if values < 4 and on["head"] == "two-level":
        on["head"] = "spanners"
    depth = {"absent": 0, "flat": 1, "spanners": 2, "two-level": 3}[on["head"]]
    pool = words.LONG_HEADS[lang] if on["head_lines"] == "several" else words.HEADS[lang]
    years = rng.random() < 0.3
    first_year = rng.randint(1998, 2018)

    def leaves(count):
        if years:
            return [("%d" if lang == "en" or rng.random() < 0.5 else "%d年") % (first_year + i) for i in range(count)]
        more = pool if count <= len(pool) else pool + [h + " II" for h in pool]
        return rng.sample(more, min(count, len(more))) + ["No. %d" % i for i in range(max(0, count - len(more)))]

    if on["head"] == "absent":
        return [""] * values
    labels = []
    groups = [1] * values
    if depth > 1:
        groups = partition(rng, values, 2, 4, on["head"] == "spanners" or rng.random() < 0.3)
        if max(groups) == 1:
            groups = [values]
    names = rng.sample(words.SPANNERS[lang], min(len(groups), len(words.SPANNERS[lang])))
    same = leaves(max(groups)) if rng.random() < 0.6 else None
    flat = leaves(values)
    tops = partition(rng, len(groups), 1, 3, False) if depth == 3 else []
    supers = rng.sample(words.SUPERS[lang], min(len(tops), len(words.SUPERS[lang])))
    col, under = lead, {}
    at = 0
    for n, size in enumerate(tops):  # the first level spans whole groups
        width = sum(groups[at:at + size])
        if width > 1:
            add_head(rng, on, sheet, 0, col, supers[n], cols=width, kind="spanner")
            for g in range(at, at + size):
                under[g] = 1
        col += width
        at += size
    col = lead
    for g, size in enumerate(groups):
        top = under.get(g, 0)
        if size == 1:
            label = flat[col - lead]
            if on["words"] == "some" and not years and rng.random() < 0.25 and values > 1:
                label = rng.choice(words.SHORT_HEADS[lang])
            add_head(rng, on, sheet, top, col, label, rows=depth - top)
            labels.append(label)
        else:
            add_head(rng, on, sheet, top, col, names[g % len(names)], rows=depth - 1 - top, cols=size, kind="spanner")
            for i, label in enumerate((same or flat[col - lead:col - lead + size])[:size]):
                add_head(rng, on, sheet, depth - 1, col + i, label)
                labels.append(label)
        col += size
    stub = rng.choice(words.STUB_HEADS[lang])
    inner = html.escape(stub).replace("\n", "<br>").replace("  ", "&emsp;")
    if lead == 1:
        if stub:
            sheet.add(0, 0, stub.replace("\n", " "), rows=depth, kind="stubhead", inner=inner)
    elif on["stub"] == "numbered":
        sheet.add(0, 0, "序号" if lang == "zh" else "No.", rows=depth, kind="stubhead")
        sheet.add(0, 1, stub.replace("\n", " ") or ("名称" if lang == "zh" else "Item"), rows=depth, kind="stubhead")
    elif stub:
        sheet.add(0, 0, stub.replace("\n", " "), rows=depth, cols=2, kind="stubhead", inner=inner)
    sheet.head = depth
    if on["units"] == "row":
        for c in range(values):
            sheet.add(sheet.head, lead + c, "（%）" if lang == "zh" and "增长" in labels[c] else rng.choice(words.UNITS[lang]), kind="unit")
        sheet.head += 1
    elif on["units"] == "spanning":
        unit = rng.choice(["Million dollars", "Thousands", "Percent"] if lang == "en" else ["万元", "（单位：人）"])
        sheet.add(sheet.head, lead, unit, cols=values, kind="unit")
        sheet.head += 1
    if on["column_numbers"]:
        form = rng.choice(["(%d)", "%d"])
        for c in range(values):
            sheet.add(sheet.head, lead + c, form % (c + 1), kind="unit")
        if lang == "zh" and lead == 1 and rng.random() < 0.5:
            sheet.add(sheet.head, 0, "甲", kind="unit")
        sheet.head += 1
    return labels


def stub_rows(rng, on):
    """[(kind, label, indent, group)]; kind: data | section | total; group: the name of the one it stands in, or None."""
    lang, style = on["lang"], on["stub"]
    theme = rng.choice(words.THEMES)[lang]
    limit = on["rows"]
    out = []
    if style.startswith("wrapped"):
        labels = rng.sample(words.LONG[lang], min(6, max(3, limit // 3))) + rng.sample([x for _, xs in theme for x in xs], 3)
        rng.shuffle(labels)
        out = [("data", label, 0, None) for label in labels]
    elif style in ("plain", "numbered"):
        labels = [x for _, xs in theme for x in xs]
        out = [("data", label, 0, None) for label in labels[:limit]]
        if rng.random() < 0.3 and style == "plain":
            year = rng.randint(1990, 2012)
            out = [("data", "%d" % (year + i), 0, None) for i in range(limit)]
    else:
        for name, children in theme:
            if out and len(out) + len(children) > limit + 3:
                break
            if style == "indented":
                out.append(("data", name, 0, name))
            elif style.startswith("sections"):
                out.append(("section", name, 0, name))
            children = list(dict.fromkeys(children))
            if style == "groups-centred" and on["rules"] not in VERTICALS + ("rows", "groups") and len(children) % 2:
                children = children[:-1]  # else the label stands in the line of the middle row, and nothing shows its reach
            for child in children:
                indent = 1 if style == "indented" or (style == "sections" and on["section_indent"]) else 0
                out.append(("data", child, indent, name))
                if style == "indented" and rng.random() < 0.15:
                    out.append(("data", "of which: new" if lang == "en" else "其中：新增", 2, name))
    total = ("total", rng.choice(words.TOTAL[lang]), 0, None)
    if on["totals"] == "first":
        out.insert(0, total)
    elif on["totals"] == "last":
        out.append(total)
    return out


def build(rng, on):
    if on["stub"] == "text":
        return text_table(rng, on)
    if on["stub"] == "two-sided":
        return two_sided(rng, on)
    lang = on["lang"]
    lead = 2 if on["stub"].startswith("groups") or on["stub"] == "numbered" else 1
    sheet = Sheet(max(on["columns"], lead + 1), lead)
    columns = [Column(rng, on, label) for label in heads(rng, on, sheet)]
    rows = stub_rows(rng, on)
    across = on["rules"] in VERTICALS and on["section_across"]
    row, first, since, last_group, previous, number = sheet.head, True, 0, None, None, 0
    opened = {}
    for kind, label, indent, group in rows:
        if group != last_group and (group is not None or kind == "total"):
            sheet.starts.add(row)
            if previous is not None and on["blank_lines"] == "groups" and lead == 1:
                sheet.spaces.add(row)
        if kind == "total" and on["total_space"] and previous is not None and lead == 1:
            sheet.spaces.add(row)
        if previous == "total" and on["total_space"] and lead == 1:
            sheet.spaces.add(row)
        if on["blank_lines"] == "five" and since and since % 5 == 0 and lead == 1:
            sheet.spaces.add(row)
        last_group, previous = group, kind
        since += 1
        if kind == "section":
            if on["stub"] == "sections-centred":
                sheet.add(row, 0, label, cols=sheet.columns, kind="section", bold=on["section_bold"])
            elif across:
                sheet.add(row, 0, label, cols=sheet.columns, kind="section", bold=on["section_bold"])
            else:
                sheet.add(row, 0, label, kind="section", wide=sheet.columns if on["rules"] not in VERTICALS else 0, bold=on["section_bold"])
            row += 1
            continue
        bold = kind == "total" and on["total_bold"]
        if kind == "total":
            sheet.totals.add(row)
        if lead == 2 and on["stub"] == "numbered":
            number += kind == "data"
            sheet.add(row, 0, str(number) if kind == "data" else "", kind="value")
            at = 1
        elif lead == 2:
            at = 1
            if kind == "total":
                at = 0
            elif group not in opened:
                opened[group] = sheet.add(row, 0, group, kind="group")
            elif on["stub"] != "groups-top" or spans_at_top(on):
                opened[group].rows += 1
        else:
            at = 0
        text, inner = label, html.escape(label).replace("  ", "&emsp;")
        if lang == "en" and kind == "data" and rng.random() < 0.03:
            text, inner = text + ":", inner + ":"
        if on["marks"] != "none" and rng.random() < 0.07:
            mark = {"digit": "2", "letter": "b", "slash": "2/", "star": "*"}[on["marks"]]
            text, inner = text + mark, inner + "<sup>%s</sup>" % mark
        leader = on["leaders"] != "none"
        if leader:
            inner = '<div class="lead"><span>%s</span><span class="dots"></span></div>' % inner
        sheet.add(row, at, text, kind="stub", inner=inner, leader=leader, bold=bold, indent=indent, cols=2 if lead == 2 and at == 0 else 1)
        cells = [figure(rng, on, column, first, kind == "total") for column in columns]
        if not any(text for text, _ in cells):  # a row without any figure would be a section
            on_again = dict(on, missing_share=0)
            cells = [figure(rng, on_again, column, first, False) for column in columns]
        for c, (text, inner) in enumerate(cells):
            sheet.add(row, lead + c, text, kind="word" if columns[c].words else "value", inner=inner, bold=bold)
        first = False
        row += 1
    sheet.fill()
    return sheet


def spans_at_top(on):
    """A group label at the top of its rows reaches down where a rule shows it; else it is printed in its first row, and only there."""
    return on["rules"] in ("rows", "groups", "lattice", "open-sides")


def text_table(rng, on):
    """Columns of prose that wraps, perhaps with a figure or a date among them."""
    lang = on["lang"]
    columns = max(2, min(on["columns"], 5))
    on["columns"] = columns
    sheet = Sheet(columns, 0, head=1)
    for c, label in enumerate(rng.sample(words.TEXT_HEADS[lang], columns)):
        sheet.add(0, c, label, kind="head")
    phrases = words.PHRASES[lang]
    joint = " " if lang == "en" else "，"
    long = rng.randrange(columns)
    for r in range(1, min(on["rows"], 9) + 1):
        for c in range(columns):
            text = rng.choice(phrases)
            if c == long and rng.random() < 0.6:
                text = text + joint + rng.choice(phrases)
            if c and rng.random() < on["missing_share"]:
                text = ""
            if c == columns - 1 and rng.random() < 0.15 and c:
                text = str(rng.randint(10, 9999))
            sheet.add(r, c, text, kind="text")
    sheet.fill()
    return sheet


def two_sided(rng, on):
    """Receipts beside outlays, each with labels of its own, and a total in the last line of both."""
    lang = on["lang"]
    values = 1 if on["columns"] <= 5 else 2
    on["columns"] = 2 * (values + 1)
    sheet = Sheet(on["columns"], 1)
    sides = words.BUDGET[lang][:2]
    depth = 2 if on["head"] != "flat" else 1
    labels = rng.sample(["Actual", "Budget", "Estimate"] if lang == "en" else ["预算数", "决算数", "上年数"], values)
    bodies = [side[1][:rng.randint(3, 6)] for side in sides]
    last = depth + max(len(b) for b in bodies)
    for n, (name, _) in enumerate(sides):
        at = n * (values + 1)
        if depth == 2:
            sheet.add(0, at, re.sub(".、", "", name), cols=values + 1, kind="spanner")
        sheet.add(depth - 1, at, "Item" if lang == "en" else "项目", kind="stubhead")
        columns = [Column(rng, on, label) for label in labels]
        for c, label in enumerate(labels):
            sheet.add(depth - 1, at + 1 + c, label, kind="head")
        total = (["Total receipts", "Total outlays"] if lang == "en" else ["收入总计", "支出总计"])[n]
        rows = list(enumerate(bodies[n], depth)) + [(last, total)]
        for r, label in rows:
            bold = r == last and on["total_bold"]
            sheet.add(r, at, label, kind="stub", bold=bold)
            for c, column in enumerate(columns):
                text, inner = figure(rng, on, column, r == depth, r == last)
                sheet.add(r, at + 1 + c, text, inner=inner, bold=bold)
    sheet.head = depth
    sheet.totals.add(last)
    if on["total_space"]:
        sheet.spaces.add(last)
    sheet.fill()
    return sheet
