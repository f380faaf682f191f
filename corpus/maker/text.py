"""The text that Apache Tika gives of a Word file: a tab before each cell, a blank line after each row, the continuation
of a vertical merge as an empty cell, a horizontal merge as fewer cells."""


def render(report):
    out = [""]
    on = report.switches
    for block in report.blocks:
        if block.kind == "table":
            for r, row in enumerate(block.grid.physical_rows()):
                for cell, starts in row:
                    text = cell.plain if starts else ""
                    if not starts and cell.stray and r == cell.row + cell.rows // 2:
                        text = cell.stray
                    if cell.vertical == "paragraphs" and starts:
                        text = "\n".join(cell.paras)
                    out.append("\t" + text)
                out.append("")
            for _ in block.grid.padding:
                out.extend(["\t"] * block.grid.columns + [""])
            out.append("")
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
        at = max(i for i, line in enumerate(out) if line.startswith("六") or "六、" in line or "六 、" in line)
        out[at] = "[bookmark: _GoBack]" + out[at]
    return "\n".join(out) + "\n "


def write(report, path):
    data = render(report)
    encoding = report.switches.get("encoding", "utf-8")
    with open(path, "wb") as f:
        f.write(data.encode(encoding))
