"""Rules as producers draw them: one line of a table in many ways, and lines that nobody sees."""

import random

RULE = 0.48


def draw(flow, x0, y0, x1, y1):
    """A rule of the table, in the manner of the flow or by the switch "pen"."""
    if flow.on.get("white_rules"):
        colour = "1"
        return fill(flow, x0, y0, x1, y1, 1.2, colour) if flow.manner == "word" else stroke(flow, x0, y0, x1, y1, 1.2, colour)
    pen = flow.on.get("pen")
    if pen in PENS:
        return PENS[pen](flow, x0, y0, x1, y1)
    if flow.manner == "word":
        fill(flow, x0, y0, x1, y1)
    else:
        stroke(flow, x0, y0, x1, y1)


def fill(flow, x0, y0, x1, y1, thick=RULE, grey="0", shift=0.0):
    """A thin filled rectangle along the line; shift: across it."""
    if y0 == y1:
        flow.fill(x0, y0 - thick / 2 + shift, x1, y0 + thick / 2 + shift, grey + " g")
    else:
        flow.fill(x0 - thick / 2 + shift, y0, x0 + thick / 2 + shift, y1, grey + " g")


def stroke(flow, x0, y0, x1, y1, thick=RULE, grey="0", dash=None):
    dashes = ("[%s] 0 d " % dash, " [] 0 d") if dash else ("", "")
    flow.ops.append("%s%.2f w %s G %.2f %.2f m %.2f %.2f l S%s" % (
        dashes[0], thick, grey, x0, flow.page_height - y0, x1, flow.page_height - y1, dashes[1]))


def cut(x0, y0, x1, y1, piece, gap=0.0):
    """The line in pieces with gaps between; what is left at its end is a piece too."""
    length = max(x1 - x0, y1 - y0)
    at = 0.0
    while at < length - 0.05:
        end = min(at + piece, length)
        yield (x0 + at, y0, x0 + end, y1) if y0 == y1 else (x0, y0 + at, x1, y0 + end)
        at = end + gap


def longer(x0, y0, x1, y1, by):
    return (x0 - by, y0, x1 + by, y1) if y0 == y1 else (x0, y0 - by, x1, y1 + by)


def wide_strokes(flow, x0, y0, x1, y1):
    """A stroke across the line, as wide as the line is long."""
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    if y0 == y1:
        stroke(flow, x, y - RULE / 2, x, y + RULE / 2, x1 - x0)
    else:
        stroke(flow, x - RULE / 2, y, x + RULE / 2, y, y1 - y0)


def slices(flow, *line):
    for shift in (-0.32, 0.0, 0.32):
        fill(flow, *line, thick=0.16, shift=shift)


def double(flow, *line):
    for shift in (-0.9, 0.9):
        fill(flow, *line, thick=0.4, shift=shift)


def in_fills(piece, gap, thick=RULE):
    return lambda flow, *line: [fill(flow, *part, thick=thick) for part in cut(*line, piece, gap)]


def uneven(flow, *line):
    """Pieces that lie a trifle beside the line, as rounding leaves them."""
    rng = random.Random("%.1f %.1f %.1f %.1f" % line)
    for part in cut(*line, 40.0):
        fill(flow, *part, shift=rng.uniform(-0.12, 0.12))


PENS = {
    "wide_strokes": wide_strokes, "slices": slices, "double": double, "uneven": uneven,
    "dashed": lambda flow, *line: stroke(flow, *line, dash="3 2"),
    "dotted": lambda flow, *line: stroke(flow, *line, dash="0.5 1"),
    "dash_fills": in_fills(3.0, 2.0), "dot_fills": in_fills(0.5, 1.0, 0.5), "pieces": in_fills(7.0, 0.0), "gaps": in_fills(22.0, 1.3),
    "short": lambda flow, *line: stroke(flow, *longer(*line, by=-0.8)),
    "overshoot": lambda flow, *line: stroke(flow, *longer(*line, by=1.6)),
    "hairline": lambda flow, *line: stroke(flow, *line, thick=0),
    "grey": lambda flow, *line: fill(flow, *line, grey="0.65"),
    "thick": lambda flow, *line: stroke(flow, *line, thick=1.5),
}


def box(flow, x0, y0, x1, y1):
    """A cell as a rectangle of its own: each line comes twice."""
    flow.ops.append("%.2f w 0 G %.2f %.2f %.2f %.2f re S" % (RULE, x0, flow.page_height - y1, x1 - x0, y1 - y0))


def ghost(flow, x0, y0, x1, y1):
    """A cross through the middle of a cell that is not seen on the page: told by a program that asks for lines alone."""
    how = flow.on["ghost_rules"]
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    lines = [(x0, y, x1, y), (x, y0, x, y1)]
    if how == "transparent":
        flow.ops.append("q /Clear gs")
    elif how == "layer":
        flow.ops.append("/OC /Off BDC")
    elif how == "clipped":
        flow.ops.append("q 0 0 1 1 re W n")
    for line in lines:
        stroke(flow, *line, grey="1" if how == "white" else "0")
    if how == "covered":
        for line in lines:
            fill(flow, *longer(*line, by=0.4), thick=4, grey="1")
    flow.ops.append({"transparent": "Q", "clipped": "Q", "layer": "EMC"}.get(how, ""))
