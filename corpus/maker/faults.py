"""What goes wrong with a report that is otherwise sound: in its print (switch "print_fault"), or in its file ("file_fault").

The truth follows the print: what a careful person reads on the page, or in the text. A fault of the file changes no print.
"""

import io
import re
import zipfile

from . import labels as L
from . import numbers as N
from .model import Block, Grid


# ---- the print: each changes the grids, and the fields with them ----

def grid_of(report, name):
    return next(g for g in report.grids if g.name == name)


def row_of(grid, path):
    return next(c.row for c in grid.cells if c.path == path)


def label_of(grid, row):
    return max((c for c in grid.cells if c.row == row and c.kind == "label"), key=lambda c: c.col)


def values_of(grid, row):
    return sorted((c for c in grid.cells if c.row == row and c.kind == "value"), key=lambda c: c.col)


def set_value(report, path, text, value):
    next(c for g in report.grids for c in g.cells if c.path == path).paras = [text]
    report.fields[path] = value
    report.failing = N.checks(report.fields)


def tables_of_both_forms(report):
    """The first block of the disclosure table of 2019 stands below that of 2021."""
    grid = Grid(4, [1.0] * 4, name="disclosure")
    _, heads, rows = L.DISCLOSURE_2019[0]
    grid.add(0, 0, L.ITEM % "一", cols=4, kind="bar")
    for col, head in enumerate([L.CONTENT] + heads):
        grid.add(1, col, head, kind="head")
    for row, (label, paths) in enumerate(rows, 2):
        grid.add(row, 0, label, kind="label")
        for col, path in enumerate(paths, 1):
            grid.add(row, col, str(row * col), path="disclosure." + path)
            report.fields["disclosure." + path] = row * col
    at = next(i for i, b in enumerate(report.blocks) if b.kind == "table") + 1
    report.blocks[at:at] = [Block("para", "按照2019年格式统计的数据如下。"), Block("table", grid=grid)]


def insert_row(grid, at):
    for cell in grid.cells:
        if cell.row >= at:
            cell.row += 1
        elif cell.row + cell.rows > at:
            cell.rows += 1
    grid.rows += 1


def printed_twice(report):
    """The row （一）予以公开 once more below itself, with another total."""
    grid = grid_of(report, "requests")
    row = row_of(grid, "requests.results.granted.total")
    insert_row(grid, row + 1)
    for cell in [c for c in grid.cells if c.row == row and c.kind in ("label", "value")]:
        text = list(cell.paras)
        if cell.path and cell.path.endswith(".total"):
            text = [str(int(text[0]) + 3)]
        grid.add(row + 1, cell.col, text, cols=cell.cols, kind=cell.kind)


def label_lost(report):
    """A row without its label: what it is, only its place says."""
    grid = grid_of(report, "requests")
    label_of(grid, row_of(grid, "requests.results.not_processed.repeated.total")).paras = [""]


def head_garbled(report):
    """A head of which a part is left, which fits two columns."""
    grid = grid_of(report, "requests")
    next(c for c in grid.cells if c.text == "社会公益组织").paras = ["社会组织"]


def column_added(report):
    """A column that no national form has."""
    grid = grid_of(report, "requests")
    top = next(c for c in grid.cells if c.text == "申请人情况")
    grid.columns += 1
    grid.widths.append(0.8)
    grid.add(0, 10, "上年数量", rows=3, kind="head")
    assert top.col + top.cols == 10
    for row in range(3, grid.rows):
        grid.add(row, 10, str(row * 7 % 11), kind="unbound")


def number_under_two_heads(report):
    """Two cells of a row are merged: whose their number is, the page does not say."""
    grid = grid_of(report, "requests")
    row = row_of(grid, "requests.results.granted.total")
    first, second = [c for c in values_of(grid, row) if c.path.endswith((".research", ".social_welfare"))]
    grid.cells.remove(second)
    first.cols, first.paras, first.kind = 2, ["5"], "unbound"
    for cell in (first, second):
        del report.fields[cell.path]
    first.path = None
    report.failing = N.checks(report.fields)


def other_unit(report):
    set_value(report, "disclosure.fees.amount", "125000元", 125000)


def words_for_a_number(report):
    set_value(report, "disclosure.penalties.decisions", "详见附件", None)


def letter_for_a_digit(report):
    set_value(report, "disclosure.licensing.decisions", "1O5", 105)


def row_shifted(report):
    """The row 一、 has lost a cell: its total stands under 其他, and none under 总计."""
    grid = grid_of(report, "requests")
    cells = values_of(grid, row_of(grid, "requests.new_received.total"))
    prints = [(list(c.paras), report.fields[c.path]) for c in cells]
    lost = 2  # a zero
    for cell, (text, value) in zip(cells, prints[:lost] + prints[lost + 1:] + [([""], None)]):
        cell.paras = text
        report.fields[cell.path] = value
    report.failing = N.checks(report.fields)


def year_mistaken(report):
    """The title names the year in which the report appeared."""
    title = next(b for b in report.blocks if b.kind == "title")
    title.text = title.text.replace(str(report.year), str(report.year + 1))
    report.title = report.title.replace(str(report.year), str(report.year + 1))
    report.year += 1


PRINT = {f.__name__: f for f in (tables_of_both_forms, number_under_two_heads, printed_twice, label_lost, head_garbled, column_added,
                                 other_unit, words_for_a_number, letter_for_a_digit, row_shifted, year_mistaken)}


def apply_to_print(report):
    fault = report.switches.get("print_fault")
    if fault:
        PRINT[fault](report)


# ---- DOCX ----

def document_part(edit):
    return lambda data: edit_part(data, "word/document.xml", edit)


def edit_part(data, name, edit):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for info in source.infolist():
            content = source.read(info)
            made.writestr(info, edit(content.decode("utf-8")).encode("utf-8") if info.filename == name else content)
    return out.getvalue()


def swap(text, pattern, replacement):
    made, count = re.subn(pattern, replacement, text, count=1, flags=re.DOTALL)
    assert count == 1, pattern
    return made


def before_end(text, xml):
    return swap(text, r"(?=<w:sectPr>)", lambda m: xml)


def field_without_end(text):
    return before_end(text, '<w:p><w:r><w:t>印发日期：</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
                            '<w:r><w:instrText> DATE </w:instrText></w:r></w:p><w:p><w:r><w:t>共印二十份。</w:t></w:r></w:p>')


def document_embedded(text):
    return before_end(text, '<w:altChunk r:id="rId77"/>')


def grid_span_lost(text):
    """The label of the row 一、 covers three columns, whose number only its width tells."""
    spans = list(re.finditer(r'<w:gridSpan w:val="3"/>', text))
    lost = spans[3]  # behind the corner, which is three rows high
    return text[:lost.start()] + text[lost.end():]


def merge_over_other_columns(text):
    """Below 三、本年度办理结果 a cell goes on that is a column wider."""
    at = text.index("予以公开")
    after = text.index("</w:tr>", at)
    head, tail = text[:after], text[after:]
    match = re.search(r'<w:tc><w:tcPr><w:tcW w:w="(\d+)" w:type="dxa"/>(<w:vMerge/>|<w:vMerge w:val="continue"/>)', tail)
    label = re.compile(r'<w:tc><w:tcPr><w:tcW w:w="(\d+)" w:type="dxa"/><w:gridSpan w:val="2"/>')
    second = label.search(tail, match.end())
    own = (tail[:match.start()] + '<w:tc><w:tcPr><w:tcW w:w="%s" w:type="dxa"/><w:gridSpan w:val="2"/>%s' % (match.group(1), match.group(2))
           + tail[match.end():second.start()] + '<w:tc><w:tcPr><w:tcW w:w="%s" w:type="dxa"/>' % second.group(1) + tail[second.end():])
    return head + own


def text_in_the_table(text):
    """A remark between two halves of a table."""
    return swap(text, r"</w:tbl><w:p [^>]*>(<w:pPr>((?!</w:pPr>).)*</w:pPr>)?</w:p><w:tbl>",
                lambda m: "</w:tbl><w:p><w:r><w:t>（本表未完，下接后半部分。）</w:t></w:r></w:p><w:tbl>")


def styles_cut(data):
    return edit_part(data, "word/styles.xml", lambda text: text[:len(text) // 2])


def container_contradicts_itself(data):
    """The local header of the last part names another time than the directory."""
    at = data.rindex(b"PK\x03\x04")
    return data[:at + 10] + b"\x11\x22" + data[at + 12:]


# ---- PDF ----

def reference_table_lost(data):
    return re.sub(rb"startxref\n\d+", b"startxref\n17", data)


# ---- text ----

def lines_of_text(edit):
    return lambda data: "\n".join(edit(data.decode("utf-8").split("\n"))).encode("utf-8")


def at_label(lines, label):
    return next(i for i, line in enumerate(lines) if label in line)


def value_too_many(lines):
    at = at_label(lines, "其他不予处理情形")
    return lines[:at + 1] + ["\t0"] + lines[at + 1:]


def value_lost(lines):
    at = at_label(lines, "其他不予处理情形")
    return lines[:at + 2] + lines[at + 3:]


def row_label_lost(lines):
    at = at_label(lines, "二、上年结转")
    return lines[:at] + lines[at + 1:]


def row_cut(lines):
    at = at_label(lines, "二、上年结转")
    return lines[:at + 1] + [""] + lines[at + 1:]


def head_lost(lines):
    at = at_label(lines, "法人或其他组织")
    return lines[:at] + lines[at + 1:]


def table_of_four_million_cells(lines):
    return lines + ["表外附录"] + ["\t%d" % (i % 10) for i in range(4000)] + ["", "\t0"] * 1001 + ["", ""]


def byte_lost(data):
    at = data.index("。".encode("utf-8"))
    return data[:at] + b"\xff" + data[at:]


FILE = {f.__name__: document_part(f) for f in (field_without_end, document_embedded, grid_span_lost, merge_over_other_columns,
                                               text_in_the_table)}
FILE.update({f.__name__: f for f in (styles_cut, container_contradicts_itself, reference_table_lost, byte_lost)})
FILE.update({f.__name__: lines_of_text(f) for f in (value_too_many, value_lost, row_label_lost, row_cut, head_lost, table_of_four_million_cells)})


def apply_to_file(report, path):
    fault = report.switches.get("file_fault")
    if not fault:
        return
    with open(path, "rb") as f:
        data = f.read()
    made = FILE[fault](data)
    assert made != data, fault
    with open(path, "wb") as f:
        f.write(made)
