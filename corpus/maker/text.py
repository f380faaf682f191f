"""The text that Apache Tika gives of a Word file: a tab before each cell, a blank line after each row, the continuation
of a vertical merge as an empty cell, a horizontal merge as fewer cells. The switch text_tables: as people paste tables instead,
a line for each row, with tabs between the cells, or in pipes; there each position of a merged cell but the first is blank."""

import re


def cell_text(cell, starts, row):
    if starts:
        return cell.plain
    return cell.stray if cell.stray and row == cell.row + cell.rows // 2 else ""


def tika(grid, on):
    out = []
    gap = None  # the head behind which an empty paragraph stands
    if on.get("empty_line_between_heads") and grid.name == "disclosure":
        gap = min((c for c in grid.cells if c.kind == "head" and c.col == 1), key=lambda c: c.row, default=None)
    for r, row in enumerate(grid.physical_rows()):
        for cell, starts in row:
            if cell.kind == "gone":
                continue
            out.append("\t" + cell_text(cell, starts, r))
            if cell is gap:
                out.append("")
        out.append("")
    for _ in grid.padding:
        out.extend(["\t"] * grid.columns + [""])
    out.append("")
    return out


def one_line_a_row(grid, on):
    rows = []
    for r, row in enumerate(grid.physical_rows()):
        cells = []
        for cell, starts in row:
            cells.append(re.sub(r"\n", "", cell_text(cell, starts, r)))
            cells.extend([""] * (cell.cols - 1))
        rows.append(cells)
    rows.extend([""] * grid.columns for _ in grid.padding)
    if on["text_tables"] == "tabs":
        return [""] + ["\t".join(cells) for cells in rows] + [""]
    lines = ["| %s |" % " | ".join(cells) if on["text_tables"] == "pipes" else "|%s|" % "|".join(cells) for cells in rows]
    return [""] + lines[:1] + ["|" + "---|" * grid.columns] + lines[1:] + [""]


def render(report):
    out = [""]
    on = report.switches
    for block in report.blocks:
        if block.kind == "table":
            out.extend(one_line_a_row(block.grid, on) if on.get("text_tables") else tika(block.grid, on))
        elif block.kind == "heading":
            indent = "    " if on.get("indented_headings") else ""
            out.append(indent + block.number + block.text)
        elif block.kind == "title":
            out.append(block.text)
        elif block.kind == "blank":
            pass
        else:
            out.append(block.text)
    if on.get("bookmark"):
        headings = [b.number + b.text for b in report.blocks if b.kind == "heading"]
        at = max(i for i, line in enumerate(out) if line.strip() == headings[-1].strip())
        out[at] = "[bookmark: _GoBack]" + out[at]
    return "\n".join(out) + "\n "


def write(report, path):
    data = render(report).replace("\n", {"windows": "\r\n", "old_mac": "\r"}.get(report.switches.get("line_feeds"), "\n"))
    encoding = report.switches.get("encoding", "utf-8")
    mark = {"utf-16-be": "\ufeff", "utf-16-le": "\ufeff"}.get(encoding, "")
    with open(path, "wb") as f:
        f.write((mark + data).encode(encoding))
