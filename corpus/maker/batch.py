"""Random reports: random switches among those that the rendition knows."""

import json
import os
import random

from . import office, typeset
from . import report as R
from .render import EXTENSION, RENDITIONS, render
from . import spellings, structures

MARKED = {"docx-word", "docx-wps", "docx-libre", "text"}
DOCX = {"docx-word", "docx-wps", "docx-libre"}
OFFICE = {"docx-word", "docx-wps", "docx-libre", "pdf-libre"}
DRAWN = {"pdf-libre", "pdf-chromium", "pdf-word", "pdf-wps"}
PAGES = OFFICE | DRAWN
ALL = set(RENDITIONS)
DIRECT = {"docx-word", "docx-wps"}
TYPESET = {"pdf-word", "pdf-wps"}  # whose font has no U+2212, and letters with tones as wide as an ideograph

# name: (renditions that show it, chance, values, damage?)
SWITCHES = {
    # how the report is typeset
    "title": (ALL, 0.7, list(spellings.TITLES), False),
    "stub": (ALL, 0.8, ["direction", "paragraphs", "narrow"], False),
    "review_heads": (ALL, 0.5, ["paragraphs", "narrow", "direction"], False),
    "zeros": (ALL, 0.25, ["blank", "slash", "dash", "long_dash", "none_word", "nbsp"], False),
    "zero_word": (ALL, 0.03, [True], False),
    "blank_cells": (ALL, 0.05, ["parts", "totals"], False),
    "full_width_digits": (ALL, 0.06, [True], False),
    "thousands": (ALL, 0.12, [True, "wide"], False),
    "units_in_cells": (ALL, 0.06, [True], False),
    "yuan_in_cells": (ALL, 0.04, [True], False),
    "decimals": (ALL, 0.1, [1, 2, 3, 4, 5, 6], False),
    "signs": (ALL, 0.12, ["wide", "words"], False),
    "minus_sign": (ALL - TYPESET, 0.06, [True], False),
    "county_regulations": (ALL, 0.05, [True], False),
    "spaces_around_numbers": (ALL, 0.08, [True], False),
    "heji": (ALL, 0.1, [True], False),
    "enumeration": (ALL, 0.35, ["circled", "ascii_brackets", "comma", "wide_point", "spaced", "lost_bracket"], False),
    "justified_labels": (ALL, 0.2, [True], False),
    "broken_labels": (ALL, 0.15, [True, "space", "two_breaks", "empty_paragraph"], False),
    "long_labels": (ALL, 0.05, [True], False),
    "long_heads": (MARKED, 0.05, [True], False),
    "short_labels": (ALL, 0.08, [True], False),
    "county_note": (ALL, 0.05, [True], False),
    "year_notes": (ALL, 0.06, [True], False),
    "amount_heads": (ALL, 0.1, ["ascii", "short", "none"], False),
    "traditional": (ALL, 0.06, [True, "taiwan", "page"], False),
    "pinyin": (ALL - TYPESET, 0.02, [True], False),
    "hybrid_other_row": (ALL, 0.12, [True], False),
    "plain_normative_label": (ALL, 0.1, [True, "other"], False),
    "unit_line": (ALL, 0.12, [True], False),
    "metadata_table": (ALL, 0.1, [True], False),
    "signature": (ALL, 0.2, [True], False),
    "four_small_tables": (ALL, 0.08, [True], False),
    "heading_spaces": (ALL, 0.06, [True], False),
    "heading_marks": (ALL, 0.12, ["brackets", "circled", "digit_comma", "digit_point", "digit_wide_point", "lost_bracket"], False),
    "headings": (ALL, 0.3, [True], False),
    "first_heading_missing": (ALL, 0.04, [True], False),
    "cited_notice": (ALL, 0.1, ["notice", "year"], False),
    "hijacked": (ALL, 0.03, [True], False),
    "narrative": (ALL, 0.06, [True], False),
    "line_ends": (MARKED, 0.08, ["spaces", "breaks"], False),
    "shade": (PAGES, 0.5, [True, "bars"], False),
    "page_numbers": (PAGES, 0.7, ["dashes", "plain", "of", "wide_dash"], False),
    "running_header": (PAGES, 0.15, [True], False),
    "watermark": (DRAWN, 0.1, ["内部资料", "征求意见稿"], False),
    "landscape": (DRAWN, 0.07, [True], False),
    "repeated_header": (PAGES, 0.25, [True], False),
    "no_side_borders": (PAGES, 0.1, [True], False),
    "values_right": (PAGES, 0.1, [True], False),
    "row_height": (DRAWN, 0.4, [300, 500, 640, 760], False),
    "spacer": (DRAWN, 0.6, list(range(1, 30)), False),
    "keep_rows": (DRAWN, 0.4, [False], False),
    "nested_layout": (OFFICE | {"pdf-chromium"}, 0.05, [True, "framed"], False),
    "html_font": ({"pdf-chromium"}, 0.6, ["WenQuanYi Zen Hei", "Droid Sans Fallback", "AR PL UMing CN"], False),
    "font": (OFFICE, 0.5, ["仿宋_GB2312", "WenQuanYi Zen Hei", "Noto Serif CJK SC"], False),
    "html_border": ({"pdf-chromium"}, 0.3, ["0.5px solid", "3px double", "1px dotted", "1px dashed", "2px solid", "1px solid"], False),
    "html_h2": ({"pdf-chromium"}, 0.3, [True], False),
    "auto_numbering": ({"docx-word", "docx-wps", "docx-libre", "pdf-libre"}, 0.25, [True], False),
    "auto_number_labels": ({"docx-word", "docx-wps", "docx-libre", "pdf-libre"}, 0.12, [True], False),
    "content_controls": (DIRECT, 0.12, [True, "runs", "cells", "rows"], False),
    "tracked_changes": (DIRECT, 0.12, [True, "moves", "rows"], False),
    "hidden_text": (DIRECT | {"pdf-libre"}, 0.1, [True], False),
    "hidden_rows": (DIRECT, 0.04, [True], False),
    "text_box": (DIRECT, 0.06, [True, "numbers"], False),
    "alternate_content": (DIRECT, 0.06, [True], False),
    "note_marks": (DOCX, 0.06, ["footnote", "endnote", "raised", "comment"], False),
    "formulas": (DOCX, 0.06, ["simple", "complex"], False),
    "symbols": (DIRECT, 0.05, ["digits", "ornament"], False),
    "soft_hyphens": (DOCX, 0.05, [True], False),
    "no_break_hyphens": (DOCX, 0.05, [True], False),
    "page_marks": (DIRECT, 0.1, [True], False),
    "carriage_returns": (DOCX, 0.05, [True], False),
    "tabs_in_cells": (DOCX, 0.06, [True], False),
    "empty_paragraphs": (DOCX, 0.08, [True], False),
    "list_paragraphs": (DOCX, 0.05, [True], False),
    "inner_table": (DIRECT, 0.05, ["empty", "number"], False),
    "lying_grid": (DIRECT, 0.1, ["equal", "one", "none"], False),
    "row_edges": (DIRECT, 0.1, ["before", "after", "short"], False),
    "horizontal_merges": (DIRECT, 0.05, [True], False),
    "odd_columns": (DOCX, 0.05, [True], False),
    "number_in_two_runs": (DOCX, 0.2, [True], False),
    "tall_review_head": (MARKED, 0.2, [1, 3, 6], False),
    "indented_headings": ({"text"}, 0.4, [True], False),
    "bookmark": ({"text"}, 0.4, [True], False),
    "encoding": ({"text"}, 0.3, ["utf-8-sig", "utf-16", "utf-16-be", "gb18030"], False),
    "line_feeds": ({"text"}, 0.15, ["windows", "old_mac"], False),
    "text_tables": ({"text"}, 0.15, ["tabs", "pipes", "bare_pipes"], False),
    "empty_line_between_heads": ({"text"}, 0.08, [True], True),
    "collapsed": ({"text"}, 0.06, [True], True),
    "run_together": (MARKED, 0.05, [True], True),
    # the form of 2014 only
    "statistics_layout": (ALL, 1.0, ["unit", "unit", "plain", "levels", "merged", "merged_total", "codes", "codes_behind", "beside",
                                      "provincial", "provincial_other", "provincial_codes", "district"], False),
    "heading_value": (ALL, 0.4, ["——", "/", "bar"], False),
    "numbering": (ALL, 0.2, ["lost", "wrong"], False),
    "among": (ALL, 0.3, ["", "其中:", "其中", "　其中："], False),
    "indented_labels": (ALL, 0.3, [True], False),
    "narrow_numbers": (DRAWN, 0.08, [True], False),
    "swapped_columns": (ALL, 0.06, [True], False),
    "swapped_rows": (ALL, 0.06, [True], False),
    "three_row_other": (ALL, 0.15, [True], False),
    "wrong_year": (ALL, 0.1, [True], False),
    "head_cut": (ALL, 0.1, [True, "note", "bracket"], True),
    # what is damaged, or printed wrong
    "label_typos": (ALL, 0.3, [1, 2, 4], True),
    "missing_row": (ALL, 0.12, [True], True),
    "row_left_out": (ALL, 0.06, [True], True),
    "merges_lost": (DOCX, 0.1, ["stub", "labels", "heads", "all"], True),
    "unmerged_bars": (ALL, 0.06, [True], True),
    "empty_column": (ALL, 0.05, [True], True),
    "typed_header": (MARKED, 0.06, ["rows", "tables"], True),
    "without_tables": (ALL, 0.04, [["requests"], ["review"], ["requests", "review"], ["disclosure"]], True),
    "no_tables": (ALL, 0.02, ["summary", "images"], True),
    "lost_digits": (ALL, 0.05, ["both", "one"], True),
    "extra_row": (ALL, 0.1, [True], True),
    "repeated_stub": (ALL, 0.07, [True], True),
    "stray_zero": (MARKED, 0.12, [True], True),
    "padding_row": (ALL, 0.08, [True, "requests", "review"], True),
    "split_table": ({"docx-word", "docx-wps"}, 0.06, [True], True),
    "broken_arithmetic": (ALL, 0.3, ["row", "outcomes", "review", "balance", "many"], True),
    "blank_form": (ALL, 0.03, [True], False),
}
SWITCHES.update(typeset.SWITCHES)
# Pairs that would make the truth a matter of taste.
EXCLUDE = [("zeros", "stray_zero"), ("blank_form", "broken_arithmetic"), ("traditional", "label_typos"), ("auto_number_labels", "enumeration"),
           ("auto_number_labels", "label_typos"), ("nested_layout", "watermark"), ("tracked_changes", "units_in_cells"),
           ("traditional", "encoding"), ("repeated_stub", "stray_zero"), ("split_table", "nested_layout"),
           ("encoding", "circled"), ("auto_number_labels", "repeated_stub"), ("missing_row", "auto_number_labels"),
           ("extra_row", "auto_number_labels"), ("narrow_numbers", "units_in_cells"), ("narrow_numbers", "thousands"),
           ("narrow_numbers", "spaces_around_numbers"), ("three_row_other", "blank_form")] + typeset.EXCLUDE


def choose(rng, rendition, sound, forced):
    """forced: {switch: value, or None for one by lot}; one that the rendition cannot show stays off."""
    picked = {}
    for name, (renditions, chance, values, damage) in SWITCHES.items():
        roll, value = rng.random(), rng.choice(values)
        if rendition in renditions and (name in forced or roll < chance and not (sound and damage)):
            picked[name] = forced[name] if forced.get(name) is not None else value
    for a, b in EXCLUDE:
        if a in picked and b in picked:
            del picked[a if b in forced and a not in forced else b]
    return picked


def evidence_taken(report):
    """For the case: the switches that take away what the truth was read by; not so where the invented Unicode is right."""
    taken = [name for name in typeset.EVIDENCE_TAKEN if report.switches.get(name) not in (None, True)]
    return {"evidence_taken": taken} if taken else {}


def write_truth(report, base, case):
    with open(base + ".truth.json", "w", encoding="utf-8") as f:
        f.write(R.truth_json(report))
    if not report.tables_in_doubt:
        with open(base + ".tables.json", "w", encoding="utf-8") as f:
            f.write(R.tables_json(report))
    with open(base + ".case.json", "w", encoding="utf-8") as f:
        json.dump(case, f, ensure_ascii=False, indent=1)
        f.write("\n")


# Letters that a page may lack: a label or two that LibreOffice cuts off. Once it dropped the rest of a report whose layout
# table did not fit on its page, some 1,400.
MOST_UNPAINTED = 200


def check(report, rendition, path):
    """What the page does not show is no truth: the grids of such a file are left out, a lost digit spoils it."""
    if not rendition.startswith("pdf") or not report.fields:
        return
    lost = office.unpainted(report, path)
    evidence = any(report.switches.get(name) for name in typeset.EVIDENCE_TAKEN)
    if sum(lost.values()) > MOST_UNPAINTED and not evidence:
        raise SystemExit("%s does not show %d letters" % (path, sum(lost.values())))
    if any(c.isdigit() for c in lost) and not evidence and not report.switches.get("auto_number_labels"):
        raise SystemExit("%s does not show all digits: %s" % (path, lost))
    grids = os.path.splitext(path)[0] + ".tables.json"
    if lost and os.path.exists(grids):
        print("%s: not painted: %s; no tables.json" % (os.path.basename(path), "".join(lost)))
        os.remove(grids)


def random_reports(seed, count, out, renditions, forms, sound, forced):
    unknown = sorted(set(forced) - set(SWITCHES))
    if unknown:
        raise SystemExit("no such switch: " + ", ".join(unknown))
    os.makedirs(out, exist_ok=True)
    names = renditions.split(",") if renditions else RENDITIONS
    jobs = []
    for i in range(count):
        rng = random.Random("batch %d %d" % (seed, i))
        rendition = names[i % len(names)] if len(names) > 1 else names[0]
        form = rng.choices(forms, [3] + [1] * (len(forms) - 1))[0]
        switches = choose(rng, rendition, sound, forced)
        for name in ("statistics_layout", "heading_value", "indented_labels", "numbering", "among"):
            if form != "ogi-2014":
                switches.pop(name, None)
        structures.settle(switches, forced)
        length = rng.choice(["short", "normal", "long"])
        report_seed = "%d-%d" % (seed, i)
        report = R.build(report_seed, form, switches, length=length)
        base = os.path.join(out, "%d-%03d-%s" % (seed, i, rendition))
        jobs.append((report, rendition, base + "." + EXTENSION[rendition], report_seed))
        write_truth(report, base, {"rendition": rendition, "form": form, "seed": report_seed, "length": length, "switches": report.switches,
                                   **evidence_taken(report)})
    render(jobs)
    for report, rendition, path, _ in jobs:
        try:
            if not os.path.exists(path):
                raise SystemExit("%s is not there" % path)
            check(report, rendition, path)
        except SystemExit as hidden:  # LibreOffice and Chromium cut off what does not fit: such a page proves nothing
            print("%s; left out" % hidden)
            base = os.path.splitext(path)[0]
            for end in (os.path.splitext(path)[1], ".truth.json", ".tables.json", ".case.json"):
                if os.path.exists(base + end):
                    os.remove(base + end)
    print("%d reports in %s" % (count, out))
