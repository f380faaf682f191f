"""Switches of how a PDF is typeset: one for each way in which rules, letters and pages mislead a reader of tables
(corpus/README.md lists them by failure mode). None changes what a person reads on the page.

pens.py draws the rules, letters.py the texts, sheets.py the pages; html.py does what Chromium can show."""

WORD, WPS, CHROME = {"pdf-word"}, {"pdf-wps"}, {"pdf-chromium"}
DRAW = WORD | WPS

# name: (renditions that show it, chance, values, damage?)
SWITCHES = {
    # rules
    "pen": (DRAW, 0.4, ["wide_strokes", "slices", "dashed", "dotted", "dash_fills", "dot_fills", "double", "gaps", "short", "pieces", "overshoot",
                        "uneven", "hairline", "grey", "thick", "boxes"], False),
    "ghost_rules": (DRAW | CHROME, 0.1, ["white", "transparent", "covered", "layer", "clipped"], False),
    "white_rules": (DRAW | CHROME, 0.06, [True], False),
    "open_ends": (DRAW, 0.12, ["cuts", "table"], False),
    "stripes": (DRAW | CHROME, 0.1, ["rows", "columns"], False),
    "head_own_rules": (DRAW, 0.08, [True], False),
    "page_frame": (DRAW, 0.07, ["single", "double"], False),
    # letters
    "fake_bold": (DRAW | CHROME, 0.1, [2, 3], False),
    "hidden_ink": (DRAW | CHROME, 0.12, ["mode", "white", "covered", "clipped", "layer", "transparent", "off_page"], False),
    "look_alikes": (DRAW | CHROME, 0.1, ["kangxi", "supplement", "compatibility", "zero_width"], False),
    "spread": (DRAW | CHROME, 0.15, ["kerned", "spaced", "with_spaces", "letters"], False),
    "long_run": (DRAW, 0.08, ["kerned", "with_spaces"], False),
    "over_edge": (WORD, 0.06, [True], False),
    "paint_order": (DRAW, 0.2, ["cells", "columns", "backwards", "letters", "letters_backwards"], False),
    "note_marks": (DRAW | CHROME, 0.08, ["numbers", "labels"], False),
    "cjk_font": (DRAW, 0.4, ["gbk", "utf16", "identity", "identity_map"], False),
    "metrics": (DRAW, 0.1, ["flat", "huge", "none"], False),
    "stamp": (DRAW, 0.06, ["upright", "over", "tiled"], False),
    # pages
    "next_page": (DRAW, 0.12, ["shifted", "scaled"], False),  # every second page
    "footnotes": (DRAW, 0.08, [True], False),
    "rotate": (DRAW, 0.1, [True, 180, 270], False),
    "crop_box": (DRAW, 0.12, [True, "origin", "negative", "beyond"], False),
    "turned_table": (DRAW, 0.06, [90, 270], False),
    # what a person reads on the page, and nobody in the file
    "digits_without_unicode": (DRAW, 0.02, [True, "glyph_numbers", "identity", "type3"], False),
}
# What a person reads only on the page: such a field may be lost, but never be wrong in silence.
EVIDENCE_TAKEN = ["digits_without_unicode"]

EXCLUDE = [
    ("white_rules", "pen"), ("white_rules", "shade"), ("white_rules", "stripes"), ("white_rules", "ghost_rules"), ("white_rules", "hidden_ink"),
    ("white_rules", "head_own_rules"), ("white_rules", "no_side_borders"), ("white_rules", "html_border"), ("white_rules", "open_ends"),
    ("stripes", "ghost_rules"), ("stripes", "hidden_ink"),
    ("open_ends", "no_side_borders"), ("turned_table", "landscape"), ("turned_table", "crop_box"), ("turned_table", "footnotes"),
    ("digits_without_unicode", "cjk_font"), ("digits_without_unicode", "look_alikes"), ("digits_without_unicode", "spread"),
    ("digits_without_unicode", "fake_bold"), ("digits_without_unicode", "long_run"), ("digits_without_unicode", "paint_order"),
    ("long_run", "narrow_numbers"), ("long_run", "over_edge"), ("long_run", "spaces_around_numbers"), ("long_run", "hidden_ink"),
    ("long_run", "note_marks"), ("long_run", "fake_bold"), ("long_run", "values_right"), ("long_run", "units_in_cells"),
    ("over_edge", "narrow_numbers"), ("over_edge", "values_right"), ("over_edge", "hidden_ink"), ("over_edge", "note_marks"),
    ("over_edge", "turned_table"), ("note_marks", "hidden_ink"), ("note_marks", "narrow_numbers"), ("stamp", "watermark"),
    ("page_frame", "nested_layout"),
]
