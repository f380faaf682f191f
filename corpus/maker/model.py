"""What a report is before it is written down in some format: blocks in reading order, tables as logical grids."""

import re
from dataclasses import dataclass, field


@dataclass
class Cell:
    row: int
    col: int
    rows: int = 1
    cols: int = 1
    # Paragraphs; '\n' within one is a forced line break.
    paras: list = field(default_factory=lambda: [""])
    kind: str = "value"  # bar | head | label | stub | value | corner
    path: str = None     # canonical field of a value cell
    stray: str = ""      # marked-up formats only: text left behind in the continuation of a vertical merge
    vertical: str = None  # None | direction | paragraphs | narrow: how a vertical label is made
    number: tuple = None  # (numbered list id, text without its number): label whose number is automatic

    @property
    def text(self):
        return re.sub(r"\s", "", "".join(self.paras))

    @property
    def plain(self):
        return "\n".join(self.paras)


@dataclass
class Grid:
    columns: int
    widths: list  # relative column widths
    caption: str = ""
    cells: list = field(default_factory=list)
    rows: int = 0
    header: int = 0  # leading rows that a repeated header repeats
    name: str = ""
    padding: list = field(default_factory=list)  # physical rows that hold nothing (not part of the logical grid)

    def add(self, row, col, text, rows=1, cols=1, kind="value", path=None):
        cell = Cell(row, col, rows, cols, text if isinstance(text, list) else [text], kind, path)
        self.cells.append(cell)
        self.rows = max(self.rows, row + rows)
        return cell

    def slots(self):
        """slot (row, col) -> cell; raises when a slot is covered twice or not at all."""
        taken = {}
        for cell in self.cells:
            for r in range(cell.row, cell.row + cell.rows):
                for c in range(cell.col, cell.col + cell.cols):
                    assert (r, c) not in taken, (self.caption, r, c)
                    taken[r, c] = cell
        assert len(taken) == self.rows * self.columns, (self.caption, self.rows, self.columns, len(taken))
        return taken

    def physical_rows(self):
        """For each row the cells that touch it, in column order, with whether the cell starts there."""
        taken = self.slots()
        for r in range(self.rows):
            out, c = [], 0
            while c < self.columns:
                cell = taken[r, c]
                out.append((cell, cell.row == r))
                c = cell.col + cell.cols
            yield out

    def to_json(self):
        cells = sorted(self.cells, key=lambda c: (c.row, c.col))
        return {"caption": re.sub(r"\s", "", self.caption), "rows": self.rows, "columns": self.columns, "cells": [
            {"row": c.row, "col": c.col, "row_span": c.rows, "col_span": c.cols, "text": c.text} for c in cells]}


@dataclass
class Block:
    kind: str  # title | byline | heading | subheading | para | unit | table | blank | signature
    text: str = ""
    grid: Grid = None
    number: str = ""  # the enumeration of a heading, apart from its text: may be made by automatic numbering


@dataclass
class Report:
    form: str = None
    title: str = None
    agency: str = None
    year: int = None
    blocks: list = field(default_factory=list)
    fields: dict = field(default_factory=dict)  # canonical path -> value in print order
    failing: list = field(default_factory=list)
    switches: dict = field(default_factory=dict)
    tables_in_doubt: bool = False  # a switch leaves open what the logical grid is: no X.tables.json
    prose_seed: int = 0

    @property
    def grids(self):
        return [b.grid for b in self.blocks if b.kind == "table"]
