"""PDF drawn directly: in the manner of Word (thin fills as rules, digits in another font) and of WPS (strokes, a clip rectangle
for each cell). Tables flow over pages; with keep_rows off a page break goes through a row."""

import os
import random
import subprocess
import tempfile

from . import digits, letters, pens, sheets
from .pdf import Pdf, width, wrap

A4 = (595.32, 841.92)
RULE = pens.RULE
FILL = "0.776 0.851 0.945 rg"


class Flow:
    def __init__(self, report, manner):
        self.report, self.on, self.manner = report, report.switches, manner
        self.font = letters.Font(self.on)
        self.page_width, self.page_height = (A4[1], A4[0]) if self.on.get("landscape") else A4
        self.turned = False
        self.set_margins()
        self.pages = []
        self.new_page()

    def set_margins(self):
        self.left, self.top, self.bottom = 74.0, 78.0, self.page_height - 76.0
        self.right = self.page_width - 74.0

    def new_page(self):
        turned = self.turned
        if turned:
            sheets.turn_back(self)
        self.ops = []
        self.pages.append(self.ops)
        self.y = self.top
        if self.on.get("watermark"):
            self.ops.append("q 0.85 g BT /F1 54 Tf 0.7071 0.7071 -0.7071 0.7071 %.2f 300 Tm <%s> Tj ET Q" % (
                self.page_width / 2 - 130, self.font.hexed(self.on["watermark"])))
        if turned:
            sheets.turn(self)

    # ---- painting; y grows downwards here, upwards in the file ----

    def text(self, x, baseline, text, size, bold=False, room=0.0):
        """room: to what width a label may be spread."""
        y = self.page_height - baseline
        how = self.on.get("digits_without_unicode")
        if how and text.isascii() and text.isdigit():
            code = hexed(text) if how is True else digits.hexed(text, how)
            self.ops.append("q 0 g BT /F4 %.2f Tf 1 0 0 1 %.2f %.2f Tm <%s> Tj ET Q" % (size, x, y, code))
            return
        parts = letters.shown(self, x, y, text, size, bold, room)
        order = self.on.get("paint_order")
        if order == "letters":
            random.Random(text).shuffle(parts)
        elif order == "letters_backwards":
            parts.reverse()
        self.ops.append("q 0 g %s Q" % " ".join(parts))

    def vertical(self, x, top, text, size):
        """A line of vertical writing: origin at the top centre of the first character."""
        self.ops.append("q 0 g BT /F2 %.2f Tf 1 0 0 1 %.2f %.2f Tm <%s> Tj ET Q" % (size, x, self.page_height - top, hexed(text)))

    def fill(self, x0, y0, x1, y1, colour="0 g"):
        self.ops.append("%s %.2f %.2f %.2f %.2f re f*" % (colour, x0, self.page_height - y1, x1 - x0, y1 - y0))

    # ---- prose ----

    def paragraph(self, text, size=15, leading=26, indent=0, align="left", bold=False):
        room = self.right - self.left
        lines = wrap("\u3000" * indent + text, size, room)
        for line in lines:
            if self.y + leading > self.bottom:
                self.new_page()
            used = width(line.rstrip(), size)
            x = self.left + (0 if align == "left" else (room - used) / 2 if align == "center" else room - used)
            shift = len(line) - len(line.lstrip("\u3000"))
            self.text(x + shift * size, self.y + leading / 2 + size * 0.38, line.strip("\u3000"), size, bold)
            self.y += leading

    def blocks(self):
        for block in self.report.blocks:
            kind, text = block.kind, block.text
            if kind == "title":
                self.paragraph(text, 20, 34, align="center", bold=True)
            elif kind == "heading":
                self.keep(90)
                self.paragraph(block.number + text, indent=2, bold=bool(self.on.get("bold_headings", True)))
            elif kind in ("subheading", "para"):
                self.paragraph(text, indent=2, bold=kind == "subheading")
            elif kind == "caption":
                self.paragraph(text, align="center", bold=True)
            elif kind == "byline":
                self.paragraph(text, align="center")
            elif kind == "unit":
                self.paragraph(text, 10.5, 18, align="right")
            elif kind == "signature":
                self.paragraph(text, align="right")
            elif kind == "blank":
                self.y += 14
            elif kind == "table":
                if self.on.get("spacer") and block.grid.name == "requests":
                    self.y += 15 * self.on["spacer"]
                turned = self.on.get("turned_table") and block.grid.name == "requests"
                if turned:
                    self.new_page()
                    sheets.turn(self)
                Table(self, block.grid).draw()
                self.y += 10
                if turned:
                    sheets.turn_back(self)
                    self.new_page()

    def keep(self, room):
        if self.y + room > self.bottom:
            self.new_page()

    def furniture(self):
        marks = {"dashes": "- %d -", "plain": "%d", "of": "第%d页 共{}页".format(len(self.pages)), "wide_dash": "— %d —"}
        for number, ops in enumerate(self.pages, 1):
            self.ops = ops
            if self.on.get("page_numbers"):
                text = marks[self.on["page_numbers"]] % number
                self.text((self.page_width - width(text, 10.5)) / 2, self.page_height - 44, text, 10.5)
            if self.on.get("running_header") and self.report.title:
                self.text((self.page_width - width(self.report.title, 9)) / 2, 48, self.report.title, 9)
            if self.on.get("footnotes"):
                sheets.footnotes(self, number)
            if self.on.get("page_frame"):
                sheets.frame(self)


class Table:
    """The table as one long strip that page breaks cut; text that a cut would hit moves below it."""

    def __init__(self, flow, grid):
        self.flow, self.grid, self.on = flow, grid, flow.on
        total = sum(grid.widths)
        room = flow.right - flow.left
        self.x = [flow.left]
        for w in grid.widths:
            self.x.append(self.x[-1] + room * w / total)
        self.cells = {id(c): self.measure(c) for c in grid.cells}
        self.heights()

    def measure(self, cell):
        """(lines, size, leading, vertical)"""
        size = 8.0 if self.grid.name == "review" else 10.0 if cell.kind in ("value", "bar", "unbound") else 9.0
        room = self.x[cell.col + cell.cols] - self.x[cell.col] - 4.0
        if cell.vertical == "direction":
            return list(cell.text), size, size, True
        if cell.vertical == "narrow":
            return list(cell.text), size, size * 1.15, False
        if self.on.get("overlong_head") and cell.text == self.on["overlong_head"]:
            return [cell.text], size, size * 1.3, False  # it does not break, and runs over the edges of its cell
        lines = [line for para in cell.paras for line in wrap(para.replace("\u00a0", " "), size, room)]
        return lines, size, size * 1.3, False

    def heights(self):
        grid = self.grid
        least = (self.on.get("row_height") or 360) / 20
        heights = [least] * grid.rows
        for cell in sorted(grid.cells, key=lambda c: c.rows):
            lines, _, leading, _ = self.cells[id(cell)]
            need = len(lines) * leading + 5
            have = sum(heights[cell.row:cell.row + cell.rows])
            if need > have:
                for r in range(cell.row, cell.row + cell.rows):
                    heights[r] += (need - have) / cell.rows
        heights += [least] * len(grid.padding)
        self.y = [0.0]
        for h in heights:
            self.y.append(self.y[-1] + h)

    def breaks(self):
        """Strip positions where the pages cut it."""
        flow = self.flow
        header = self.y[self.grid.header] if self.on.get("repeated_header") else 0
        cuts, start, room = [], 0.0, flow.bottom - flow.y
        while self.y[-1] - start > room + 0.01:
            fitting = [y for y in self.y if start < y <= start + room]
            boundary = fitting[-1] if fitting else start
            cut = boundary
            if not self.on.get("keep_rows", True):
                row = self.y.index(boundary)
                inside = self.inside(row, start + room) if row < self.grid.rows else None
                cut = inside or boundary
            if cut <= start or (cut <= header and header):
                cut = start  # nothing fits: the whole piece goes to the next page
            cuts.append(cut)
            start = cut
            room = flow.bottom - flow.top - (header if cut > header else 0)
        return cuts

    def inside(self, row, limit):
        """A cut through `row` between two lines of its tallest cell, or None."""
        tallest = max((c for c in self.grid.cells if c.row == row and c.rows == 1), key=lambda c: len(self.cells[id(c)][0]))
        lines, _, leading, _ = self.cells[id(tallest)]
        top = (self.y[row] + self.y[row + 1] - len(lines) * leading) / 2
        best = None
        for i in range(1, len(lines)):
            if top + i * leading <= limit - 1:
                best = top + i * leading
        if best and best - self.y[row] > 10 and self.y[row + 1] - best > 10:
            return best
        return None

    def placed(self, cell, cuts):
        """[(strip top of the line, line)]: centred in the cell, pushed below cuts."""
        lines, size, leading, _ = self.cells[id(cell)]
        top, bottom = self.y[cell.row], self.y[cell.row + cell.rows]
        y = top + max(2.0, (bottom - top - len(lines) * leading) / 2)
        out = []
        for line in lines:
            for cut in cuts:
                if y < cut - 0.01 and y + leading > cut + 0.5 and top < cut < bottom:
                    y = cut + 1.5
            out.append((y, line))
            y += leading
        return out

    def draw(self):
        flow = self.flow
        self.in_header = False  # a repeated one
        cuts = self.breaks()
        edges = [0.0] + cuts + [self.y[-1]]
        for i in range(len(edges) - 1):
            start, end = edges[i], edges[i + 1]
            if i:
                flow.new_page()
                header = self.y[self.grid.header]
                if self.on.get("repeated_header") and start >= header > 0:
                    self.in_header = True
                    self.piece(0.0, header, flow.y, [])
                    self.in_header = False
                    flow.y += header
            if end > start:
                self.piece(start, end, flow.y, cuts)
                flow.y += end - start

    def piece(self, start, end, at, cuts):
        flow, grid = self.flow, self.grid
        move = at - start
        clip = lambda y: min(max(y, start), end)
        pieces = [(c, clip(self.y[c.row]), clip(self.y[c.row + c.rows])) for c in grid.cells]
        pieces = [(c, a + move, b + move) for c, a, b in pieces if b - a > 0.01]
        for cell, y0, y1 in pieces:
            self.shade(cell, self.x[cell.col], y0, self.x[cell.col + cell.cols], y1)
        for cell, y0, y1 in pieces:
            if self.on.get("ghost_rules") and cell.kind in ("value", "label"):
                pens.ghost(flow, self.x[cell.col] + 1, y0 + 1, self.x[cell.col + cell.cols] - 1, y1 - 1)
        if flow.manner == "word":
            self.rules(start, end, move)
        order = self.on.get("paint_order")
        if order == "cells":
            random.Random(len(pieces)).shuffle(pieces)
        elif order:
            pieces.sort(key=lambda p: p[0].col if order == "columns" else 0, reverse=order == "backwards")
            pieces = pieces[::-1] if order == "backwards" else pieces
        self.runs = {}
        for cell, y0, y1 in pieces:
            self.cell(cell, y0, y1, start, end, move, cuts)
        for (baseline, size), parts in self.runs.items():
            flow.ops.append("q 0 g %s Q" % letters.long_run(flow, flow.page_height - baseline, sorted(parts), size))
        if flow.manner == "wps":
            self.rules(start, end, move)

    def shade(self, cell, x0, y0, x1, y1):
        flow, how = self.flow, self.on.get("shade")
        striped = {"rows": cell.row % 2 and cell.rows == 1, "columns": cell.col % 2 and cell.cols == 1}.get(self.on.get("stripes"))
        if self.on.get("white_rules"):
            flow.fill(x0, y0, x1, y1, "0.84 g" if cell.kind in ("value", "label") else "0.72 g")
        elif how and (cell.kind == "bar" or how is True and cell.kind in ("head", "corner")):
            flow.fill(x0, y0, x1, y1, FILL)
            if flow.manner == "word":  # the shading of the paragraph once more
                flow.fill(x0 + 2, y0 + 3, x1 - 2, y1 - 3, FILL)
        elif striped and cell.kind in ("value", "label"):
            flow.fill(x0, y0, x1, y1, "0.9 g")
        if self.on.get("head_own_rules") and cell.kind in ("bar", "head", "corner"):
            flow.fill(x0 + 1.2, y0 + 1.2, x1 - 1.2, y1 - 1.2, "0.78 g")
            for y in (y0 + 1.2, y1 - 1.2):
                pens.fill(flow, x0 + 1.2, y, x1 - 1.2, y)

    def cell(self, cell, y0, y1, start, end, move, cuts):
        flow = self.flow
        _, size, leading, vertical = self.cells[id(cell)]
        lines = [(y, t) for y, t in self.placed(cell, cuts) if start - 0.01 <= y < end - 0.01]
        if not lines:
            return
        x0, x1 = self.x[cell.col], self.x[cell.col + cell.cols]
        if flow.manner == "wps":
            flow.ops.append("q %.2f %.2f %.2f %.2f re W n" % (x0, flow.page_height - y1, x1 - x0, y1 - y0))
        if vertical:
            flow.vertical((x0 + x1) / 2, lines[0][0] + move, "".join(t for _, t in lines), size)
        else:
            for y, line in lines:
                if line.strip():
                    self.line(cell, x0, x1, y + move + leading / 2 + size * 0.38, line.strip(), size, line is lines[-1][1])
        if flow.manner == "wps":
            flow.ops.append("Q")

    def line(self, cell, x0, x1, baseline, text, size, last):
        """A line of a cell and what stands beside it."""
        flow, on = self.flow, self.on
        room = x1 - x0 - 6
        used = letters.used_width(flow, text, size, room)
        if cell.kind in ("label", "text"):
            x = x0 + 2.5
        elif cell.kind == "value" and on.get("values_right"):
            x = x1 - used - 3
        else:
            x = (x0 + x1 - used) / 2
        single = cell.kind == "value" and len(self.cells[id(cell)][0]) == 1
        if on.get("over_edge") and last and (single or cell.kind == "label"):
            x = x1 - used + (0.12 if single else 0.35) * size
        if on.get("hidden_ink") and last and cell.kind in ("value", "label"):
            more = "7" if single else "（二）"
            if x + used + width(more, size) < x1 - 1.5:
                flow.ops.append(letters.hidden(flow, x + used, flow.page_height - baseline, more, size))
        if on.get("long_run") and single and text.isascii():
            self.runs.setdefault((round(baseline, 2), size), []).append((x, text))
            return
        flow.text(x, baseline, text, size, room=room)
        kind = {"numbers": "value", "labels": "label"}.get(on.get("note_marks"))
        mark = ["①", "1", "[1]", "*"][(cell.row + len(text)) % 4]
        if cell.kind == kind and last and (cell.row + cell.col) % 4 == 1 and x + used + width(mark, size * 0.6) < x1 - 1:
            flow.text(x + used, baseline - 0.38 * size, mark, size * 0.6)

    def rules(self, start, end, move):
        grid, flow = self.grid, self.flow
        if self.on.get("no_rules") == grid.name:
            return
        if self.on.get("pen") == "boxes" and not grid.padding:
            clip = lambda y: min(max(y, start), end)
            for c in grid.cells:
                y0, y1 = clip(self.y[c.row]), clip(self.y[c.row + c.rows])
                if y1 - y0 > 0.01:
                    pens.box(flow, self.x[c.col], y0 + move, self.x[c.col + c.cols], y1 + move)
            return
        taken = grid.slots()
        for i in range(len(grid.padding)):
            for c in range(grid.columns):
                taken[grid.rows + i, c] = (i, c)
        rows = grid.rows + len(grid.padding)
        same = lambda a, b: taken.get(a) is not None and taken.get(a) is taken.get(b)
        levels = sorted({y for y in self.y if start < y < end} | {start, end})
        for level in levels:
            inner = level in self.y
            r = self.y.index(level) if inner else None
            runs_, begin = [], None
            for c in range(grid.columns + 1):
                drawn = c < grid.columns and not self.is_open(level, start, end) and (level in (start, end) or r == 0 or r == rows or not same((r - 1, c), (r, c)))
                if self.on.get("open_corner") and grid.name == "disclosure" and (r, c) == (1, 0):
                    drawn = False  # the bar and the first cell below it are one area, an L
                if drawn and begin is None:
                    begin = c
                if not drawn and begin is not None:
                    runs_.append((begin, c))
                    begin = None
            for a, b in runs_:
                by_column = flow.manner == "word" and not self.on.get("pen") and not self.on.get("white_rules")
                step = range(a, b) if by_column else [None]
                for c in step:  # Word: column by column, with a small square at each corner
                    x0, x1 = (self.x[c], self.x[c + 1]) if c is not None else (self.x[a], self.x[b])
                    if by_column:
                        flow.fill(x0 - RULE / 2, level + move - RULE / 2, x0 + RULE / 2, level + move + RULE / 2)
                    pens.draw(flow, x0, level + move, x1, level + move)
        for c in range(grid.columns + 1):
            if c in (0, grid.columns) and self.on.get("no_side_borders"):
                continue
            segments = []
            for r in range(rows):
                y0, y1 = max(self.y[r], start), min(self.y[r + 1], end)
                if y1 - y0 < 0.01 or (0 < c < grid.columns and same((r, c - 1), (r, c))):
                    continue
                if segments and abs(segments[-1][1] - y0) < 0.01 and (flow.manner == "wps" or self.on.get("pen")):
                    segments[-1][1] = y1
                else:
                    segments.append([y0, y1])
            for y0, y1 in segments:
                pens.draw(flow, self.x[c], y0 + move, self.x[c], y1 + move)


    def is_open(self, level, start, end):
        """Whether this end of the table, or of a piece of it, has no rule."""
        cut = level == start and start > 0 or level == end and end < self.y[-1] and not self.in_header
        return {"cuts": cut, "table": level in (0.0, self.y[-1])}.get(self.on.get("open_ends"), False)


def hexed(text):
    return text.encode("utf-16-be").hex().upper()


def scanned(report, flow, manner):
    """Pages that are images: {number: (width, height, bits)}. The switch "scanned": first, with the text of its recognition
    under it (never a page with a table, whose rules no text layer has), or last, one more page that is nothing but an image."""
    which = report.switches.get("scanned")
    if not which:
        return {}
    if which == "last":
        flow.new_page()
        flow.paragraph("（盖章页）", align="center")
        flow.paragraph(report.agency, align="right")
    number = 1 if which == "first" else len(flow.pages)
    assert "re W n" not in "".join(flow.pages[number - 1]), "a table on a scanned page"
    pdf = Pdf("scan")
    pdf.page(flow.pages[number - 1], flow.page_width, flow.page_height)
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "page.pdf")
        pdf.write(source)
        subprocess.run(["pdftoppm", "-r", "110", "-mono", source, os.path.join(folder, "page")], check=True)
        with open(next(os.path.join(folder, n) for n in sorted(os.listdir(folder)) if n.endswith(".pbm")), "rb") as f:
            size, bits = f.read().split(b"\n", 2)[1:]
    if which == "last":
        flow.pages[-1][:] = []
    w, h = (int(n) for n in size.split())
    return {number: (w, h, bits)}


def invisible(ops):
    """The texts of a page as a recognition leaves them over its image: not painted."""
    return [op.replace("2 Tr 0.3 w ", "").replace("BT ", "BT 3 Tr ") for op in ops if "BT " in op]


def write(report, path, manner, seed):
    flow = Flow(report, manner)
    flow.blocks()
    flow.furniture()
    producer = {"word": "Microsoft\\256 Word 2019", "wps": "WPS Writer"}[manner]
    on, font = report.switches, flow.font
    pdf = Pdf(producer, report.title, metrics=on.get("metrics"), encoding=font.ENCODINGS[font.kind], to_unicode=font.to_unicode())
    if any(on.get(name) for name in ("hidden_ink", "ghost_rules", "stamp")):
        pdf.add_states()
    if on.get("digits_without_unicode") is True:
        pdf.add_font_without_unicode()
    elif on.get("digits_without_unicode"):
        digits.add_font(pdf, on["digits_without_unicode"])
    scans = scanned(report, flow, manner)
    for number, ops in enumerate(flow.pages, 1):
        if number in scans:
            ops = ["q %.2f 0 0 %.2f 0 0 cm /%s Do Q" % (flow.page_width, flow.page_height, pdf.add_image(*scans[number]))] + invisible(ops)
        if on.get("bad_operator") and number == 2:
            ops = ops + ["1 2 rectangle"]
        if on.get("stamp"):
            ops = sheets.stamp(flow, ops)
        if on.get("next_page"):
            ops = sheets.moved(flow, number, ops)
        pdf.page(ops, flow.page_width, flow.page_height, {None: 0, True: 90}.get(on.get("rotate"), on.get("rotate")), on.get("crop_box"))
    pdf.write(path)
