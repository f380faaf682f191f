"""The same tables printed by LibreOffice Writer (a flat OpenDocument text): another maker of glyph runs and rules than Chromium.

Nothing asks Writer where it puts a text, so columns are given more room than their texts need, and what `settle` lists is left
to Chromium."""

import html
import re

from . import sheet as S
from . import sheetlook, sheetpage, words

SPACES = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
          'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
          'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"')


def settle(rng, on):
    on["manner"] = "libre"
    if on["layout"] not in ("single", "two-below"):
        on["layout"] = "single"
    on["align"] = "right" if on["align"] == "decimal" else on["align"]
    on["currency"] = "in-cell" if on["currency"] == "edge" else on["currency"]
    on["group_way"] = "stacked" if on["group_way"] == "written" else on["group_way"]
    on["pen"] = "solid"
    on["ink"] = {"#000": "#000000", "#555": "#555555"}.get(on["ink"], on["ink"])  # OpenDocument knows six digits only
    on["thin"], on["thick"] = max(on["thin"], 0.5), max(on["thick"], 0.75)  # Writer leaves thinner ones out


class Styles:
    """Automatic styles by what they say."""

    def __init__(self):
        self.known = {}

    def name(self, family, properties):
        return self.known.setdefault((family, properties), "A%d" % len(self.known))

    def xml(self):
        parent = lambda family: ' style:parent-style-name="Standard"' if family == "paragraph" else ""
        return "".join('<style:style style:name="%s" style:family="%s"%s>%s</style:style>' % (name, family, parent(family), properties)
                       for (family, properties), name in self.known.items())


def paragraph(styles, inner, on, size, align="left", bold=False, more=""):
    """inner: the little HTML that sheet.py writes."""
    sup = styles.name("text", '<style:text-properties style:text-position="33% 65%"/>')
    body = re.sub(r"<div[^>]*>|</div>|</?span[^>]*>|</?i>|</?sub>", "", inner)
    body = body.replace("<br>", "<text:line-break/>").replace("<sup>", '<text:span text:style-name="%s">' % sup).replace("</sup>", "</text:span>")
    body = body.replace("&emsp;", "\u2003").replace("&nbsp;", "\u00a0")
    weight = ' fo:font-weight="bold" style:font-weight-asian="bold"' if bold else ""
    properties = '<style:paragraph-properties fo:text-align="%s"%s/><style:text-properties fo:font-size="%gpt" style:font-size-asian="%gpt"%s/>' % (
        {"left": "start", "right": "end", "center": "center", "justify": "justify"}[align], more, size, size, weight)
    return '<text:p text:style-name="%s">%s</text:p>' % (styles.name("paragraph", properties), body)


def ems(text, on):
    full = 0x2e80 if on["lang"] == "en" else 0x2010
    return sum(1.0 if ord(c) >= full else 0.62 for c in text) * (1.12 if "DejaVu" in on["font"] else 1.0)


def table(sheet, on, styles, index, room):
    size, gap = on["size"], on["gap"] * on["size"]
    lines = lambda i: (re.sub(r"<(?!br)[^>]*>", "", i.inner) if i.inner is not None else html.escape(i.text)).split("<br>")
    need = [1.0] * sheet.columns
    text = on["stub"] == "text"
    for item in sheet.items:
        wide = max(ems(html.unescape(line), on) for line in lines(item)) + item.indent * max(on["indent"], 1)
        if item.kind == "group" and on["group_way"] == "stacked":
            wide = 1.3
        if item.kind == "stub" and on["stub"].startswith("wrapped"):
            wide = min(wide, on["stub_width"])
        if item.kind == "text":
            wide = min(wide, 14)
        if item.leader:
            wide += 4
        if item.cols == 1 and not item.wide and not (item.kind == "section" and on["rules"] not in S.VERTICALS):
            need[item.col] = max(need[item.col], wide)
    for item in sheet.items:
        if item.cols > 1:
            short = max(ems(html.unescape(line), on) for line in lines(item)) - sum(need[item.col:item.col + item.cols])
            need[item.col + item.cols - 1] += max(0, short)
    widths = [n * size + gap for n in need]
    total = sum(widths)
    if total > room:
        raise S.TooWide()
    if on["fit"] == "full" or text:
        widths = [w * room / total for w in widths]
    columns = [styles.name("table-column", '<style:table-column-properties style:column-width="%.1fpt"/>' % w) for w in widths]
    style = styles.name("table", '<style:table-properties style:width="%.1fpt" table:align="%s" table:border-model="collapsing"/>' % (
        sum(widths), "center" if on["fit"] == "middle" else "left"))
    out = ['<table:table table:name="T%d" table:style-name="%s">' % (index, style)]
    out.extend('<table:table-column table:style-name="%s"/>' % name for name in columns)
    owner = {}
    for item in sheet.items:
        for r in range(item.row, item.row + item.rows):
            for c in range(item.col, item.col + max(item.cols, item.wide)):
                if (r, c) not in owner or owner[r, c].kind == "blank":
                    owner[r, c] = item
    keep = styles.name("table-row", '<style:table-row-properties fo:keep-together="always"/>')
    for r in range(sheet.rows):
        if r in sheet.spaces:
            blanks = [cell_style(styles, S.Item(r, c, kind="space"), sheet, on, "", only="lr") for c in range(sheet.columns)]
            out.append('<table:table-row table:style-name="%s">%s</table:table-row>' % (keep, "".join(
                '<table:table-cell table:style-name="%s">%s</table:table-cell>' % (name, paragraph(styles, "", on, size)) for name in blanks)))
        striped = on["rules"] == "zebra" and r >= sheet.head and (r - sheet.head) % 2 == on["zebra_phase"]
        shade = on["shade"] if striped or (on["rules"] == "shaded-head" and r < sheet.head) else ""
        row = []
        for c in range(sheet.columns):
            item = owner[r, c]
            if (item.row, item.col) != (r, c):
                row.append("<table:covered-table-cell/>")
                continue
            align, valign = sheetlook.cell_alignment(item, on)
            if on["stub"].startswith("wrapped") and item.kind in ("value", "word"):
                valign = {"wrapped-last": "bottom", "wrapped-first": "top", "wrapped-middle": "middle"}[on["stub"]]
            inner, more = "<br>".join(lines(item)) if not item.inner or "<sup>" not in item.inner else item.inner, ""
            if item.leader:
                label = ems(item.text, on)
                item.text = item.text + on["leaders"] * max(2, int((need[0] - label - item.indent * on["indent"]) / (ems(on["leaders"], on) + 0.02)))
                inner = html.escape(item.text)
            left = item.indent * on["indent"] * size if item.kind == "stub" else 0
            hang = on["hang"] * size if item.kind == "stub" and on["stub"].startswith("wrapped") else 0
            if left or hang:
                more += ' fo:margin-left="%.1fpt" fo:text-indent="%.1fpt"' % (left + hang, -hang)
            if item.kind == "spanner" and on["rules"] in ("spanner", "spanner-only"):
                more += ' fo:border-bottom="%gpt solid %s" fo:padding-bottom="1pt"' % (on["thin"], on["ink"])
            more += ' fo:line-height="%d%%"' % max(100, 100 * on["leading"] / 1.15)
            spans = (' table:number-columns-spanned="%d"' % max(item.cols, item.wide) if max(item.cols, item.wide) > 1 else "") + (
                ' table:number-rows-spanned="%d"' % item.rows if item.rows > 1 else "")
            row.append('<table:table-cell table:style-name="%s"%s>%s</table:table-cell>' % (
                cell_style(styles, item, sheet, on, shade, valign), spans,
                paragraph(styles, inner, on, size, align, item.bold or (on["head_bold"] and r < sheet.head), more)))
        out.append('<table:table-row table:style-name="%s">%s</table:table-row>' % (keep, "".join(row)))
    return "".join(out) + "</table:table>"


def cell_style(styles, item, sheet, on, shade, valign="middle", only="trbl"):
    borders = "".join(' fo:border-%s="%s"' % (name, "%gpt solid %s" % (w, on["ink"]) if w and name[0] in only else "none")
                      for name, w in zip(("top", "right", "bottom", "left"), sheetlook.edges(sheet, item, on)))
    side = on["gap"] * on["size"] / 2
    padding = ' fo:padding-top="%gpt" fo:padding-bottom="%gpt" fo:padding-left="%.1fpt" fo:padding-right="%.1fpt"'
    return styles.name("table-cell", ('<style:table-cell-properties%s%s style:vertical-align="%s"' + padding + "/>") % (
        borders, ' fo:background-color="%s"' % shade if shade else "", valign, on["row_pad"], on["row_pad"], side if item.col else 1, side))


def document(rng, on):
    """(flat OpenDocument text, [(sheet, page)])."""
    settle(rng, on)
    lang = on["lang"]
    width, height = sheetpage.PAPER[on["paper"]]
    if on["landscape"]:
        width, height = height, width
    styles, body, tables = Styles(), [], []
    prose_size = on["prose_size"]

    def say(text, size, align="left", bold=False, above=0, below=0):
        margins = ' fo:margin-top="%gpt" fo:margin-bottom="%gpt"' % (above, below)
        body.append(paragraph(styles, html.escape(text), on, size, align, bold, margins))

    def prose():
        for _ in range(rng.randint(0, 2)):
            if rng.random() < 0.2:
                say(rng.choice(words.HEADINGS[lang]), prose_size + 2, bold=True, above=12, below=4)
            elif rng.random() < 0.25:
                for n, (key, value) in enumerate(words.keyed(rng, lang, 3)):
                    say(key + " " + value, prose_size, above=0 if n else 12)
            else:
                say(words.paragraph(rng, lang, rng.randint(2, 4)), prose_size, "justify", above=9, below=5)

    prose()
    for number in range(2 if on["layout"] == "two-below" else 1):
        caption = ("Table %d. " if lang == "en" else "表%d\u2003") % (number + 1) + rng.choice(words.TITLES[lang])
        say(caption, on["size"] + 1, rng.choice(["center", "left"]), rng.random() < 0.5, above=10, below=3)
        if rng.random() < 0.5:
            say(rng.choice(words.UNIT_LINE[lang]), on["size"], rng.choice(["right", "center"]), below=3)
        made = S.build(rng, on)
        tables.append((made, 1))
        body.append(table(made, on, styles, number, width - 110))
        for note in rng.sample(words.NOTES[lang], rng.randint(0, 2)):
            say(note, on["size"], above=3)
        if on["layout"] == "two-below" and number == 0:
            say("", on["size"])
    prose()
    latin = on["latin"] if lang == "zh" and on["latin"] else on["font"]
    fonts = "".join('<style:font-face style:name="%s" svg:font-family="\'%s\'"/>' % (f, f) for f in sorted({latin, on["font"]}))
    standard = ('<style:style style:name="Standard" style:family="paragraph"><style:text-properties style:font-name="%s" '
                'style:font-name-asian="%s" fo:language="en" fo:country="US"/></style:style>' % (latin, on["font"]))
    page = ('<style:page-layout style:name="pm"><style:page-layout-properties fo:page-width="%gpt" fo:page-height="%gpt" fo:margin="54pt" '
            'style:print-orientation="%s"/></style:page-layout>' % (width, height, "landscape" if on["landscape"] else "portrait"))
    master = '<style:master-page style:name="Standard" style:page-layout-name="pm"/>'
    parts = [("font-face-decls", fonts), ("styles", standard), ("automatic-styles", styles.xml() + page), ("master-styles", master),
             ("body", "<office:text>%s</office:text>" % "".join(body))]
    return '<?xml version="1.0" encoding="UTF-8"?><office:document %s office:version="1.2" office:mimetype="%s">%s</office:document>' % (
        SPACES, "application/vnd.oasis.opendocument.text", "".join("<office:%s>%s</office:%s>" % (name, xml, name) for name, xml in parts)), tables
