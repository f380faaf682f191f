"""The measure for tables: relations between neighbouring cells, as the ICDAR 2013 table competition counts them (Göbel, Hassan,
Oro, Orsi: A methodology for evaluating algorithms for table understanding in PDF documents).

A cell that holds text is related to the next one that does to its right, in each of its rows, and below it, in each of its
columns. A relation is the two texts, the direction and the number of blank positions between. Texts compare without white
space, case and the way a raised mark is written (² is 2). Each true table, in order, takes the table of its page that shares
most relations with it; a table taken by none counts as false with all of its relations."""

import unicodedata
from collections import Counter


def text_of(cell):
    return "".join(unicodedata.normalize("NFKC", cell.get("text") or "").split()).upper()


def neighbours(cells):
    """Counter of relations of one table."""
    owner = {}
    for number, cell in enumerate(cells):
        if text_of(cell):
            for r in range(cell["row"], cell["row"] + cell.get("row_span", 1)):
                for c in range(cell["col"], cell["col"] + cell.get("col_span", 1)):
                    owner[r, c] = number
    pairs = {}  # (first, second, direction) -> blanks between, where they meet first
    for direction in ("right", "down"):
        lines = {}
        for r, c in owner:
            line, place = (r, c) if direction == "right" else (c, r)
            lines.setdefault(line, []).append(place)
        for line in sorted(lines):
            places = sorted(lines[line])
            at = (lambda p: owner[line, p]) if direction == "right" else (lambda p: owner[p, line])
            for before, after in zip(places, places[1:]):
                if at(before) != at(after):
                    pairs.setdefault((at(before), at(after), direction), after - before - 1)
    return Counter((text_of(cells[a]), text_of(cells[b]), direction, blanks) for (a, b, direction), blanks in pairs.items())


def by_page(tables):
    """(page, relations) of each table; one whose cells stand on several pages counts for each apart."""
    out = []
    for table in tables:
        pages = {}
        for cell in table["cells"]:
            pages.setdefault(cell.get("page", table.get("page")), []).append(cell)
        out.extend((page, neighbours(cells)) for page, cells in pages.items())
    return out


def common(a, b):
    return sum((a & b).values())


def compare(truth, found):
    """What a document has of relations: true, right, found; tables true, and false or missed whole."""
    true, left = by_page(truth), by_page(found)
    n = Counter(true=sum(sum(r.values()) for _, r in true), found=sum(sum(r.values()) for _, r in left), tables=len(true), got=len(left))
    for page, relations in true:
        candidates = [(common(relations, other), -i) for i, (p, other) in enumerate(left) if p == page]
        best = max(candidates, default=(0, None))
        if best[1] is None:
            n["missed"] += 1
            continue
        n["right"] += best[0]
        n["missed"] += best[0] == 0
        n["perfect"] += left[-best[1]][1] == relations
        del left[-best[1]]
    n["false"] = sum(1 for _, relations in left if relations)
    return n


def shares(n):
    """Precision, recall, F1."""
    precision = n["right"] / n["found"] if n["found"] else float(not n["true"])
    recall = n["right"] / n["true"] if n["true"] else float(not n["found"])
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0
