"""How a table looks: the borders and the alignment of each cell, and its HTML."""

import html

from . import typed
from .sheet import Item


def edges(sheet, item, on):
    """Borders of a cell: (top, right, bottom, left), each "" or a width."""
    rules, thin, thick = on["rules"], on["thin"], on["thick"]
    last = item.row + item.rows
    top, bottom = item.row == 0, last == sheet.rows
    left, right = item.col == 0, item.col + max(item.cols, item.wide) == sheet.columns
    head = last == sheet.head
    t = r = b = l = 0
    if rules in ("three-line", "spanner", "columns"):
        t, b = thick if top else 0, thick if bottom else thin if head else 0
    if rules == "rows":
        t, b = thin if top else 0, thin
    if rules == "groups":
        t, b = thick if top else thin if item.row in sheet.starts else 0, thick if bottom else thin if head else 0
    if rules == "header":
        b = thin if head else 0
    if rules == "frame":
        t, r, b, l = (thick if x else 0 for x in (top, right, bottom, left))
    if rules in ("vertical", "columns"):
        l = 0 if left else thin
    if rules == "open-sides":
        t, b, l = thick if top else thin, thick if bottom else thin, 0 if left else thin
    if rules == "lattice":
        t = r = b = l = thin
    if rules == "sums" and item.row in sheet.totals and item.kind == "value":
        t = thin
    return t, r, b, l


def render(sheet, on, index):
    """HTML; data-i is the index of the item, data-t that of the table."""
    if on["manner"] == "typed":
        return typed.render(sheet, on, index)
    gap, size = on["gap"], on["size"]
    css = ["font-size:%gpt" % size, "line-height:%g" % on["leading"]]
    if on["fit"] == "full":
        css.append("width:100%")
    elif on["fit"] == "middle":
        css.append("margin-left:auto;margin-right:auto")
    out = ['<table class="t" data-t="%d" style="%s">' % (index, ";".join(css))]
    if on["stub"] == "text":
        weights = [len(i.text) for i in sheet.items if i.row == 0]
        for i in sheet.items:
            weights[i.col] = max(weights[i.col], min(40, len(i.text)))
        total = sum(w + 8 for w in weights)
        out.append("<colgroup>%s</colgroup>" % "".join('<col style="width:%.2f%%">' % (100 * (w + 8) / total) for w in weights))
    at = {}
    for item in sheet.items:
        at.setdefault(item.row, []).append(item)
    digits = 0.56 * 2 + 0.3 + (0.9 if on["percent"] != "none" else 0) + (0.35 if on["negatives"] == "paren" else 0)
    hidden = set()
    for item in sheet.items:
        hidden.update((item.row, c) for c in range(item.col + item.cols, item.col + item.wide))
    labels = max([len(i.text) for i in sheet.items if i.kind == "stub"] or [8])
    for r in range(sheet.rows):
        if r in sheet.spaces:
            sides = [borders(edges(sheet, Item(r, c, kind="space"), on), on, only="lr") for c in range(sheet.columns)]
            out.append('<tr class="space">%s</tr>' % "".join('<td style="padding:0;%s"></td>' % side for side in sides))
        shade = ""
        if on["rules"] == "zebra" and r >= sheet.head and (r - sheet.head) % 2 == on["zebra_phase"]:
            shade = "background:%s;" % on["shade"]
        if on["rules"] == "shaded-head" and r < sheet.head:
            shade = "background:%s;" % on["shade"]
        if on["rules"] == "zebra" and on["zebra_head"] and r < sheet.head:
            shade = "background:%s;" % on["zebra_head"]
        out.append("<tr>")
        for item in at.get(r, []):
            if (r, item.col) in hidden:
                continue
            style = [shade + borders(edges(sheet, item, on), on)]
            pad_l = gap / 2 if item.col or on["rules"] in ("lattice", "frame") else 0.15
            pad_r = gap / 2 if item.col + max(item.cols, item.wide) < sheet.columns or on["rules"] in ("lattice", "frame") else 0.15
            content = item.inner if item.inner is not None else html.escape(item.text)
            align, valign = cell_alignment(item, on)
            if item.kind in ("stub", "section") and on["indent_by"] == "padding" or item.kind == "stub" and item.leader:
                pad_l += item.indent * on["indent"]
            elif item.indent:
                content = ("\u3000" if on["lang"] == "zh" else "\u00a0\u00a0\u00a0") * int(item.indent) + content
            if item.kind == "stub" and on["stub"].startswith("wrapped"):
                hang = on["hang"]
                content = '<div style="width:%gem;white-space:normal;padding-left:%gem;text-indent:-%gem">%s</div>' % (
                    on["stub_width"], hang, hang, content)
            if item.kind == "stub" and item.leader:
                content = content.replace('class="lead"', 'class="lead" data-l="%s" style="width:%gem"' % (
                    on["leaders"], labels * (0.55 if on["lang"] == "en" else 1.05) + 3 - item.indent * on["indent"] / 2))
            if item.kind == "spanner" and on["rules"] in ("spanner", "spanner-only"):
                content = '<div style="border-bottom:%gpt solid %s">%s</div>' % (on["thin"], on["ink"], content)
            if item.kind == "group" and on["group_way"] != "level":
                content = vertical(item, on)
            style.append("text-align:%s;vertical-align:%s;padding:%gpt %gem %gpt %gem" % (align, valign, on["row_pad"], pad_r, on["row_pad"], pad_l))
            if item.kind in ("text",) or (item.kind == "head" and on["stub"] == "text"):
                style.append("white-space:normal")
            if item.bold or (on["head_bold"] and item.row < sheet.head):
                style.append("font-weight:bold")
            if on["stub"].startswith("wrapped") and item.kind in ("value", "word"):
                style.append("vertical-align:" + {"wrapped-last": "bottom", "wrapped-first": "top", "wrapped-middle": "middle"}[on["stub"]])
            body_rows = item.rows + sum(1 for x in sheet.spaces if item.row < x < item.row + item.rows)
            cols = max(item.cols, item.wide)
            spans = (' rowspan="%d"' % body_rows if body_rows > 1 else "") + (' colspan="%d"' % cols if cols > 1 else "")
            out.append('<td data-i="%d"%s style="%s">%s</td>' % (sheet.items.index(item), spans, ";".join(style), content))
        out.append("</tr>")
    out.append("</table>")
    return "".join(out).replace('class="f"', 'class="f" style="width:%.2fem"' % digits)


def borders(widths, on, only="trbl"):
    names = {"t": "top", "r": "right", "b": "bottom", "l": "left"}
    return "".join("border-%s:%gpt %s %s;" % (names[k], w, on["pen"], on["ink"]) for k, w in zip("trbl", widths) if w and k in only)


def vertical(item, on):
    if on["group_way"] == "stacked":
        return '<div style="width:1em;white-space:normal;word-break:break-all;margin:0 auto">%s</div>' % html.escape(item.text)
    # Noto, since other faces lack the metrics of vertical writing, and print one character over the other
    style = "font-family:Noto Serif CJK SC;writing-mode:vertical-rl;text-orientation:upright;margin:0 auto"
    return '<div style="%s">%s</div>' % (style, html.escape(item.text))


def cell_alignment(item, on):
    kind = item.kind
    if kind == "spanner":
        return "center", on["head_valign"]
    if kind == "head":
        if on["stub"] == "text":
            return on["text_head"], on["head_valign"]
        as_column = {"right": "right", "decimal": "center", "centre": "center", "left": "left"}[on["align"]]
        return as_column if on["head_align"] == "as-column" else "center", on["head_valign"]
    if kind == "unit":
        return "center" if item.cols > 1 or on["head_align"] != "as-column" or on["align"] in ("decimal", "centre") else on["align"], "middle"
    if kind == "stubhead":
        return on["stubhead_align"], on["head_valign"]
    if kind == "section":
        return "center" if on["stub"] == "sections-centred" else "left", "middle"
    if kind == "group":
        return "center" if on["stub"] == "groups-vertical" else "left", "top" if on["stub"] == "groups-top" else "middle"
    if kind == "text":
        return "left", on["text_valign"]
    if kind == "word":
        return "center" if on["align"] == "centre" else "left", "middle"
    if kind == "stub":
        return "left", "middle"
    return {"right": "right", "decimal": "right", "centre": "center", "left": "left"}[on["align"]], "middle"
