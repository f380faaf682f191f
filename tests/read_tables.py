#!/usr/bin/env python3
"""Reads tables back with parsers that share no code with fubiao, and prints them as JSON: a list of tables, each a list
of rows of texts; the text of a merged cell stands in each of its positions (html) or where the file has it (csv).

read_tables.py csv FILE    an empty line ends a table
read_tables.py html FILE   fails on any element or attribute that such a page has no use for
"""
import csv
import html.parser
import json
import sys

# Nothing that runs or loads; br and td are all that a text may bring along.
ATTRIBUTES = {
    "html": ["lang"], "head": [], "meta": ["charset", "http-equiv", "content", "name"], "title": [], "style": [],
    "body": [], "section": [], "h1": [], "h2": [], "p": ["class"], "table": [], "caption": [], "tr": [],
    "td": ["rowspan", "colspan"], "br": [],
}
VOID = ["meta", "br"]


def read_csv(path):
    # newline="": the line ends are the csv module's to judge. strict: what is wrongly quoted is an error.
    with open(path, encoding="utf-8", newline="") as file:
        tables = [[]]
        for row in csv.reader(file, strict=True):
            if row:
                tables[-1].append(row)
            else:
                tables.append([])
    for table in tables:
        if len({len(row) for row in table}) > 1:
            sys.exit("rows of unequal length")
    return tables


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.open = []
        self.tables = []
        self.slots = {}
        self.row = -1
        self.cell = []

    def handle_starttag(self, tag, attributes):
        for name, _ in attributes:
            if name not in ATTRIBUTES[tag]:
                sys.exit(f"attribute {name} of {tag}")
        if tag == "br":
            self.handle_data("\n")
        if tag not in VOID:
            self.open.append(tag)
        if tag == "table":
            self.slots, self.row = {}, -1
        elif tag == "tr":
            self.row += 1
        elif tag == "td":
            spans = dict(attributes)
            column = 0
            while (self.row, column) in self.slots:
                column += 1
            self.cell = []
            for r in range(int(spans.get("rowspan", 1))):
                for c in range(int(spans.get("colspan", 1))):
                    if (self.row + r, column + c) in self.slots:
                        sys.exit("two cells in one position")
                    self.slots[self.row + r, column + c] = self.cell

    def handle_endtag(self, tag):
        if self.open.pop() != tag:
            sys.exit(f"unbalanced {tag}")
        if tag == "table":
            rows = 1 + max(row for row, _ in self.slots)
            columns = 1 + max(column for _, column in self.slots)
            self.tables.append([["".join(self.slots[r, c]) for c in range(columns)] for r in range(rows)])

    def handle_data(self, data):
        if self.open and self.open[-1] == "td":
            self.cell.append(data)


def read_html(path):
    page = Page()
    with open(path, encoding="utf-8", newline="") as file:
        page.feed(file.read())
    page.close()
    if page.open != ["html", "body"]:
        sys.exit(f"left open: {page.open}")
    return page.tables


print(json.dumps({"csv": read_csv, "html": read_html}[sys.argv[1]](sys.argv[2])))
