"""What lies around and behind the content of drawn pages: frames, stamps, notes at the foot, pages moved, scaled or turned."""

from . import pens
from .pdf import width

NOTES = ["注：本表数据的统计期限截至当年12月31日。", "① 含上年结转后重新答复的申请。", "1. 标有“0”的栏目表示未发生。"]


def frame(flow):
    for inset in (30, 33) if flow.on["page_frame"] == "double" else (30,):
        pens.box(flow, inset, inset, flow.page_width - inset, flow.page_height - inset)


def footnotes(flow, number):
    """Notes below a short rule, also where a table is cut."""
    notes = NOTES[number % 2:][:1 + number % 2]
    y = flow.page_height - 72
    pens.stroke(flow, flow.left, y, flow.left + 144, y)
    for note in notes:
        y += 10.5
        flow.text(flow.left, y, note, 7.5)


def stamp(flow, ops):
    """Words in upright letters behind the content, or over it and letting it through. Gives the operators of the page."""
    how = flow.on["stamp"]
    text, size = ("内部资料", 56) if len(flow.report.title or "") % 2 else ("样本2024", 56)
    places = [(flow.page_width / 2 - width(text, size) / 2, y) for y in (190, 470)]
    if how == "tiled":
        size = 22
        places = [(60 + 170 * i + 40 * (j % 2), 90 + 110 * j) for i in range(int(flow.page_width / 170)) for j in range(int(flow.page_height / 110))]
    made = ["q %s g %sBT /F1 %d Tf 1 0 0 1 %.2f %.2f Tm <%s> Tj ET Q" % (
        "0.5" if how == "over" else "0.86", "/Faint gs " if how == "over" else "", size, x, y, flow.font.hexed(text)) for x, y in places]
    return ops + made if how == "over" else made + ops


def moved(flow, number, ops):
    """Every second page has other margins, or is a trifle smaller."""
    if number % 2:
        return ops
    matrix = "1 0 0 1 -17 0" if flow.on["next_page"] == "shifted" else "0.94 0 0 0.94 %.2f %.2f" % (0.03 * flow.page_width, 0.03 * flow.page_height)
    return ["q %s cm" % matrix] + ops + ["Q"]


def turn(flow):
    """From here on the content of the page is turned by a quarter; flow.new_page keeps it so."""
    matrix = "0 1 -1 0 %.2f 0" % flow.page_width if flow.on["turned_table"] == 90 else "0 -1 1 0 0 %.2f" % flow.page_height
    flow.ops.append("q %s cm" % matrix)
    flow.turned = True
    flow.page_width, flow.page_height = flow.page_height, flow.page_width
    flow.set_margins()
    flow.y = flow.top


def turn_back(flow):
    flow.ops.append("Q")
    flow.turned = False
    flow.page_width, flow.page_height = flow.page_height, flow.page_width
    flow.set_margins()
