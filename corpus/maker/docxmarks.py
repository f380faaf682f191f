"""What Word files hold beside their text, as WordprocessingML: marks, fields, revisions, edges of rows and grids."""

import re

BULLETS = 900
BULLET_LIST = ('<w:abstractNum w:abstractNumId="2"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
               '<w:lvlText w:val="●"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="420" w:hanging="420"/></w:pPr></w:lvl></w:abstractNum>')
BULLET_NUMBER = '<w:num w:numId="900"><w:abstractNumId w:val="2"/></w:num>'


def inside(runs, xml, rng):
    """The element between two characters of a text."""
    places = [m for m in re.finditer(r"<w:t(?: [^>]*)?>([^<&]{2,})</w:t>", runs)]
    if not places:
        return runs
    at = rng.choice(places)
    cut = at.start(1) + rng.randint(1, len(at.group(1)) - 1)
    return runs[:cut] + "</w:t>" + xml + '<w:t xml:space="preserve">' + runs[cut:]


def page_mark(runs, rng):
    """Where Word last saw a page end."""
    return inside(runs, "<w:lastRenderedPageBreak/>", rng)


def no_break_hyphens(runs):
    """The minus as Word writes it with Ctrl+Shift+-."""
    return runs.replace("<w:t>-", "<w:noBreakHyphen/><w:t>")


def symbol(font, code):
    """A character out of a symbol font, in the private area."""
    return '<w:r><w:sym w:font="%s" w:char="F0%02X"/></w:r>' % (font, code)


def raised(text):
    return '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>%s</w:t></w:r>' % text


def note_mark(kind):
    if kind == "comment":
        return '<w:r><w:commentReference w:id="2"/></w:r>'
    if kind == "raised":
        return raised("1")
    return '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:%sReference w:id="2"/></w:r>' % kind


NOTE = '<w:p><w:r><w:t>其中包括上年结转的3件。</w:t></w:r></w:p>'
NOTE_PARTS = {
    "footnote": ("footnotes.xml", "footnotes", '<w:footnotes %s><w:footnote w:id="2">' + NOTE + '</w:footnote></w:footnotes>'),
    "endnote": ("endnotes.xml", "endnotes", '<w:endnotes %s><w:endnote w:id="2">' + NOTE + '</w:endnote></w:endnotes>'),
    "comment": ("comments.xml", "comments", '<w:comments %s><w:comment w:id="2" w:author="a">' + NOTE + '</w:comment></w:comments>'),
}


def formula(runs, kind):
    """A total that Word computes, with its last result."""
    if kind == "simple":
        return '<w:fldSimple w:instr=" =SUM(LEFT) ">%s</w:fldSimple>' % runs
    mark = '<w:r><w:fldChar w:fldCharType="%s"/></w:r>'
    return (mark % "begin" + '<w:r><w:instrText xml:space="preserve"> =SUM(D5:I5) \\# "0" </w:instrText></w:r>' + mark % "separate" + runs + mark % "end")


def alternate(runs):
    """Said twice, for readers that know an extension and for others."""
    return '<mc:AlternateContent><mc:Choice Requires="wps">%s</mc:Choice><mc:Fallback>%s</mc:Fallback></mc:AlternateContent>' % (runs, runs)


def moved(old, runs):
    mark = 'w:author="a" w:date="2024-01-05T09:00:00Z"'
    return '<w:moveFrom w:id="81" %s>%s</w:moveFrom><w:moveTo w:id="82" %s>%s</w:moveTo>' % (mark, old, mark, runs)


def removed_row(row, mark, rng):
    """The row once more, with other numbers, that is not printed: deleted, or hidden. It takes part in no merge."""
    row = re.sub(r"<w:t>\d+</w:t>", lambda m: "<w:t>%d</w:t>" % rng.randint(1, 99), row)
    row = re.sub(r"(w14:paraId=\")\w+", lambda m: m.group(1) + "%08X" % rng.randint(0x10000000, 0x7FFFFFFF), row)
    return re.sub(r'<w:vMerge w:val="restart"/>', "<w:vMerge/>", row.replace("</w:trPr>", mark + "</w:trPr>", 1))


def inserted_row(row):
    return row.replace("</w:trPr>", '<w:ins w:id="78" w:author="a" w:date="2024-01-05T09:00:00Z"/></w:trPr>', 1)


def inner_table(content, width, kind):
    """A table within the cell: of one empty cell below its number, or of one that holds the number."""
    table = ('<w:tbl><w:tblPr><w:tblW w:w="%d" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="%d"/></w:tblGrid><w:tr><w:tc><w:tcPr>'
             '<w:tcW w:w="%d" w:type="dxa"/></w:tcPr>%s</w:tc></w:tr></w:tbl>' % (width - 120, width - 120, width - 120, content if kind == "number" else "<w:p/>"))
    return table if kind == "number" else content + table


def table_grid(widths, lie):
    """w:tblGrid, or one that the rows belie: equal columns, one column, none."""
    columns = {"equal": [sum(widths) // len(widths)] * len(widths), "one": [sum(widths)], "none": None}.get(lie, widths)
    return "" if columns is None else "<w:tblGrid>%s</w:tblGrid>" % "".join('<w:gridCol w:w="%d"/>' % w for w in columns)


def gap(side, columns, width):
    return '<w:grid%s w:val="%d"/><w:w%s w:w="%d" w:type="dxa"/>' % (side, columns, side, width) if columns else ""


def row_edges(grid, r, cells, kind):
    """The cells of a row that are written, as (first, behind the last): those before stand in gridBefore, the blank ones behind in
    gridAfter or, in a short row, nowhere."""
    first, last = 0, len(cells)
    if kind == "before" and cells[0][0].kind == "stub" and not cells[0][1]:
        first = 1
    if kind in ("after", "short"):
        while last > 1 and not cells[last - 1][0].text and cells[last - 1][0].rows == 1:
            last -= 1
    return first, last
