"""The committed cases: each folder is named after what it proves."""

import json
import os

from . import faults
from . import report as R
from .batch import check, evidence_taken
from .render import EXTENSION, render

HERE = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "cases")
SONG = {"font": "WenQuanYi Zen Hei", "html_font": "WenQuanYi Zen Hei"}  # small when embedded


def case(name, why, renditions, switches=None, seed=None, form="ogi-2021", awaits=None, **more):
    """awaits: what the program cannot do yet; the test of such a case skips with these words instead of failing."""
    return {"name": name, "awaits": awaits, "why": why, "renditions": renditions if isinstance(renditions, list) else [renditions],
            "switches": switches or {}, "seed": seed or name, "form": form, "more": more}


CASES = [
    case("plain-2021", "A sound county report of 6 pages by LibreOffice: demo and benchmark.", "pdf-libre",
         {"page_numbers": "dashes", "title": "two_lines", "shade": "bars", "row_height": 660, "font": "Noto Serif CJK SC"},
         agency="松岭县人民政府", year=2023, scale="some", length="long"),
    case("four-renditions", "One report as DOCX (Word, WPS, LibreOffice), PDF (LibreOffice, Chromium, drawn) and text gives the same data.",
         ["docx-word", "text", "pdf-libre", "docx-wps", "docx-libre", "pdf-chromium", "pdf-word", "pdf-wps"],
         dict(SONG, **{"page_numbers": "dashes", "title": "two_lines", "keep_rows": False, "spacer": 9}), scale="many", length="short",
         agency="锦川市自然资源和规划局", year=2024),
    case("hybrid-2021-one-row-other", "A 2021 form with the single row （六）其他处理 of 2019: its own field.", ["pdf-wps", "docx-wps"],
         {"hybrid_other_row": True}, length="short", scale="many"),
    case("broken-arithmetic", "Totals printed wrong are given as printed, and the checks that fail are named.", ["docx-word", "pdf-word"],
         {"broken_arithmetic": "many"}, length="short", scale="many"),
    case("review-total-zero", "A total of 0 over outcomes that are not 0.", ["pdf-wps"], {"broken_arithmetic": "review"}, length="short",
         scale="some"),
    case("blank-form", "The form, not filled in: nulls, no zeros, no error.", ["docx-wps", "pdf-word", "text"], {"blank_form": True}, length="short"),
    case("not-a-report", "A document of another kind with a table of its own: form null, its table stays available.",
         ["docx-word", "pdf-word", "text"], form=None),
    case("stray-zero-in-merged-cell", "A 0 left behind in the continuation of the vertical label is no value.", ["docx-word", "text"],
         {"stray_zero": True}, length="short", scale="some"),
    case("stub-vertical-by-text-direction", "三、本年度办理结果 by the text direction of the cell.", ["docx-wps", "pdf-word", "pdf-wps"],
         {"stub": "direction"}, length="short", scale="some"),
    case("stub-one-character-a-paragraph", "三、本年度办理结果 as one paragraph for each character.", ["docx-word", "text", "pdf-wps"],
         {"stub": "paragraphs", "review_heads": "paragraphs"}, length="short", scale="some"),
    case("stub-narrow-column", "三、本年度办理结果 stacked by a narrow column.", ["pdf-chromium"], dict(SONG, stub="narrow"), length="short", scale="some"),
    case("stub-repeated-at-page-end", "The label of the row group printed twice, because its source was broken at a page end.", ["text", "pdf-word"],
         {"repeated_stub": True}, length="short", scale="some"),
    case("review-heads-vertical", "Heads of the review table in vertical writing, LibreOffice.", ["pdf-libre"],
         dict(SONG, review_heads="direction"), length="short", scale="some"),
    case("review-head-over-blank-rows", "The head of the review table spread over many physical rows.", ["docx-word", "text"],
         {"tall_review_head": 6, "review_heads": "paragraphs"}, length="short", scale="some"),
    case("row-cut-by-page-break", "A page break goes through a row of labels and numbers, and through a vertical label.", ["pdf-wps", "pdf-word"],
         {"keep_rows": False, "spacer": 3, "row_height": 300, "page_numbers": "of"}, length="short", scale="many"),
    case("row-cut-through-its-numbers", "The page break leaves no room for the numbers beside the first line of the label.", ["pdf-wps", "pdf-word"],
         {"keep_rows": False, "spacer": 7, "row_height": 300, "page_numbers": "of"}, seed="row-cut-by-page-break", length="short", scale="many"),
    case("vertical-label-cut-by-page-break", "A stacked label goes on on the next page.", ["pdf-wps", "pdf-word"],
         {"stub": "narrow", "spacer": 12, "row_height": 300, "page_numbers": "dashes"}, seed="row-cut-by-page-break", length="short", scale="many"),
    case("row-cut-without-rule", "Chromium cuts rows and leaves the cut open.", ["pdf-chromium"],
         dict(SONG, keep_rows=False, spacer=3, row_height=300), length="short", scale="many"),
    case("header-repeated", "Header rows repeated on the next page belong to no data.", ["pdf-word", "pdf-libre"],
         dict(SONG, repeated_header=True, stub="paragraphs", spacer=3, row_height=460, page_numbers="plain", running_header=True),
         length="short", scale="some"),
    case("head-cut-by-page-break", "LibreOffice cuts the heads 结果维|持 between two pages.", ["pdf-libre"],
         dict(SONG, repeated_header=True, stub="paragraphs", spacer=6, row_height=500, page_numbers="plain", running_header=True),
         seed="header-repeated", length="short", scale="some"),
    case("drawn-in-the-manner-of-word", "Thin fills as rules, shaded heads, digits in a Latin font.", ["pdf-word"],
         {"shade": True, "page_numbers": "wide_dash", "values_right": True}, length="normal", scale="many"),
    case("drawn-in-the-manner-of-wps", "Strokes, a clip rectangle for each cell, vertical writing mode.", ["pdf-wps"],
         {"shade": True, "page_numbers": "dashes", "review_heads": "direction"}, length="normal", scale="many"),
    case("outer-borders-missing", "The left and right outer borders are not drawn.", ["pdf-word", "pdf-wps"], {"no_side_borders": True},
         length="short", scale="some"),
    case("page-turned-and-cropped", "/Rotate 90, landscape, a MediaBox larger than the CropBox.", ["pdf-word"],
         {"rotate": True, "crop_box": True, "landscape": True}, length="short", scale="some"),
    case("watermark-over-table", "Slanted text behind the tables is no number and no label.", ["pdf-word"],
         {"watermark": "征求意见稿"}, length="short", scale="some"),
    case("labels-misspelt", "Slips in labels shift no number.", ["docx-word", "pdf-wps"], {"label_typos": 7}, seed="misspelt 2", length="short", scale="many"),
    case("row-missing", "A row that is not printed shifts no number and gives no field.", ["docx-wps", "pdf-word"], {"missing_row": True},
         length="short", scale="some"),
    case("row-added", "Rows that no national form has are not bound.", ["docx-word", "pdf-word"], {"extra_row": True}, length="short", scale="many"),
    case("enumeration-in-other-signs", "㈠ for （一）, 合计 for 总计, justified and broken labels.", ["docx-word", "pdf-word"],
         {"enumeration": "circled", "heji": True, "justified_labels": True, "broken_labels": True}, length="short", scale="some"),
    case("digits-full-width", "Numbers in full-width digits.", ["docx-wps", "text"], {"full_width_digits": True}, length="short", scale="many"),
    case("digits-grouped", "Thousands separators.", ["docx-word", "pdf-word"], {"thousands": True}, length="short", scale="huge"),
    case("units-in-cells", "3件, 12.50万元.", ["docx-word", "text"], {"units_in_cells": True}, length="short", scale="some"),
    case("zeros-left-blank", "Blank cells are null, never 0.", ["docx-word", "pdf-wps"], {"zeros": "blank"}, length="short", scale="some"),
    case("zeros-as-slash", "A slash is null.", ["text", "pdf-word"], {"zeros": "slash"}, length="short", scale="some"),
    case("zeros-as-word", "无 is null.", ["docx-wps"], {"zeros": "none_word"}, length="short", scale="some"),
    case("four-small-tables", "The disclosure table as four tables.", ["docx-word", "pdf-word"], {"four_small_tables": True}, length="short", scale="some"),
    case("padding-rows", "Empty rows at the end of the tables.", ["docx-word", "pdf-wps"], {"padding_row": True}, length="short", scale="some"),
    case("table-split-by-paragraph", "One table as two, with an empty paragraph between.", ["docx-word"], {"split_table": True}, length="short",
         scale="some"),
    case("tracked-changes", "Inserted text is in, deleted text is out.", ["docx-word"], {"tracked_changes": True}, length="short", scale="some"),
    case("hidden-text", "Hidden digits behind a number are no part of it.", ["docx-word"], {"hidden_text": True}, length="short", scale="some"),
    case("content-controls", "Tables and cells within content controls; numbers cut into runs.", ["docx-word"],
         {"content_controls": True, "number_in_two_runs": True}, length="short", scale="many"),
    case("numbered-by-word", "Headings and row labels numbered automatically.", ["docx-word"], {"auto_numbering": True, "auto_number_labels": True},
         length="short", scale="some"),
    case("report-in-a-layout-table", "The whole report inside a table of one cell.", ["docx-word"], {"nested_layout": True},
         length="short", scale="some"),
    case("catalogue-card-first", "A table of metadata stands before the report.", ["docx-wps", "text"], {"metadata_table": True, "unit_line": True,
         "title": "year_first"}, length="short", scale="some"),
    case("text-in-gb18030", "The text rendition in GB18030, with a bookmark artefact.", ["text"],
         {"encoding": "gb18030", "bookmark": True, "indented_headings": True}, length="short", scale="some"),
    case("form-2019", "The form of 2019 with +, - and 减, and the procurement rows.", ["docx-word", "pdf-wps", "text"], form="ogi-2019", length="short",
         scale="many"),
    case("numbers-broken-in-narrow-columns", "A number that wraps in its cell is one number.", ["pdf-word", "pdf-chromium"],
         dict(SONG, narrow_numbers=True), length="short", scale="huge"),
    case("columns-swapped", "Two applicant columns in another order: values follow their heads.", ["docx-word", "pdf-wps", "text"],
         {"swapped_columns": True}, length="short", scale="many"),
    case("form-2019-with-rows-of-2021", "The 2019 disclosure table used for a later year, with three rows under （六）.", ["docx-wps", "pdf-word"],
         {"three_row_other": True, "wrong_year": True}, form="ogi-2019", length="short", scale="some"),
    case("title-bare-with-agency-below", "The title names neither agency nor year: the line below and the period of the statistics do.",
         ["docx-word", "pdf-wps", "text"], {"title": "bare"}, length="short", scale="few"),
    case("form-2014", "The statistics table: its hierarchy is only in the numbering, labels repeat under other parents.",
         ["docx-word", "pdf-wps", "text"], {"indented_labels": True}, form="ogi-2014", length="short", scale="some"),
    case("form-2014-in-levels", "The hierarchy in three columns.", ["docx-wps", "pdf-word"],
         {"statistics_layout": "levels", "heading_value": "——"}, form="ogi-2014", length="short", scale="some"),
    case("form-2014-without-units", "Indicator and number only.", ["text", "pdf-wps"],
         {"statistics_layout": "plain", "broken_arithmetic": "review"}, form="ogi-2014", length="short", scale="some"),
    case("form-2014-headings-merged", "一、 to 九、 in a column of their own, merged over their rows.", ["docx-word", "pdf-wps", "text"],
         {"statistics_layout": "merged", "enumeration": "circled"}, form="ogi-2014", length="short", scale="some"),
    case("form-2014-headings-merged-with-totals", "The number of a merged heading stands beside 合计; a repeated header.", ["docx-wps", "pdf-word"],
         {"statistics_layout": "merged_total", "repeated_header": True}, form="ogi-2014", length="short", scale="many"),
    case("form-2014-row-numbers-first", "序号 as the first column, —— beside headings, 其中 without a colon.", ["docx-word", "pdf-word", "text"],
         {"statistics_layout": "codes", "heading_value": "——", "among": "其中", "repeated_header": True}, form="ogi-2014", length="short", scale="some"),
    case("form-2014-codes-behind-labels", "代码 after the indicator; (一) for （一）.", ["docx-wps", "pdf-wps", "text"],
         {"statistics_layout": "codes_behind", "enumeration": "ascii_brackets"}, form="ogi-2014", length="short", scale="some"),
    case("form-2014-section-bars", "一、 to 九、 as rows over the whole width; 1、 for 1., no 其中; the table over three pages.",
         ["docx-word", "pdf-word", "text"],
         {"heading_value": "bar", "enumeration": "comma", "among": "", "row_height": 640, "repeated_header": True}, form="ogi-2014",
         length="short", scale="many"),
    case("form-2014-numbering-lost", "No numbering: the hierarchy in the indent alone, repeated labels told by their order.",
         ["docx-word", "pdf-wps", "text"], {"numbering": "lost", "indented_labels": True}, form="ogi-2014", length="short", scale="some"),
    case("form-2014-numbering-wrong", "Every fourth mark is that of its neighbour, and a bracket is lost.", ["docx-word", "pdf-word", "text"],
         {"numbering": "wrong", "enumeration": "lost_bracket", "statistics_layout": "plain"}, form="ogi-2014", length="short", scale="some"),
    case("form-2014-blank", "The form of 2014, not filled in.", ["docx-word", "pdf-word", "text"], {"blank_form": True, "heading_value": "/"},
         form="ogi-2014", length="short"),
    case("form-2014-misspelt", "Slips in labels of the form of 2014.", ["docx-word", "pdf-wps", "text"], {"label_typos": 6}, form="ogi-2014",
         length="short", scale="many"),
    case("form-2014-side-by-side", "The second half of the rows beside the first.", ["docx-word", "pdf-wps", "text"],
         {"statistics_layout": "beside"}, form="ogi-2014", length="short", scale="some"),
    case("form-of-a-province", "A provincial table: what means the same as a national row is bound, other rows and 历年累计 never.",
         ["docx-word", "pdf-wps", "text"], {"statistics_layout": "provincial"}, form="ogi-2014", length="short", scale="some", year=2013),
    case("review-table-alone", "One table that two forms share: the newer form, with a warning.", ["docx-word", "text"],
         {"without_tables": ["disclosure", "requests"]}, length="short", scale="some"),
    case("accounts-side-by-side", "A department's final accounts: income and expenditure side by side in one table, rows numbered, amounts in 万元.",
         ["docx-word", "pdf-wps", "pdf-word", "text"], form="final-accounts", agency="松岭县水利局", year=2023),
    case("accounts-with-blanks", "Final accounts with blank amounts: nulls, and checks that cannot be made.", ["docx-wps", "pdf-word"],
         {"zeros": "blank"}, form="final-accounts", agency="锦川市教育局", year=2021),
    case("accounts-that-do-not-balance", "The two sides of the final accounts differ: both checks fail.", ["pdf-word", "text"],
         {"broken_arithmetic": True}, form="final-accounts", agency="柳桥区审计局", year=2022),
    # How a PDF is typeset (maker/typeset.py).
    case("rules-of-dots-and-rules-unseen", "Rules drawn as dots; lines through every cell that are painted over again.", "pdf-wps",
         {"pen": "dot_fills", "ghost_rules": "covered"}, length="short", scale="some"),
    case("white-rules-between-shades", "All cells are shaded, and the rules between them white.", "pdf-word", {"white_rules": True},
         length="short", scale="some"),
    case("letters-hidden-and-shuffled", "Digits beside the numbers are painted over; letters come in any order, each of them twice.", "pdf-word",
         {"hidden_ink": "covered", "fake_bold": 2, "paint_order": "letters"}, length="short", scale="many"),
    case("numbers-in-one-run", "The numbers of a row are one run of letters, kerned into their columns; a ToUnicode map of radicals.", "pdf-wps",
         {"long_run": "kerned", "look_alikes": "kangxi", "cjk_font": "gbk"}, length="short", scale="many"),
    case("watermark-of-upright-digits", "Large pale letters and digits stand upright behind the tables.", "pdf-wps", {"stamp": "upright"},
         seed="watermark 2", length="short", scale="some"),
    case("table-turned-on-its-page", "A landscape table on an upright page, with a label in vertical writing.", "pdf-word",
         {"turned_table": 90, "stub": "direction"}, length="short", scale="some"),
    case("pages-with-other-margins", "Every second page has other margins, and shows fewer columns of the table that goes on.", "pdf-wps",
         {"next_page": "shifted", "spacer": 6, "page_numbers": "dashes"}, seed="look", length="short", scale="many"),
    case("digits-mapped-to-themselves", "Digits under the codes of others, and a ToUnicode map that gives every code back: each number in doubt.",
         "pdf-wps", {"digits_without_unicode": "identity"}, length="short", scale="some"),
    case("traditional-labels", "Labels in traditional characters.", ["docx-word"], {"traditional": True}, length="short", scale="some"),
    case("traditional-with-pinyin", "A page in traditional characters, with pinyin behind some.", ["docx-wps", "text"],
         {"traditional": "pinyin", "headings": True, "heading_marks": "circled"}, length="short", scale="some"),
    case("head-typed-again", "The head typed again in the middle of a table, where its author's page ended.", ["docx-word", "text"],
         {"typed_header": "rows"}, length="short", scale="some"),
    case("merged-cells-unmerged", "The cells that were merged are single ones, of which the first holds the text.", "docx-wps", {"merges_lost": "all"},
         length="short", scale="some"),
    case("grid-of-one-column", "A table grid that its rows belie.", "docx-word", {"lying_grid": "one"}, length="short", scale="some"),
    case("number-in-a-box", "A cell that holds nothing but a table of one cell has its number.", "docx-word", {"inner_table": "number"}, length="short",
         scale="some"),
    case("numbers-run-together", "Seven cells without anything between are nobody's number.", ["docx-wps", "text"], {"run_together": True},
         length="short", scale="many"),
    case("text-heads-cut", "An empty line between two heads cuts no row.", "text", {"empty_line_between_heads": True}, length="short", scale="some"),
    case("text-pasted-with-tabs", "A line for each row and tabs between its cells; a line of tabs alone is a blank row.", "text",
         {"text_tables": "tabs", "tall_review_head": 3}, length="short", scale="some"),
    # What goes wrong (maker/faults.py): each raises a finding of its own (docs/findings.md).
    case("tables-of-both-forms", "A table of the form of 2019 beside that of 2021: the newer, with a warning.", "docx-word",
         {"print_fault": "tables_of_both_forms"}, length="short", scale="some"),
    case("row-printed-twice", "A row printed twice: a note where the numbers are the same, the first with a warning where they differ.", "docx-word",
         {"print_fault": "printed_twice"}, length="short", scale="some"),
    case("row-label-lost", "A row without its label is bound by its place, with a warning.", "docx-wps",
         {"print_fault": "label_lost"}, length="short", scale="some"),
    case("column-head-garbled", "A head that has lost words.", "docx-word", {"print_fault": "head_garbled"}, length="short", scale="some"),
    case("column-added", "A column that no form has is not bound.", "docx-wps", {"print_fault": "column_added"}, length="short", scale="some"),
    case("number-under-two-heads", "A number in two merged cells is bound to neither column.", "docx-wps",
         {"print_fault": "number_under_two_heads"}, length="short", scale="some"),
    case("unit-of-its-own", "125000元 where the form counts 万元 is 125000, 元.", "docx-wps",
         {"print_fault": "other_unit"}, length="short", scale="some"),
    case("words-for-a-number", "详见附件 is no number: null, with an error.", "docx-word",
         {"print_fault": "words_for_a_number"}, length="short", scale="some"),
    case("letter-for-a-digit", "1O5 is read as 105, with a warning.", "docx-wps",
         {"print_fault": "letter_for_a_digit"}, length="short", scale="some"),
    case("row-shifted", "A row that has lost a cell is given as printed, with a warning.", "docx-word",
         {"print_fault": "row_shifted"}, length="short", scale="some"),
    case("year-mistaken", "The title names another year than the period of the statistics: that of the title, with a warning.", "docx-wps",
         {"print_fault": "year_mistaken"}, length="short", scale="some"),
    case("field-without-end", "A field code that does not end changes no table.", "docx-word",
         {"file_fault": "field_without_end"}, length="short", scale="some"),
    case("document-embedded", "An embedded document is said to be unread.", "docx-wps",
         {"file_fault": "document_embedded"}, length="short", scale="some"),
    case("grid-span-lost", "A row whose cells do not add up is read by their widths.", "docx-word",
         {"file_fault": "grid_span_lost"}, length="short", scale="some"),
    case("merge-over-other-columns", "A cell that goes on with one of other columns.", "docx-word",
         {"file_fault": "merge_over_other_columns"}, length="short", scale="some"),
    case("table-of-four-million-cells", "A table beyond the limits is left out, the others are read.", "text",
         {"file_fault": "table_of_four_million_cells"}, length="short", scale="some"),
    case("table-split-by-text", "A remark stands between the halves of a table.", "docx-word",
         {"split_table": True, "file_fault": "text_in_the_table"}, length="short", scale="some"),
    case("styles-part-cut", "A file whose styles cannot be read.", "docx-word", {"file_fault": "styles_cut"}, length="short", scale="some"),
    case("container-contradicts-itself", "A ZIP container whose headers disagree.", "docx-wps",
         {"file_fault": "container_contradicts_itself"}, length="short", scale="some"),
    case("extension-mistaken", "A DOCX that is called report.pdf is read as what it is.", "docx-word",
         {"extension": "pdf"}, length="short", scale="some"),
    case("reference-table-lost", "A PDF whose objects have to be searched for.", "pdf-wps",
         {"file_fault": "reference_table_lost"}, length="short", scale="some"),
    case("operator-unknown", "A PDF that breaks the rules of its format.", "pdf-word", {"bad_operator": True}, length="short", scale="some"),
    case("first-page-scanned", "The first page is an image with a text layer.", "pdf-wps", {"scanned": "first"}, length="long", scale="some"),
    case("last-page-scanned", "The page with the seal is an image without text.", "pdf-word", {"scanned": "last"}, length="short", scale="some"),
    case("digits-without-unicode", "Digits of a font that does not say what they are.", "pdf-wps",
         {"digits_without_unicode": True}, length="short", scale="some"),
    case("table-without-rules", "The disclosure table has no rules.", "pdf-word", {"no_rules": "disclosure"}, length="short", scale="some"),
    case("head-over-its-edges", "A head that does not break runs over the edges of its cell.", "pdf-word",
         {"overlong_head": "社会公益组织"}, length="short", scale="some"),
    case("area-not-rectangular", "A missing piece of rule makes an L of two cells.", "pdf-wps", {"open_corner": True}, length="short", scale="some"),
    case("review-cut-below-its-heads", "A page break between the heads and the numbers of the review table: whether it cuts a row is in doubt.", "pdf-wps",
         {"spacer": 20, "keep_rows": False, "page_numbers": "dashes", "row_height": 500}, seed="several-readings", length="short", scale="some"),
    case("text-value-too-many", "A row of the text rendition has a cell too many.", "text",
         {"extra_row": True, "file_fault": "value_too_many"}, length="short", scale="some"),
    case("text-value-lost", "A row of the text rendition has lost a cell.", "text",
         {"extra_row": True, "file_fault": "value_lost"}, length="short", scale="some"),
    case("text-row-label-lost", "A row of the text rendition has no label.", "text", {"file_fault": "row_label_lost"}, length="short", scale="some"),
    case("text-row-cut", "An empty line cuts a row of the text rendition.", "text", {"file_fault": "row_cut"}, length="short", scale="some"),
    case("text-head-lost", "The text rendition has lost a head.", "text", {"file_fault": "head_lost"}, length="short", scale="some"),
    case("text-byte-lost", "A byte of the text is no character.", "text", {"file_fault": "byte_lost"}, length="short", scale="some"),
]


def write(path, text):
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)


def make(names, out):
    out = out or HERE
    known = {c["name"] for c in CASES}
    unknown = set(names) - known
    if unknown:
        raise SystemExit("no such case: " + ", ".join(sorted(unknown)))
    jobs = []
    for c in CASES:
        if names and c["name"] not in names:
            continue
        folder = os.path.join(out, c["name"])
        os.makedirs(folder, exist_ok=True)
        files = {}
        for rendition in c["renditions"]:
            stem = "report"
            extension = c["switches"].get("extension") or EXTENSION[rendition]
            if stem + "." + extension in files:  # a second file of one format
                stem += "-" + rendition.split("-")[1]
            files[stem + "." + extension] = rendition
        for stem in sorted({os.path.splitext(f)[0] for f in files}):
            report = R.not_a_report(c["seed"]) if c["form"] is None else R.build(c["seed"], c["form"], c["switches"], **c["more"])
            for name, rendition in files.items():
                if os.path.splitext(name)[0] == stem:
                    jobs.append((report, rendition, os.path.join(folder, name), c["seed"]))
            write(os.path.join(folder, stem + ".truth.json"), R.truth_json(report))
            if not report.tables_in_doubt:
                write(os.path.join(folder, stem + ".tables.json"), R.tables_json(report))
        write(os.path.join(folder, "case.json"), json.dumps({
            "proves": c["why"], "form": c["form"], "seed": c["seed"], "made_by": "corpus/make cases " + c["name"], "renditions": files,
            "switches": report.switches, **({"awaits": c["awaits"]} if c["awaits"] else {}),
            **evidence_taken(report)}, ensure_ascii=False, indent=1) + "\n")
    render(jobs)
    for report, rendition, path, _ in jobs:
        check(report, rendition, path)
        faults.apply_to_file(report, path)
    print("%d files in %s" % (len(jobs), out))
