"""Prints documents with tables and their truth, and throws away each one whose page does not show what its truth says."""

import json
import os
import random
import re
import subprocess
import tempfile
import unicodedata
from collections import Counter

from . import office, sheetpage, writer
from .chrome import Chrome
from .sheet import TooWide

PX = 72 / 96
NO_TABLE = ["prose", "two-columns", "contents", "list", "keys", "keys-aligned", "index", "equation", "chart", "signature", "references", "letterhead",
            "box", "shaded", "underlined", "frame", "addresses", "blanks"]


class Spoilt(Exception):
    """The page does not show the truth."""


def fold(text):
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def measure(on, sheets, found):
    """Takes over the leaders that were filled in, and refuses what runs off the page, overlaps or stands too close to be told apart."""
    if any(down < 0 or right < 0 for down, right in found["pages"]):
        raise Spoilt("page overflows")
    if any(table["room"] < -1 for table in found["tables"]):
        raise Spoilt("table wider than its column")
    narrowest = None
    for table in found["tables"]:
        sheet, _ = sheets[table["index"]]
        boxes = {}
        for cell in table["cells"]:
            item = sheet.items[cell["i"]]
            if item.leader:
                item.text = re.sub(r"\s+", " ", cell["text"]).strip()
            if fold(item.text) != fold(cell["text"]):
                raise Spoilt("text %r, page %r" % (item.text, cell["text"]))
            if bool(cell["box"]) != bool(item.text.strip()):
                raise Spoilt("ink of %r" % item.text)
            if cell["box"]:
                boxes[cell["i"]] = [v * PX for v in cell["box"]]
        placed = [(sheet.items[i], box) for i, box in boxes.items()]
        for item, box in placed:
            for other, its in placed:
                if other.col >= item.col + item.cols and other.row < item.row + item.rows and item.row < other.row + other.rows:
                    if its[1] < box[3] - 1 and box[1] < its[3] - 1:  # beside each other, not above and below
                        gap = (its[0] - box[2]) / on["size"]
                        narrowest = gap if narrowest is None else min(narrowest, gap)
    on["narrowest_gap"] = None if narrowest is None else round(narrowest, 1)
    if narrowest is not None and narrowest < 0.7:
        raise Spoilt("cells %.2f em apart" % narrowest)
    if on["stub"] == "text" or on["stub"].startswith("wrapped"):
        on["cell_lines"] = max(cell["lines"] for table in found["tables"] for cell in table["cells"])


def pages_of(pdf):
    with tempfile.NamedTemporaryFile(suffix=".pdf") as f:
        f.write(pdf)
        f.flush()
        text = subprocess.run(["pdftotext", "-raw", f.name, "-"], check=True, stdout=subprocess.PIPE).stdout.decode("utf-8", "replace")
    return text.split("\f")[:-1]


def verify(sheets, pdf, count):
    """Every character of a table's cells is painted on its page."""
    pages = pages_of(pdf)
    if len(pages) != count:
        raise Spoilt("%d pages, meant %d" % (len(pages), count))
    for page in range(1, count + 1):
        painted = Counter(fold(pages[page - 1]))
        wanted = Counter("".join(fold(item.text) for sheet, at in sheets if at == page for item in sheet.items))
        lost = {c: n - painted[c] for c, n in wanted.items() if n > painted[c]}
        if lost:
            raise Spoilt("page %d does not show %s" % (page, lost))


def truth(sheets):
    tables = []
    for sheet, page in sheets:
        cells = [{"row": i.row, "col": i.col, "row_span": i.rows, "col_span": i.cols, "text": re.sub(r"\s+", " ", i.text).strip(), "page": page}
                 for i in sheet.items]
        tables.append({"page": page, "rows": sheet.rows, "columns": sheet.columns, "cells": cells})
    return {"tables": tables}


def make_one(chrome, seed, fixed, no_table=None):
    """(switches, sheets, PDF) of the first try of this seed whose page is sound."""
    reasons = []
    for attempt in range(60):
        rng = random.Random("tables %s %d" % (seed, attempt))
        on = sheetpage.choose(rng, fixed)
        if no_table:
            on.update(layout="none", no_table=no_table, rules="none", stub="none", columns=0, landscape=False)
        page, sheets = sheetpage.document(rng, on)
        try:
            found, pdf = chrome.print(page, sheetpage.MEASURE)
            measure(on, sheets, found)
            verify(sheets, pdf, page.count('<div class="page">'))
            on["attempts"] = attempt + 1
            return on, sheets, pdf
        except Spoilt as why:
            reasons.append(str(why))
    raise SystemExit("seed %s %s: no sound page in 60 tries: %s" % (seed, fixed, reasons[-3:]))


def dump(value, path):
    with open(path, "w", encoding="utf-8") as f:
        json.dump(value, f, ensure_ascii=False, indent=None if path.endswith("truth.json") else 1)
        f.write("\n")


def write(base, seed, switches, sheets, pdf):
    with open(base + ".pdf", "wb") as f:
        f.write(pdf)
    dump(truth(sheets), base + ".truth.json")
    dump({"seed": seed, "switches": switches}, base + ".case.json")


def by_writer(seed, count, out, fixed):
    """The same by LibreOffice, all of a round in one process; what is spoilt goes into the next round by another lot."""
    open_ones, done = list(range(count)), 0
    for attempt in range(8):
        jobs = []
        with tempfile.TemporaryDirectory() as folder:
            for i in open_ones:
                rng = random.Random("tables %d %d %d" % (seed, i, attempt))
                on = sheetpage.choose(rng, dict(fixed, manner="set"))
                try:
                    page, sheets = writer.document(rng, on)
                except TooWide:
                    continue
                source = os.path.join(folder, "%d.fodt" % i)
                with open(source, "w", encoding="utf-8") as f:
                    f.write(page)
                jobs.append((i, on, sheets, source))
            made = office.convert([job[3] for job in jobs], "pdf", os.path.join(folder, "out"))
            for (i, on, sheets, _), path in zip(jobs, made):
                if path is None:
                    continue
                with open(path, "rb") as f:
                    pdf = f.read()
                try:
                    verify(sheets, pdf, 1)
                except Spoilt:
                    continue
                write(os.path.join(out, "%d-%03d-libre-%s-%s" % (seed, i, on["rules"], on["lang"])), "%d %d" % (seed, i), on, sheets, pdf)
                open_ones.remove(i)
                done += 1
        if not open_ones:
            break
    print("%d documents in %s, by LibreOffice" % (done, out))


def random_tables(seed, count, out, fixed, without):
    """`count` documents in `out`; without: none of them holds a table."""
    os.makedirs(out, exist_ok=True)
    if fixed.get("manner") == "libre":
        return by_writer(seed, count, out, {k: v for k, v in fixed.items() if k != "manner"})
    reasons = Counter()
    with Chrome() as chrome:
        for i in range(count):
            no_table = NO_TABLE[i % len(NO_TABLE)] if without else None
            on, sheets, pdf = make_one(chrome, "%d %d" % (seed, i), fixed, no_table)
            reasons[on.pop("attempts")] += 1
            name = "no-table-%s-%d-%03d" % (no_table, seed, i) if without else "%d-%03d-%s-%s" % (seed, i, on["rules"], on["lang"])
            keep = ("lang", "font", "size", "prose_size", "around", "layout", "no_table", "paper") if without else on
            write(os.path.join(out, name), "%d %d" % (seed, i), {k: v for k, v in on.items() if k in keep}, sheets, pdf)
    print("%d documents in %s (tries: %s)" % (count, out, dict(sorted(reasons.items()))))
