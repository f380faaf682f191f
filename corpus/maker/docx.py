"""DOCX written directly, in the manner of Word or of WPS."""

import random
import re
import zipfile
from xml.sax.saxutils import escape

from . import docxmarks as M

NS = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
      'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
      'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
      'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
      'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
      'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
      'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
      'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" mc:Ignorable="w14"')
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
HEAD_FILL = "C6D9F1"
# Fonts whose vertical advances are wrong: their vertical writing is a blot that nobody reads.
NO_VERTICAL_METRICS = {"WenQuanYi Zen Hei", "Droid Sans Fallback"}


class Writer:
    def __init__(self, report, manner, seed):
        self.report, self.manner, self.on = report, manner, report.switches
        self.rng = random.Random("docx %s" % seed)
        self.ids = 0x10000000
        self.song = self.on.get("font", "宋体")
        self.lists = {}

    # ---- paragraphs and runs ----

    def run(self, text, size=None, bold=False, extra=""):
        """Runs for a text; '\n' is w:br, and Word's manner cuts a text into several runs."""
        out = []
        for i, line in enumerate(text.split("\n")):
            if i:
                out.append("<w:r>%s<w:%s/></w:r>" % (self.rpr(size, bold, extra), "cr" if self.on.get("carriage_returns") else "br"))
            for j, piece in enumerate(self.pieces(line)):
                if j and self.manner == "word" and self.rng.random() < 0.3:
                    out.append('<w:proofErr w:type="%s"/>' % self.rng.choice(["spellStart", "spellEnd", "gramStart", "gramEnd"]))
                rsid = ' w:rsidR="%08X"' % self.rng.randint(0x00100000, 0x00FFFFFF) if self.manner == "word" and self.rng.random() < 0.4 else ""
                space = ' xml:space="preserve"' if piece != piece.strip() else ""
                out.append("<w:r%s>%s<w:t%s>%s</w:t></w:r>" % (rsid, self.rpr(size, bold, extra), space, escape(piece)))
        return "".join(out)

    def pieces(self, text):
        if not text:
            return []
        chance = {"word": 0.12, "wps": 0.05}.get(self.manner, 0)
        if re.fullmatch(r"[\d.,]+", text):
            if self.on.get("number_in_two_runs") and len(text) > 1 and self.rng.random() < 0.7:
                cut = self.rng.randint(1, len(text) - 1)
                return [text[:cut], text[cut:]]
            return [text]
        out, piece = [], ""
        for char in text:
            if piece and self.rng.random() < chance / 2:
                out.append(piece)
                piece = ""
            piece += char
        return out + [piece]

    def rpr(self, size, bold, extra=""):
        fonts = '<w:rFonts w:hint="eastAsia" w:ascii="%s" w:hAnsi="%s" w:eastAsia="%s" w:cs="%s"/>' % ((self.song,) * 4)
        if self.manner == "word":
            fonts = '<w:rFonts w:ascii="Times New Roman" w:eastAsia="%s" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>' % self.song
        out = fonts
        if bold:
            out += "<w:b/><w:bCs/>"
        out += extra
        if self.manner == "wps":
            out += '<w:color w:val="000000"/><w:kern w:val="0"/>'
        if size:
            out += '<w:sz w:val="%d"/><w:szCs w:val="%d"/>' % (size, size)
        if self.manner == "wps":
            out += '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar"/>'
        return "<w:rPr>%s</w:rPr>" % out

    def p(self, runs, jc=None, indent=False, style=None, line=None, num=None, spacing="", keep=False):
        self.ids += self.rng.randint(1, 0xFFFF)
        attrs = ' w14:paraId="%08X"' % self.ids
        if self.manner == "word":
            attrs += ' w14:textId="77777777" w:rsidR="00A43B21" w:rsidRDefault="00A43B21"'
        ppr = ""
        if style:
            ppr += '<w:pStyle w:val="%s"/>' % style
        if keep:
            ppr += "<w:keepNext/>"
        if self.manner == "wps":
            ppr += "<w:widowControl/>"
        if num:
            ppr += '<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>' % num
        if line:
            ppr += '<w:spacing w:before="0" w:after="0" w:line="%d" w:lineRule="%s"/>' % line
        if indent:
            ppr += '<w:ind w:firstLine="%d"/>' % (640 if indent is True else indent)
        if jc:
            ppr += '<w:jc w:val="%s"/>' % jc
        return "<w:p%s>%s%s</w:p>" % (attrs, "<w:pPr>%s</w:pPr>" % ppr if ppr else "", runs)

    # ---- blocks ----

    def body(self):
        out = []
        deleted = 0
        for block in self.report.blocks:
            kind = block.kind
            if kind == "title":
                out.append(self.p(self.run(block.text, 44 if len(block.text) < 24 else 36, True), jc="center", line=(640, "exact")))
            elif kind == "heading":
                style = "1" if self.manner == "wps" else "Heading1"
                if self.on.get("auto_numbering"):
                    out.append(self.p(self.run(block.text, 32), style=style, num=(0, 1), line=(560, "exact")))
                else:
                    out.append(self.p(self.run(block.number + block.text, 32), style=style, indent=True, line=(560, "exact")))
            elif kind == "subheading":
                if self.on.get("auto_numbering"):
                    out.append(self.p(self.run(re.sub(r"^（.）", "", block.text), 32, True), num=(1, 1), line=(560, "exact")))
                else:
                    out.append(self.p(self.run(block.text, 32, True), indent=True, line=(560, "exact")))
            elif kind == "para":
                runs = self.run(block.text, 32)
                if self.on.get("page_marks"):
                    runs = M.page_mark(runs, self.rng)
                if self.on.get("tracked_changes") and deleted < 2:
                    deleted += 1
                    runs += self.deleted("（此处原有误差数据%d件）" % self.rng.randint(3, 99)) + self.inserted("特此说明。")
                if self.on.get("hidden_text") and deleted < 2:
                    deleted += 1
                    runs += self.run("审核人：内部留存", 32, extra="<w:vanish/>")
                if self.on.get("text_box") is True and deleted < 1:
                    deleted += 1
                    runs += text_box("内部资料")
                bullet = (0, M.BULLETS) if self.on.get("list_paragraphs") and 40 < len(block.text) else None
                out.append(self.p(runs, jc="both", indent=not bullet, line=(560, "exact"), num=bullet))
            elif kind == "caption":
                out.append(self.p(self.run(block.text, 32, True), jc="center", line=(560, "exact")))
            elif kind == "byline":
                out.append(self.p(self.run(block.text, 32), jc="center", line=(560, "exact")))
            elif kind == "unit":
                out.append(self.p(self.run(block.text, 21), jc="right"))
            elif kind == "signature":
                out.append(self.p(self.run(block.text, 32), jc="right", line=(560, "exact")))
            elif kind == "blank":
                out.append(self.p("", line=(280, "exact")))
            elif kind == "table":
                grid = block.grid
                if self.on.get("spacer") and grid.name == "requests":
                    for _ in range(self.on["spacer"]):
                        out.append(self.p("", line=(300, "exact")))
                if self.on.get("content_controls"):
                    out.append('<w:sdt><w:sdtPr><w:alias w:val="表"/><w:id w:val="%d"/></w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>'
                               % (self.rng.randint(1, 10 ** 8), self.table(grid)))
                elif self.on.get("split_table") and grid.name == "requests":
                    cut = self.rng.choice(range(5, grid.rows))
                    out.append(self.table(grid, 0, cut))
                    out.append(self.p(""))
                    out.append(self.table(grid, cut, grid.rows))
                else:
                    out.append(self.table(grid))
                if self.on.get("note_marks") == "raised":
                    out.append(self.p(M.raised("1") + self.run("以上数据由各科室填报。", 18)))
                out.append(self.p("", line=(240, "exact")))
        body = "".join(out)
        if self.on.get("nested_layout"):
            body = ('<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid><w:gridCol w:w="%d"/></w:tblGrid>'
                    '<w:tr><w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>%s</w:tc></w:tr></w:tbl>' % (self.width() + 200, self.width() + 200, body))
            body += self.p("")
        return body

    def deleted(self, text):
        return ('<w:del w:id="%d" w:author="a" w:date="2024-01-05T09:00:00Z"><w:r>%s<w:delText>%s</w:delText></w:r></w:del>'
                % (self.rng.randint(1, 9999), self.rpr(32, False), escape(text)))

    def inserted(self, text, size=32):
        return ('<w:ins w:id="%d" w:author="a" w:date="2024-01-05T09:00:00Z"><w:r>%s<w:t>%s</w:t></w:r></w:ins>'
                % (self.rng.randint(1, 9999), self.rpr(size, False), escape(text)))

    def width(self):
        return 13000 if self.on.get("landscape") else 9000

    # ---- tables ----

    def table(self, grid, first=0, last=None):
        last = grid.rows if last is None else last
        total = sum(grid.widths)
        widths = [int(self.width() * w / total) for w in grid.widths]
        border = '<w:%s w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        sides = ["top", "left", "bottom", "right", "insideH", "insideV"]
        if self.on.get("no_side_borders"):
            sides = ["top", "bottom", "insideH", "insideV"]
        if self.manner == "wps":
            pr = ('<w:tblStyle w:val="3"/><w:tblW w:w="%d" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>%s</w:tblBorders>'
                  '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="57" w:type="dxa"/>'
                  '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>'
                  % (sum(widths), "".join('<w:%s w:val="outset" w:color="auto" w:sz="6" w:space="0"/>' % s if s in sides else
                                          '<w:%s w:val="none" w:color="auto" w:sz="0" w:space="0"/>' % s
                                          for s in ("top", "left", "bottom", "right", "insideH", "insideV"))))
        else:
            pr = ('<w:tblStyle w:val="TableGrid"/><w:tblW w:w="%d" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>%s</w:tblBorders>'
                  '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>'
                  '<w:tblLook w:val="04A0" w:firstRow="1" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
                  % (sum(widths), "".join(border % s for s in sides)))
        out = ["<w:tbl><w:tblPr>%s</w:tblPr>%s" % (pr, M.table_grid(widths, self.on.get("lying_grid")))]
        rows = list(grid.physical_rows())
        for r in range(first, last):
            row = self.row(grid, r, rows[r], widths)
            if self.on.get("tracked_changes") == "rows" and r > grid.header and self.rng.random() < 0.15:
                out.append(M.removed_row(row, "<w:del w:id=\"77\" w:author=\"a\" w:date=\"2024-01-05T09:00:00Z\"/>", self.rng))
                row = M.inserted_row(row)
            if self.on.get("hidden_rows") and r > grid.header and self.rng.random() < 0.15:
                out.append(M.removed_row(row, "<w:hidden/>", self.rng))
            if self.on.get("content_controls") == "rows" and self.rng.random() < 0.4:
                row = self.control(row)
            out.append(row)
        if last == grid.rows:
            for _ in grid.padding:
                cells = "".join('<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>%s</w:tc>' % (w, self.p("")) for w in widths)
                out.append("<w:tr>%s</w:tr>" % cells)
        out.append("</w:tbl>")
        return "".join(out)

    def row(self, grid, r, cells, widths):
        head = self.on.get("repeated_header") and r < grid.header
        height = self.on.get("row_height") or (680 if any(c.vertical for c, s in cells if s and c.kind == "head") and
                                               self.on.get("review_heads") == "direction" else 400)
        if self.on.get("review_heads") == "direction" and grid.name == "review" and r == 2:
            height = 1400
        trpr = "<w:trPr>%s<w:trHeight w:val=\"%d\" w:hRule=\"atLeast\"/>%s<w:jc w:val=\"center\"/></w:trPr>" % (
            "<w:cantSplit/>" if self.on.get("keep_rows", True) else "", height, "<w:tblHeader/>" if head else "")
        ex = ""
        if self.manner == "wps":
            ex = ('<w:tblPrEx><w:tblBorders>%s</w:tblBorders><w:tblCellMar><w:left w:w="57" w:type="dxa"/><w:right w:w="57" w:type="dxa"/>'
                  '</w:tblCellMar></w:tblPrEx>' % "".join('<w:%s w:val="outset" w:color="auto" w:sz="6" w:space="0"/>' % s
                                                        for s in ("top", "bottom", "insideH", "insideV")))
        attrs = ' w14:paraId="%08X" w14:textId="77777777"' % self.rng.randint(0x10000000, 0x7FFFFFFF) if self.manner == "word" else ""
        out = ["<w:tr%s>%s%s" % (attrs, ex, trpr)]
        first, last = M.row_edges(grid, r, cells, self.on.get("row_edges"))
        if self.on.get("row_edges") in ("before", "after") and (first or last < len(cells)):
            before, after = sum(c.cols for c, _ in cells[:first]), sum(c.cols for c, _ in cells[last:])
            out[0] = out[0].replace("<w:trPr>", "<w:trPr>" + M.gap("Before", before, sum(widths[:before])) + M.gap("After", after, sum(widths[len(widths) - after:])))
        for cell, starts in cells[first:last]:
            made = self.cell(grid, cell, starts, widths, r)
            if self.on.get("content_controls") == "cells" and cell.rows == 1 and self.rng.random() < 0.4:
                made = self.control(made)
            out.append(made)
        out.append("</w:tr>")
        return "".join(out)

    def cell(self, grid, cell, starts, widths, r):
        width = sum(widths[cell.col:cell.col + cell.cols])
        pr = '<w:tcW w:w="%d" w:type="dxa"/>' % width
        if cell.cols > 1 and self.on.get("horizontal_merges"):  # as Word 97 wrote them: one w:tc for each column
            widths_of = widths[cell.col:cell.col + cell.cols]
            pr = '<w:tcW w:w="%d" w:type="dxa"/><w:hMerge w:val="restart"/>' % widths_of[0]
        elif cell.cols > 1:
            pr += '<w:gridSpan w:val="%d"/>' % cell.cols
        if cell.rows > 1 and not (self.on.get("row_edges") == "before" and cell.kind == "stub"):
            pr += '<w:vMerge w:val="restart"/>' if starts else "<w:vMerge/>" if self.manner == "word" else '<w:vMerge w:val="continue"/>'
        if self.manner == "wps":
            sides = [s for s in ("top", "left", "bottom", "right") if not (self.on.get("no_side_borders") and (
                s == "left" and cell.col == 0 or s == "right" and cell.col + cell.cols == grid.columns))]
            pr += "<w:tcBorders>%s</w:tcBorders>" % "".join(
                '<w:%s w:val="single" w:color="auto" w:sz="%d" w:space="0"/>' % (s, self.rng.choice([4, 8])) for s in sides)
        shade = self.on.get("shade") and cell.kind in ("bar", "head", "corner") or self.on.get("shade") == "bars" and cell.kind == "bar"
        if shade and not (self.on["shade"] == "bars" and cell.kind != "bar"):
            pr += '<w:shd w:val="clear" w:color="auto" w:fill="%s"/>' % HEAD_FILL
        vertical = cell.vertical
        if vertical == "direction" and cell.kind == "stub" and self.on.get("row_edges") == "before":
            vertical = None  # in a single row it would be cut
        if vertical == "direction":
            pr += '<w:textDirection w:val="%s"/>' % ("tbRlV" if self.manner == "word" else "tbRl")
        pr += '<w:vAlign w:val="center"/>'
        jc = "center" if cell.kind in ("value", "head", "bar", "stub", "unbound", "corner", "unit", "none") else "left"
        if self.on.get("values_right") and cell.kind == "value":
            jc = "right"
        if not starts:
            stray = cell.stray if cell.stray and r == cell.row + cell.rows // 2 else ""
            return self.merged(cell, widths, pr, self.p(self.run(stray, 20) if stray else "", jc=jc))
        size = 16 if grid.name == "review" else 20 if cell.kind in ("value", "bar", "unbound") else 18
        paras = []
        num = None
        song = self.song
        if vertical == "direction" and song in NO_VERTICAL_METRICS:
            self.song = "Noto Serif CJK SC"
        for i, text in enumerate(cell.paras):
            if cell.number and i == 0:
                num = (0, self.lists.setdefault(cell.number[0], 2 + len(self.lists)))
                text = cell.number[1]
            runs = self.run(text, size, bold=cell.kind in ("bar",) and self.manner == "word")
            if cell.kind == "value" and text:
                runs = self.value(text, size, runs, cell)
            elif cell.kind in ("label", "head") and text:
                runs = self.label(runs, cell)
            paras.append(self.p(runs, jc=jc, num=num))
            num = None
        self.song = song
        content = "".join(paras)
        if self.on.get("content_controls") and cell.kind == "value" and self.rng.random() < 0.5:
            if self.on["content_controls"] == "runs" and "<w:txbxContent" not in content:
                content = re.sub(r"(<w:p [^>]*>(?:<w:pPr>.*?</w:pPr>)?)(.+?)(</w:p>)", lambda m: m.group(1) + self.control(m.group(2)) + m.group(3), content)
            else:
                content = self.control(content)
        if self.on.get("empty_paragraphs") and cell.kind in ("value", "label") and self.rng.random() < 0.3:
            content = self.p("") + content if self.rng.random() < 0.5 else content + self.p("")
        if self.on.get("inner_table") and cell.kind == "value" and self.rng.random() < 0.15:
            content = M.inner_table(content, width, self.on["inner_table"]) + self.p("")
        return self.merged(cell, widths, pr, content)

    def merged(self, cell, widths, pr, content):
        made = "<w:tc><w:tcPr>%s</w:tcPr>%s</w:tc>" % (pr, content)
        if cell.cols > 1 and self.on.get("horizontal_merges"):
            for width in widths[cell.col + 1:cell.col + cell.cols]:
                made += '<w:tc><w:tcPr>%s</w:tcPr><w:p/></w:tc>' % re.sub(
                    r'<w:tcW w:w="\d+" w:type="dxa"/><w:hMerge w:val="restart"/>', '<w:tcW w:w="%d" w:type="dxa"/><w:hMerge w:val="continue"/>' % width, pr)
        return made

    def control(self, content):
        return '<w:sdt><w:sdtPr><w:id w:val="%d"/></w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>' % (self.rng.randint(1, 10 ** 8), content)

    def label(self, runs, cell):
        """What stands in a label and is no word of it."""
        on, rng = self.on, self.rng
        if on.get("soft_hyphens") and rng.random() < 0.3:
            runs = M.inside(runs, "<w:softHyphen/>", rng)
        if on.get("page_marks") and rng.random() < 0.1:
            runs = M.page_mark(runs, rng)
        if on.get("symbols") == "ornament" and cell.kind == "label" and rng.random() < 0.2:
            runs = M.symbol("Wingdings", 0xD8) + runs
        return runs

    def value(self, text, size, runs, cell):
        on, rng = self.on, self.rng
        if on.get("no_break_hyphens"):
            runs = M.no_break_hyphens(runs)
        if on.get("symbols") == "digits" and re.fullmatch(r"[0-9]+", text) and rng.random() < 0.2:
            runs = "".join(M.symbol("Symbol", ord(c)) for c in text)
        if on.get("tabs_in_cells") and rng.random() < 0.3:
            runs = "<w:r><w:tab/></w:r>" + runs if rng.random() < 0.5 else runs + "<w:r><w:tab/></w:r>"
        if on.get("formulas") and cell.path and cell.path.endswith(".total"):
            runs = M.formula(runs, on["formulas"])
        if on.get("text_box") == "numbers" and rng.random() < 0.1:
            return text_box(text, in_cell=True)
        if on.get("alternate_content") and rng.random() < 0.15:
            runs = M.alternate(runs)
        if on.get("page_marks") and rng.random() < 0.1:
            runs = "<w:r><w:lastRenderedPageBreak/></w:r>" + runs
        if on.get("note_marks") and rng.random() < 0.08:
            return runs + M.note_mark(on["note_marks"])
        if on.get("tracked_changes") == "moves" and rng.random() < 0.15:
            return M.moved(self.run(str(rng.randint(0, 99)), size), runs)
        if self.on.get("tracked_changes") and self.rng.random() < 0.15:
            old = str(self.rng.randint(0, 99))
            return self.deleted(old) + self.inserted(text, size)
        if self.on.get("hidden_text") and self.rng.random() < 0.08:
            return runs + self.run(str(self.rng.randint(1, 9)), size, extra="<w:vanish/>")
        return runs


def text_box(text, in_cell=False):
    """A floating text box as Word writes it: DrawingML with a VML fallback that says the same. In the corner of the page, or over
    the cell that holds it."""
    across, down, width, height = ("column", "paragraph", 400000, 200000) if in_cell else ("page", "page", 1200000, 330000)
    at = (0, 0) if in_cell else (5600000, 500000)
    inner = "<w:txbxContent><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:txbxContent>" % text
    return ('<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
            'relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
            '<wp:positionH relativeFrom="%s"><wp:posOffset>%d</wp:posOffset></wp:positionH>'
            '<wp:positionV relativeFrom="%s"><wp:posOffset>%d</wp:posOffset></wp:positionV><wp:extent cx="%d" cy="%d"/>'
            '<wp:wrapNone/><wp:docPr id="7" name="box"/><wp:cNvGraphicFramePr/><a:graphic>'
            '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/>'
            '<wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
            '<wps:txbx>%s</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>'
            '<mc:Fallback><w:pict><v:shape style="width:90pt;height:26pt"><v:textbox>%s</v:textbox></v:shape></w:pict></mc:Fallback>'
            '</mc:AlternateContent></w:r>' % (across, at[0], down, at[1], width, height, width, height, inner, inner))


def styles(manner):
    heading = "1" if manner == "wps" else "Heading1"
    table = "3" if manner == "wps" else "TableGrid"
    return (XML + '<w:styles %s><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" '
            'w:eastAsia="宋体" w:cs="Times New Roman"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>'
            '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
            '<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr></w:style>'
            '<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="a"/></w:style>'
            '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>'
            '<w:style w:type="table" w:styleId="%s"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/></w:style></w:styles>'
            % (NS, heading, table))


def numbering(lists, bullets):
    """List 1: headings 一、 and （一） with restart; one decimal list for each group of row labels."""
    level = ('<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/><w:suff w:val="nothing"/><w:lvlText w:val="%s"/>'
             '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="%d"/></w:pPr></w:lvl>')
    out = ('<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>%s%s</w:abstractNum>'
           % (level % (0, "chineseCountingThousand", "%1、", 640), level % (1, "chineseCounting", "（%2）", 640)))
    out += '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/>%s</w:abstractNum>' % (level % (0, "decimal", "%1.", 0))
    out += M.BULLET_LIST if bullets else ""
    out += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    for number in sorted(lists.values()):
        out += ('<w:num w:numId="%d"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
                % number)
    return XML + "<w:numbering %s>%s%s</w:numbering>" % (NS, out, M.BULLET_NUMBER if bullets else "")


def field(code):
    return ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> %s </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>' % code)


def footer(style):
    t = lambda s: '<w:r><w:t xml:space="preserve">%s</w:t></w:r>' % s
    runs = {"dashes": t("- ") + field("PAGE") + t(" -"), "plain": field("PAGE"),
            "of": t("第") + field("PAGE") + t("页 共") + field("NUMPAGES") + t("页"), "wide_dash": t("— ") + field("PAGE") + t(" —")}[style]
    return XML + '<w:ftr %s><w:p><w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="center"/></w:pPr>%s</w:p></w:ftr>' % (NS, runs)


def header(text, watermark):
    runs = "<w:r><w:t>%s</w:t></w:r>" % text if text else ""
    if watermark:
        runs += ('<w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">'
                 '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
                 '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/>'
                 '</v:formulas><v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
                 '<v:shape id="mark" type="#_x0000_t136" style="position:absolute;margin-left:0;margin-top:0;width:400pt;height:90pt;rotation:315;z-index:-1;'
                 'mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;'
                 'mso-position-vertical-relative:margin" fillcolor="silver" stroked="f"><v:fill opacity=".5"/>'
                 '<v:textpath style="font-family:&quot;宋体&quot;;font-size:1pt" string="%s"/></v:shape></w:pict></w:r>' % watermark)
    return XML + '<w:hdr %s><w:p><w:pPr><w:jc w:val="center"/></w:pPr>%s</w:p></w:hdr>' % (NS, runs)


def write(report, path, manner, seed):
    writer = Writer(report, manner, seed)
    on = report.switches
    body = writer.body()
    parts, rels, types = {}, [], []

    def part(name, content, kind, content_type):
        parts["word/" + name] = content
        rels.append('<Relationship Id="rId%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/>'
                    % (len(rels) + 1, kind, name))
        types.append('<Override PartName="/word/%s" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.%s+xml"/>'
                     % (name, content_type))
        return "rId%d" % len(rels)

    part("styles.xml", styles(manner), "styles", "styles")
    if on.get("note_marks") in M.NOTE_PARTS:
        name, kind, xml = M.NOTE_PARTS[on["note_marks"]]
        part(name, XML + xml % NS, kind, kind)
    if on.get("auto_numbering") or on.get("list_paragraphs") or writer.lists:
        part("numbering.xml", numbering(writer.lists, on.get("list_paragraphs")), "numbering", "numbering")
    sect = ""
    if on.get("running_header") or on.get("watermark"):
        text = report.title if on.get("running_header") else ""
        sect += '<w:headerReference w:type="default" r:id="%s"/>' % part("header1.xml", header(text, on.get("watermark")), "header", "header")
    if on.get("page_numbers"):
        sect += '<w:footerReference w:type="default" r:id="%s"/>' % part("footer1.xml", footer(on["page_numbers"]), "footer", "footer")
    if on.get("landscape"):
        sect += '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    else:
        sect += '<w:pgSz w:w="11906" w:h="16838"/>'
    sect += '<w:pgMar w:top="1800" w:right="1440" w:bottom="1500" w:left="1440" w:header="851" w:footer="992" w:gutter="0"/>'
    producer = {"word": "Microsoft Office Word", "wps": "WPS Office_11.8.2.12085_F1E327BC"}[manner]
    parts["word/document.xml"] = XML + "<w:document %s><w:body>%s<w:sectPr>%s</w:sectPr></w:body></w:document>" % (NS, body, sect)
    parts["word/_rels/document.xml.rels"] = (XML + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>'
                                             % "".join(rels))
    parts["docProps/app.xml"] = (XML + '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>%s</Application></Properties>'
                                 % producer)
    parts["_rels/.rels"] = (XML + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                            '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
                            '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/>'
                            '</Relationships>')
    parts["[Content_Types].xml"] = (XML + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                                    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                                    '<Default Extension="xml" ContentType="application/xml"/>'
                                    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
                                    '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>'
                                    '%s</Types>' % "".join(types))
    order = ["[Content_Types].xml", "_rels/.rels", "word/document.xml"]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for name in order + sorted(n for n in parts if n not in order):
            info = zipfile.ZipInfo(name, (2024, 1, 15, 9, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            z.writestr(info, parts[name])
