"""A table as a typewriter sets it: one pitch for every character, columns held apart by spaces that are characters of the page."""

import html
import re
import unicodedata


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in "FW" else 1 for c in text)


def lines_of(item):
    if item.kind in ("head", "spanner", "stubhead") and item.inner is not None:
        return [html.unescape(line) for line in re.sub(r"</?sup>", "", item.inner).split("<br>")]
    return [item.text]


def render(sheet, on, index):
    gap = max(2, int(on["gap"] * 1.3))
    lines = {id(i): lines_of(i) for i in sheet.items}
    widest = lambda i: max(width(line) for line in lines[id(i)]) + (2 * int(i.indent) if i.kind == "stub" else 0)
    sign = 1 if on["currency"] == "edge" else 0
    columns = [sign + max([widest(i) for i in sheet.items if i.col == c and i.cols == 1 and i.kind != "section"] or [1]) for c in range(sheet.columns)]
    columns[0] += 4 if on["leaders"] != "none" else 0
    for item in sheet.items:
        if item.cols > 1:
            short = widest(item) - sum(columns[item.col:item.col + item.cols]) - gap * (item.cols - 1)
            columns[item.col + item.cols - 1] += max(0, short)
    left = [sum(columns[:c]) + gap * c for c in range(sheet.columns + 1)]
    heights = [max([len(lines[id(i)]) for i in sheet.items if i.row == r and i.rows == 1] or [1]) for r in range(sheet.rows)]
    for item in sheet.items:
        heights[item.row] += max(0, len(lines[id(item)]) - sum(heights[item.row:item.row + item.rows]))
    tops, at = [], 0
    for r in range(sheet.rows):
        at += r in sheet.spaces or r == sheet.head
        tops.append(at)
        at += heights[r]
    page = [[] for _ in range(at)]
    for number, item in enumerate(sheet.items):
        room = left[item.col + item.cols] - gap - left[item.col]
        bottom = tops[item.row + item.rows - 1] + heights[item.row + item.rows - 1]
        for n, line in enumerate(lines[id(item)]):
            if not line.strip():
                continue
            x = left[item.col]
            if item.kind in ("stub", "section", "stubhead", "word") and item.cols < sheet.columns:
                x += 2 * int(item.indent) if item.kind == "stub" else 0
            elif item.kind in ("spanner", "section", "unit") or on["align"] == "centre" or (item.kind == "head" and on["head_align"] == "centred"):
                x += (room - width(line)) // 2
            elif on["align"] != "left":
                x += room - width(line)
            y = bottom - len(lines[id(item)]) + n
            if item.inner and 'class="cur"' in item.inner:
                page[y].append((left[item.col], number, line[0]))
                x, line = x + 1, line[1:]
            if item.leader:
                line += " " + "." * (left[1] - gap - x - width(line) - 1)
            page[y].append((x, number, line))
    out = []
    for pieces in page:
        text, at = "", 0
        for x, number, line in sorted(pieces):
            text += " " * (x - at) + '<span data-i="%d">%s</span>' % (number, html.escape(line))
            at = x + width(line)
        out.append(text)
    return '<div class="t" data-t="%d"><pre style="font:%gpt/%g \'%s\';margin:0">%s</pre></div>' % (
        index, on["size"], on["leading"], "Noto Sans Mono CJK SC" if on["lang"] == "zh" else "Liberation Mono", "\n".join(out))
