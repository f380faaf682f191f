"""HTML and CSS for Chromium's printer."""

import html

from . import letters

MARK = {"dashes": '"- " counter(page) " -"', "plain": "counter(page)", "of": '"第" counter(page) "页 共" counter(pages) "页"',
        "wide_dash": '"— " counter(page) " —"'}


def render(report):
    on = report.switches
    font = on.get("html_font", "Noto Serif CJK SC")
    css = ["@page { size: A4%s; margin: 25mm 24mm 24mm 26mm; %s %s }" % (
        " landscape" if on.get("landscape") else "",
        "@bottom-center { content: %s; font: 10pt '%s' }" % (MARK[on["page_numbers"]], font) if on.get("page_numbers") else "",
        "@top-center { content: '%s'; font: 9pt '%s' }" % (report.title, font) if on.get("running_header") else ""),
        "body { font: 15pt/1.8 '%s', serif; margin: 0; color: #000 }" % font,
        "p { margin: 0; text-indent: 2em; text-align: justify } .title { font-size: 20pt; font-weight: bold; text-align: center; text-indent: 0 }",
        ".h { font-weight: %s } .sub { font-weight: bold } .unit, .sign { text-align: right; font-size: 11pt; text-indent: 0 }"
        % ("bold" if on.get("bold_headings", True) else "normal"),
        "table.t { border-collapse: collapse; width: 100%; table-layout: fixed; font-size: 10pt; line-height: 1.3; margin: 6pt 0 }",
        "table.t td { border: %s #000; padding: 2pt; text-align: center; vertical-align: middle }" % on.get("html_border", "1px solid"),
        "table.t td.label { text-align: left } table.t.review { font-size: 9pt }",
        "table.t td.value { word-break: break-all }" if on.get("narrow_numbers") else "",
        "td.v div { font-family: 'Noto Serif CJK SC'; writing-mode: vertical-rl; text-orientation: upright; margin: 0 auto }",
        "td.n { word-break: break-all } td.n div { width: 1em; margin: 0 auto; word-break: break-all }",
        "i.g { position: absolute; top: 0; bottom: 0; left: 50%; border-left: 1px solid } i.h7 { position: absolute; z-index: -1; font-style: normal }"
        " span.v { position: relative } table.t td { position: relative } sup { font-size: 60%; line-height: 0 }",
        ".mark { position: fixed; top: 40%; left: 10%; font-size: 60pt; color: rgba(160,160,160,.35); transform: rotate(-45deg); z-index: -1 }"]
    if on.get("shade"):
        kinds = "td.bar" if on["shade"] == "bars" else "td.bar, td.head, td.corner"
        css.append("%s { background: #c6d9f1; -webkit-print-color-adjust: exact }" % ", ".join("table.t " + k for k in kinds.split(", ")))
    if on.get("no_side_borders"):
        css.append("table.t td.left { border-left: none } table.t td.right { border-right: none }")
    if on.get("keep_rows", True):
        css.append("table.t tr { break-inside: avoid }")
    if on.get("values_right"):
        css.append("table.t td.value { text-align: right; padding-right: 4pt }")
    if on.get("row_height"):
        css.append("table.t tr { height: %.1fpt }" % (on["row_height"] / 20))
    css.extend(looks(on))
    out = []
    for block in report.blocks:
        text = html.escape(block.text).replace("\n", "<br>")
        kind = block.kind
        if kind == "title":
            out.append('<p class="title">%s</p>' % text)
        elif kind == "heading":
            tag = "h2" if on.get("html_h2") else "p"
            out.append('<%s class="h" style="text-indent:2em;font-size:15pt;margin:0">%s%s</%s>' % (tag, block.number, text, tag))
        elif kind == "subheading":
            out.append('<p class="sub">%s</p>' % text)
        elif kind == "para":
            out.append("<p>%s</p>" % text)
        elif kind == "caption":
            out.append('<p class="title" style="font-size:15pt">%s</p>' % text)
        elif kind == "byline":
            out.append('<p style="text-align:center;text-indent:0">%s</p>' % text)
        elif kind == "unit":
            out.append('<p class="unit">%s</p>' % text)
        elif kind == "signature":
            out.append('<p class="sign">%s</p>' % text)
        elif kind == "blank":
            out.append("<p><br></p>")
        elif kind == "table":
            if on.get("spacer") and block.grid.name == "requests":
                out.append('<div style="height:%dpt"></div>' % (15 * on["spacer"]))
            out.append(table(block.grid, on))
    body = "\n".join(out)
    if on.get("nested_layout"):
        body = '<table style="width:100%%;border-collapse:collapse"><tr><td style="padding:0;%s">%s</td></tr></table>' % (
            "border:1px solid #000" if on["nested_layout"] == "framed" else "", body)
    if on.get("watermark"):
        body += '<div class="mark">%s</div>' % on["watermark"]
    return ('<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>%s</title><style>%s</style></head><body>%s</body></html>'
            % (html.escape(report.title or ""), "\n".join(css), body))


def looks(on):
    """Style rules of the switches of typeset.py that Chromium can show."""
    data = "table.t td.value, table.t td.label"
    css = []
    if on.get("white_rules"):
        css.append("table.t td { border: 1.2pt solid #fff; background: #b8b8b8; -webkit-print-color-adjust: exact } %s { background: #d6d6d6 }" % data)
    if on.get("stripes"):
        css.append("table.t %s { background: #e6e6e6; -webkit-print-color-adjust: exact }" % (
            "tr:nth-child(even) td.value" if on["stripes"] == "rows" else "td.odd"))
    if on.get("fake_bold"):  # the same letters once or twice more, a hair aside
        css.append("table.t td { text-shadow: %s }" % ", ".join("%.1fpt 0 0 #000" % (0.2 * i) for i in range(1, on["fake_bold"])))
    if on.get("spread") in ("kerned", "spaced"):
        css.append("table.t td.head, table.t td.label { letter-spacing: 0.12em }")
    return css


def unseen(on):
    """Lines, and a text, in a cell of numbers that the page does not show."""
    out = ""
    style = {"white": "border-color:#fff", "transparent": "opacity:0", "covered": "border-color:#000", "clipped": "clip-path:inset(50%)",
             "layer": "visibility:hidden"}.get(on.get("ghost_rules"))
    if style:
        out += '<i class="g" style="%s"></i>' % style
        if on["ghost_rules"] == "covered":
            out += '<i class="g" style="border:none;background:#fff;left:calc(50% - 3px);width:6px;-webkit-print-color-adjust:exact"></i>'
    style = {"mode": "color:transparent", "white": "color:#fff", "covered": "color:#fff", "clipped": "clip-path:inset(50%)",
             "layer": "visibility:hidden", "transparent": "opacity:0", "off_page": "left:-400mm"}.get(on.get("hidden_ink"))
    return out + ('<i class="h7" style="%s">7</i>' % style if style else "")


def table(grid, on):
    total = sum(grid.widths)
    out = ['<table class="t %s"><colgroup>%s</colgroup>' % (
        grid.name, "".join('<col style="width:%.3f%%">' % (100 * w / total) for w in grid.widths))]
    for r, row in enumerate(grid.physical_rows()):
        if r == 0 and on.get("repeated_header") and grid.header:
            out.append("<thead>")
        out.append("<tr>")
        for cell, starts in row:
            if starts:
                out.append(td(grid, cell, on))
        out.append("</tr>")
        if on.get("repeated_header") and grid.header and r == grid.header - 1:
            out.append("</thead><tbody>")
    for _ in grid.padding:
        out.append("<tr>%s</tr>" % ("<td>&nbsp;</td>" * grid.columns))
    out.append("</table>")
    return "".join(out)


def paragraph(text, cell, on):
    similar = letters.look_alike(on["look_alikes"]) if on.get("look_alikes") else {}
    text = "".join(similar.get(c, c) for c in text)
    if on.get("spread") == "with_spaces" and cell.kind == "head" and 2 <= len(text) <= 3 and not cell.vertical:
        text = " ".join(text)
    return html.escape(text).replace("\n", "<br>").replace("  ", "&nbsp; ")


def td(grid, cell, on):
    classes = [cell.kind]
    if cell.col == 0:
        classes.append("left")
    if cell.col + cell.cols == grid.columns:
        classes.append("right")
    if cell.col % 2:
        classes.append("odd")
    content = "<br>".join(paragraph(p, cell, on) for p in cell.paras)
    marked = {"numbers": "value", "labels": "label"}.get(on.get("note_marks"))
    if cell.kind == marked and cell.text and (cell.row + cell.col) % 4 == 1:
        content += "<sup>%s</sup>" % ["①", "1", "[1]", "*"][(cell.row + len(cell.text)) % 4]
    if cell.kind == "value" and cell.text:
        content = unseen(on) + ('<span class="v">%s</span>' % content if on.get("ghost_rules") else content)
    if cell.vertical == "direction":
        classes.append("v")
        content = "<div>%s</div>" % content
    elif cell.vertical == "narrow":
        classes.append("n")
        content = "<div>%s</div>" % content
    spans = (' rowspan="%d"' % cell.rows if cell.rows > 1 else "") + (' colspan="%d"' % cell.cols if cell.cols > 1 else "")
    return '<td class="%s"%s>%s</td>' % (" ".join(classes), spans, content or "")
