"""The committed documents with tables: each is named after what it proves."""

import json
import os

from .chrome import Chrome
from .sheetbatch import dump, make_one, truth

HERE = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "tables")
# One face that is small when embedded, and nothing by lot that the case is not about.
BASE = {"manner": "set", "lang": "en", "font": "Liberation Serif", "latin": None, "one_face": True, "size": 9, "leading": 1.2,
"row_pad": 1, "columns": 5, "rows": 6, "gap": 1.8,
        "fit": "fit", "align": "right", "head": "flat", "words": "none", "head_lines": "one", "head_align": "as-column",
        "head_valign": "bottom", "totals": "none", "blank_lines": "none",
        "thousands": "comma", "negatives": "none", "percent": "none", "currency": "none", "marks": "none", "missing": "-",
        "missing_share": 0.05, "leaders": "none",
        "units": "none", "column_numbers": False, "layout": "bare", "pen": "solid", "ink": "#000", "paper": "a4", "prose_size": 10}
CHINESE = {"lang": "zh", "font": "WenQuanYi Zen Hei", "currency_sign": "¥"}


def case(name, why, seed=0, no_table=None, **switches):
    return {"name": name, "why": why, "seed": seed, "no_table": no_table, "switches": dict(BASE, **switches)}


CASES = [
    case("no-rules-flat-head", "Columns and rows told by white space alone.", rules="none", stub="plain"),
    case("no-rules-spanning-heads", "Heads over two and more columns, centred, with no rule beneath them.", rules="none", stub="plain",
         head="spanners", columns=6, seed=11),
    case("no-rules-sections", "Section labels alone in their line, indented rows below them, a total after a blank line.", rules="none",
         stub="sections", section_indent=True, indent_by="padding",
         totals="last", total_space=True, rows=9),
    case("no-rules-wrapped-labels", "A label of two or three lines, its figures beside the last one.", rules="none", stub="wrapped-last",
         hang=1.2, stub_width=13, rows=9, columns=4),
    case("no-rules-wrapped-text", "Every cell may wrap; rows are told by the white between them.", rules="none", stub="text",
         text_valign="top", columns=4, rows=5, missing_share=0),
    case("no-rules-group-labels", "A label centred before an even number of rows stands in none of their lines and belongs to all.",
         rules="none", stub="groups-centred", rows=9, seed=2),
    case("three-line-table", "三线表: thick rules above and below, a thin one under the head; the unit remark above is no row.",
         rules="three-line", stub="plain", **CHINESE),
    case("rules-under-spanning-heads-only", "The only rules are the short ones that gather columns.", rules="spanner-only",
         stub="indented", indent_by="padding", head="spanners", columns=6, rows=7, seed=4),
    case("currency-at-the-column-edge", "A currency sign set apart at the left of its column belongs to the figure.", rules="header",
         stub="plain", currency="edge", currency_rows="all",
         currency_sign="$", columns=4),
    case("leaders", "Dots lead from the label to the figures and are part of the label.", rules="none", stub="indented",
         indent_by="padding", leaders=" .", columns=4, rows=8),
    case("open-sides-vertical-labels", "No rule at the left and right; labels written downwards before their rows.", rules="open-sides",
         stub="groups-vertical", group_way="stacked", rows=8,
         columns=4, seed=1, **CHINESE),
    case("two-sided-budget", "Receipts beside outlays: two columns of labels, blank at the end of the shorter side.", rules="three-line",
         stub="two-sided", head="spanners", columns=4, seed=3, **CHINESE),
    case("side-by-side", "Two tables beside each other, each with its caption.", rules="three-line", stub="plain", layout="side-by-side",
         columns=3, size=8),
    case("in-a-column-of-prose", "A table in one of two columns of prose.", rules="none", stub="plain", layout="in-column", columns=3,
         size=8),
    case("typed", "One pitch, columns held apart by space characters.", rules="none", stub="indented", manner="typed",
         font="Liberation Mono", columns=5, rows=8),
    case("no-table-contents", "A table of contents with leaders is no table.", no_table="contents"),
    case("no-table-box", "A paragraph in a frame with a heading of its own is no table.", no_table="box"),
    case("no-table-shaded", "Paragraphs on fills are no table.", no_table="shaded"),
    case("no-table-index", "An index in three columns is no table.", no_table="index"),
]


def lines(tables):
    """As `fubiao tables` gives them, a line for each row."""
    out = []
    for table in tables:
        rows = {}
        for c in table["cells"]:
            rows.setdefault(c["row"], []).append({k: c[k] for k in ("row", "col", "row_span", "col_span", "text")})
        out.append((table, [rows[r] for r in sorted(rows)]))
    return out


def write_tables(sheets, path):
    compact = lambda value: json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    parts = []
    for table, rows in lines(truth(sheets)["tables"]):
        head = compact({"page": table["page"], "rows": table["rows"], "columns": table["columns"]})[:-1]
        parts.append("%s,\"cells\":[\n%s\n]}" % (head, ",\n".join(",".join(compact(c) for c in row) for row in rows)))
    with open(path, "w", encoding="utf-8") as f:
        f.write('{"tables": [\n%s\n]}\n' % ",\n".join(parts) if parts else '{"tables": []}\n')


def make(names, out):
    out = out or HERE
    os.makedirs(out, exist_ok=True)
    with Chrome() as chrome:
        for one in CASES:
            if names and one["name"] not in names:
                continue
            on, sheets, pdf = make_one(chrome, "case %s %s" % (one["name"], one["seed"]), one["switches"], one["no_table"])
            base = os.path.join(out, one["name"])
            with open(base + ".pdf", "wb") as f:
                f.write(pdf)
            write_tables(sheets, base + ".tables.json")
            shown = {k: v for k, v in one["switches"].items() if k not in BASE or BASE[k] != v}
            dump({"why": one["why"], "seed": one["seed"], "switches": shown}, base + ".case.json")
            print("%-34s %6d bytes, %d tables" % (one["name"], len(pdf), len(sheets)))
