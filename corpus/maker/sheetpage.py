"""A page of a statistical document around its tables, and the lots that decide how it looks.

Everything on the page that is no table (titles, unit remarks, notes, prose, lists, contents with leaders, blocks of keys and
values, an index in columns, charts, equations, page furniture) is there to be left out."""

import html
import random

from . import sheet, sheetlook, words

PAPER = {"a4": (595.3, 841.9), "letter": (612.0, 792.0)}
FONTS = {"en": ["Liberation Sans", "Liberation Serif", "Liberation Serif", "Liberation Sans Narrow", "DejaVu Sans"],
         "zh": ["Noto Serif CJK SC", "Noto Sans CJK SC", "WenQuanYi Zen Hei", "AR PL UMing CN"]}
LATIN = ["Liberation Serif", "Liberation Sans", None]

# switch: [(value, weight)]. Each switch is drawn by a lot of its own, so that a new one moves no other.
SWITCHES = {
    "lang": [("en", 60), ("zh", 40)],
    "rules": [("none", 20), ("three-line", 13), ("spanner", 10), ("header", 8), ("rows", 7), ("zebra", 6), ("shaded-head", 5), ("open-sides", 5),
              ("frame", 5), ("groups", 4), ("spanner-only", 4), ("sums", 3), ("vertical", 3), ("columns", 4), ("lattice", 4)],
    "columns": [(2, 6), (3, 10), (4, 14), (5, 15), (6, 15), (7, 12), (8, 9), (9, 7), (10, 6), (11, 4), (12, 4)],
    "gap": [(0.8, 10), (1.0, 14), (1.3, 18), (1.8, 20), (2.5, 20), (3.5, 12), (5.0, 6)],
    "fit": [("fit", 40), ("middle", 20), ("full", 40)],
    "align": [("right", 60), ("decimal", 15), ("centre", 17), ("left", 8)],
    "head": [("flat", 50), ("spanners", 38), ("two-level", 12), ("absent", 5)],
    "words": [("none", 65), ("some", 35)],  # columns of words among those of figures
    "head_lines": [("one", 50), ("several", 50)],
    "head_valign": [("bottom", 55), ("middle", 35), ("top", 10)],
    "head_align": [("centred", 60), ("as-column", 40)],
    "stub": [("plain", 22), ("indented", 18), ("sections", 15), ("sections-centred", 5), ("wrapped-last", 7), ("wrapped-first", 7),
             ("wrapped-middle", 3), ("numbered", 5), ("groups-centred", 6), ("groups-top", 4), ("groups-vertical", 4), ("text", 12), ("two-sided", 5)],
    "manner": [("set", 90), ("typed", 10)],
    "totals": [("none", 40), ("first", 25), ("last", 35)],
    "blank_lines": [("none", 70), ("five", 18), ("groups", 12)],
    "thousands": [("comma", 65), ("blank", 18), ("none", 17)],
    "negatives": [("none", 45), ("minus", 30), ("paren", 15), ("long-minus", 10)],
    "percent": [("none", 70), ("sign", 20), ("sign-apart", 10)],
    "currency": [("none", 75), ("in-cell", 8), ("edge", 17)],
    "currency_rows": [("ends", 60), ("all", 40)],
    "marks": [("none", 70), ("digit", 12), ("letter", 8), ("slash", 6), ("star", 4)],
    "missing": [("-", 22), ("–", 14), ("(X)", 10), ("n.a.", 10), ("blank", 24), ("…", 8), ("..", 6), ("—", 6)],
    "missing_share": [(0, 30), (0.05, 30), (0.15, 25), (0.35, 15)],
    "leaders": [("none", 82), (" .", 10), (".", 8)],
    "units": [("none", 78), ("row", 14), ("spanning", 8)],
    "column_numbers": [(False, 90), (True, 10)],
    "size": [(6, 10), (7, 15), (8, 22), (9, 24), (10, 18), (12, 11)],
    "leading": [(1.05, 20), (1.2, 40), (1.4, 25), (1.8, 15)],
    "row_pad": [(0, 25), (0.8, 25), (2, 30), (4, 20)],
    "layout": [("single", 62), ("two-below", 14), ("side-by-side", 8), ("in-column", 9), ("two-pages", 7)],
    "indent_by": [("padding", 60), ("spaces", 40)],
    "group_way": [("level", 0), ("stacked", 50), ("written", 50)],
    "text_valign": [("top", 60), ("middle", 25), ("bottom", 15)],
}


def lot(rng, pairs):
    return rng.choices([v for v, _ in pairs], [w for _, w in pairs])[0]


def choose(rng, fixed):
    base = rng.getrandbits(64)
    on = {name: lot(random.Random("%d %s" % (base, name)), pairs) for name, pairs in SWITCHES.items()}
    on.update({
        "rows": rng.randint(4, 20), "font": rng.choice(FONTS[on["lang"]]), "latin": rng.choice(LATIN), "paper": rng.choice(["a4", "a4", "letter"]),
        "thin": rng.choice([0.4, 0.5, 0.75]), "thick": rng.choice([0.75, 1, 1.5]), "pen": rng.choice(["solid"] * 8 + ["dotted", "double"]),
        "ink": rng.choice(["#000", "#000", "#555", "#1f497d"]), "shade": rng.choice(["#e6e6e6", "#dce6f1", "#f2f2f2", "#c6d9f1", "#fdf3d8"]),
        "zebra_phase": rng.randint(0, 1), "zebra_head": rng.choice([None, "#c9d5e6"]), "section_indent": rng.random() < 0.6,
        "section_bold": rng.random() < 0.5, "section_across": rng.random() < 0.5, "total_bold": rng.random() < 0.6,
        "total_space": rng.random() < 0.35, "indent": rng.choice([0.8, 1.2, 2]), "hang": rng.choice([0, 0.8, 1.2]),
        "stub_width": rng.choice([10, 13, 16]), "head_bold": rng.random() < 0.4, "text_head": rng.choice(["left", "center"]),
        "stubhead_align": rng.choice(["left", "center"]),
        "currency_sign": rng.choice(["$", "$", "€", "£"] if on["lang"] == "en" else ["￥", "¥"]),
        "prose_size": rng.choice([9, 10, 11, 12]), "one_face": False})
    unknown = set(fixed) - set(on)
    if unknown:
        raise SystemExit("unknown switch: " + ", ".join(sorted(unknown)))
    if fixed.get("lang", on["lang"]) != on["lang"]:
        on["lang"] = fixed["lang"]
        on["font"] = rng.choice(FONTS[on["lang"]])
        on["currency_sign"] = "$" if on["lang"] == "en" else "¥"
    on.update(fixed)
    settle(rng, on, fixed)
    return on


def settle(rng, on, fixed):
    """Pairs of switches that no office prints, or that leave open what the table is."""
    def default(name, value):
        if name not in fixed:
            on[name] = value
    if on["manner"] == "typed":  # one pitch, no rules, nothing raised
        if on["stub"] not in ("plain", "indented", "sections", "sections-centred", "numbered"):
            default("stub", "indented")
        on.update(rules="none", pen="solid", fit="fit", head_valign="bottom", total_bold=False, section_bold=False, head_bold=False)
        on["align"] = "right" if on["align"] == "decimal" else on["align"]
        default("marks", "none" if on["marks"] in ("digit", "letter") else on["marks"])
        default("missing", on["missing"] if on["missing"] in ("-", "(X)", "n.a.", "..", "blank") else "-")
        default("size", min(on["size"], 8 if on["columns"] > 5 else 10))
        on["gap"] = max(on["gap"], 1.3)
    if on["stub"] == "two-sided":
        on.update(leaders="none", blank_lines="none", units="none", column_numbers=False, totals="last")
        if on["head"] == "two-level":
            default("head", "spanners")
        if on["rules"] in ("spanner", "spanner-only"):
            default("head", "spanners")
        if on["rules"] == "groups":
            default("rules", "three-line")
        if on["layout"] in ("in-column", "side-by-side"):
            default("layout", "single")
    if on["head"] == "absent":
        if on["stub"] in ("text", "two-sided"):
            default("head", "flat")
        else:
            on.update(units="none", column_numbers=False)
            if on["rules"] in ("header", "shaded-head", "spanner", "spanner-only"):
                default("rules", "none")
    if on["lang"] == "en" and on["stub"] == "groups-vertical":
        default("stub", "groups-centred")
    if on["stub"] == "groups-vertical" and on["rules"] not in ("rows", "groups", "lattice", "open-sides") :
        default("rules", rng.choice(["rows", "groups", "lattice", "open-sides"]))
    if on["stub"].startswith("groups"):
        default("blank_lines", "none")
        default("leaders", "none")
    if on["stub"] == "groups-vertical" and on["group_way"] == "level":
        default("group_way", "stacked")
    if on["stub"] != "groups-vertical":
        on["group_way"] = "level"
    if on["rules"] in ("spanner", "spanner-only") and on["head"] == "flat":
        default("head", "spanners")
    if on["rules"] == "sums" and on["totals"] == "none":
        default("totals", "last")
    if on["rules"] == "groups" and on["stub"] in ("plain", "numbered", "text", "wrapped-first", "wrapped-last", "wrapped-middle"):
        default("stub", "sections")
    if on["rules"] in ("rows", "lattice", "open-sides", "vertical", "columns"):
        default("blank_lines", "none")  # a blank line between rules is a blank row
        on["total_space"] = False
    if on["pen"] == "double":
        on["thin"], on["thick"] = 1.5, 2.2
    if on["leaders"] != "none" and on["stub"] in ("text", "numbered", "wrapped-last", "wrapped-first", "wrapped-middle"):
        default("leaders", "none")
    if on["stub"] == "text":
        for name, value in (("head", "flat"), ("units", "none"), ("column_numbers", False), ("currency", "none"), ("leaders", "none"),
                            ("fit", "full"), ("totals", "none"), ("blank_lines", "none")):
            default(name, value)
        if on["rules"] in ("spanner", "spanner-only", "sums"):
            default("rules", "three-line")
        if on["rules"] not in ("rows", "lattice", "open-sides", "zebra"):
            default("row_pad", max(on["row_pad"], 2 + 0.2 * on["size"]))  # rows are told by the white between them
            if on["text_valign"] != "top":
                default("row_pad", max(on["row_pad"], 5))
        if on["layout"] in ("in-column", "side-by-side"):
            default("layout", "single")
    if on["stub"] in ("wrapped-first", "wrapped-last", "wrapped-middle") and on["rules"] not in ("rows", "lattice", "open-sides", "zebra"):
        default("row_pad", max(on["row_pad"], 1 if on["hang"] else 2.5))
        if on["stub"] == "wrapped-middle":
            default("row_pad", max(on["row_pad"], 4))
    if on["layout"] in ("in-column", "side-by-side"):
        default("columns", min(on["columns"], 4))
        default("size", min(on["size"], 9))
        default("fit", "fit")
        default("head", "flat" if on["rules"] not in ("spanner", "spanner-only") else "spanners")
        default("gap", min(on["gap"], 1.8))
        default("rows", min(on["rows"], 12))
    if on["layout"] == "two-below":
        default("rows", min(on["rows"], 11))
    if on["columns"] >= 8:
        default("size", min(on["size"], 8))
        default("gap", min(on["gap"], 1.8))
    elif on["columns"] >= 6:
        default("size", min(on["size"], 9))
        default("gap", min(on["gap"], 2.5))
    if on["percent"] == "sign-apart" and on["gap"] < 1.3:
        default("gap", 1.3)
    if on["currency"] == "edge" and on["gap"] < 1:
        default("gap", 1.0)
    on["landscape"] = on["columns"] >= 9 or (on["columns"] >= 7 and rng.random() < 0.3)
    if on["lang"] == "zh" and on["leaders"] != "none":
        default("leaders", "…")


# ---------------------------------------------------------------- what is no table

def escape(text):
    return html.escape(text)


def prose(rng, on, low=2, high=5):
    style = "margin:%dpt 0;text-align:%s" % (rng.choice([4, 6, 9]), rng.choice(["justify", "left"]))
    indent = "text-indent:2em;" if on["lang"] == "zh" or rng.random() < 0.3 else ""
    return '<p style="%s%s">%s</p>' % (indent, style, escape(words.paragraph(rng, on["lang"], rng.randint(low, high))))


def heading(rng, on):
    return '<p style="font-weight:bold;font-size:%gpt;margin:8pt 0 4pt">%s</p>' % (
        on["prose_size"] + 2, escape(rng.choice(words.HEADINGS[on["lang"]])))


def bullets(rng, on):
    numbered = rng.random() < 0.5
    out = []
    for i in range(rng.randint(3, 6)):
        mark = "%d." % (i + 1) if numbered else "•"
        if on["lang"] == "zh" and numbered:
            mark = "（%s）" % "一二三四五六"[i]
        out.append('<div style="display:flex;margin:2pt 0"><span style="width:%gem;flex:none">%s</span><span>%s</span></div>' % (
            3 if "（" in mark else 1.8, mark, escape(words.paragraph(rng, on["lang"], rng.randint(1, 2)))))
    return "".join(out)


def contents(rng, on):
    entries = words.ENTRIES[on["lang"]][:rng.randint(6, 11)]
    page, out = 1, []
    for entry in entries:
        page += rng.randint(0, 9)
        indent, dots = 2 if entry[:2] in ("一、", "二、", "三、") else 0, rng.choice([".", " .", "…"] if on["lang"] == "zh" else [".", " ."])
        out.append('<div class="toc" style="margin:2pt 0;margin-left:%gem"><span>%s</span><span class="fill" data-l="%s"></span>'
                   '<span>%d</span></div>' % (indent, escape(entry), dots, page))
    title = "目  录" if on["lang"] == "zh" else "Contents"
    return '<p style="text-align:center;font-weight:bold">%s</p>%s' % (title, "".join(out))


def keyvalues(rng, on, aligned):
    pairs = words.keyed(rng, on["lang"], rng.randint(2, 4))
    if aligned:
        return "".join('<div style="display:flex"><span style="width:8em;flex:none">%s</span><span>%s</span></div>' % (escape(k), escape(v))
                       for k, v in pairs)
    return "".join("<div>%s %s</div>" % (escape(k), escape(v)) for k, v in pairs)


def letterhead(rng, on):
    if on["lang"] == "zh":
        left, right = "松岭县统计局", "松统字〔2022〕%d号" % rng.randint(1, 99)
    else:
        left, right = "Office of Regional Statistics", "March %d, 2022" % rng.randint(1, 28)
    return '<div style="display:flex;justify-content:space-between;margin:4pt 0"><span>%s</span><span>%s</span></div>' % (left, right)


def index(rng, on):
    return '<div style="column-count:3;column-gap:14pt">%s</div>' % "".join("<div>%s</div>" % escape(e) for e in words.INDEX[on["lang"]])


def equation(rng, on):
    a = rng.choice(["<i>r</i> = (<i>x</i><sub>1</sub> − <i>x</i><sub>0</sub>) / <i>x</i><sub>0</sub> × 100",
                    "<i>I</i> = Σ <i>p</i><sub>t</sub> <i>q</i><sub>0</sub> / Σ <i>p</i><sub>0</sub> <i>q</i><sub>0</sub>",
                    "SE = √( <i>f</i><sub>1</sub> <i>n</i> + <i>f</i><sub>2</sub> <i>n</i><sup>2</sup> )"])
    return '<div style="display:flex;margin:6pt 0"><span style="flex:1;text-align:center">%s</span><span>(%d)</span></div>' % (a, rng.randint(1, 9))


def chart(rng, on):
    bars, labels = [], []
    count = rng.randint(4, 7)
    for i in range(count):
        h = rng.randint(10, 90)
        bars.append('<rect x="%d" y="%d" width="22" height="%d" fill="#7a9cc6"/>' % (40 + i * 45, 100 - h, h))
        labels.append('<text x="%d" y="112" text-anchor="middle">%d</text>' % (51 + i * 45, 2015 + i))
        if rng.random() < 0.5:
            labels.append('<text x="%d" y="%d" text-anchor="middle">%d.%d</text>' % (51 + i * 45, 97 - h, h // 10, h % 10))
    axis = "".join('<text x="30" y="%d" text-anchor="end">%d</text><path d="M36 %dH%d" stroke="#ccc" stroke-width=".5"/>' % (
        103 - v, v // 10, 100 - v, 40 + count * 45) for v in range(0, 100, 25))
    name = "图1 增长速度（%）" if on["lang"] == "zh" else "Figure 1. Rate of growth, percent"
    return ('<p style="text-align:center;margin:4pt 0">%s</p>'
            '<svg width="370" height="120" style="display:block;margin:0 auto;font-size:8px">%s%s%s</svg>') % (
        name, axis, "".join(bars), "".join(labels))


def signature(rng, on):
    a, b = ("松岭县统计局", "2023年3月18日") if on["lang"] == "zh" else ("Director, Division of Methods", "March 18, 2023")
    return '<div style="text-align:right;margin:8pt 0">%s<br>%s</div>' % (a, b)


def references(rng, on):
    return "".join('<p style="margin:3pt 0;padding-left:1.6em;text-indent:-1.6em">[%d] %s</p>' % (i + 1, escape(words.sentence(rng, on["lang"]) + (
        " Vol. %d, pp. %d–%d." % (rng.randint(2, 40), rng.randint(1, 90), rng.randint(91, 140))))) for i in range(rng.randint(3, 6)))


def box(rng, on):
    """A paragraph in a frame, or in a frame of two parts: rules that hold no table."""
    head = heading(rng, on)
    if rng.random() < 0.5:
        head = '<div style="border-bottom:0.75pt solid #000;padding:2pt 8pt">%s</div>' % head
    return '<div style="border:0.75pt solid #000;margin:8pt 0">%s<div style="padding:2pt 8pt">%s</div></div>' % (head, prose(rng, on))


def shaded(rng, on):
    return "".join('<div style="background:%s;padding:2pt 6pt;margin:%dpt 0">%s</div>' % (on["shade"], gap, prose(rng, on, 1, 3))
                   for gap in rng.choice([[6], [0, 1, 0], [6, 6]]))


def underlined(rng, on):
    return "".join('<div style="border-bottom:%gpt solid #000;margin:6pt 0">%s</div>%s' % (on["thin"], heading(rng, on), prose(rng, on, 1, 3))
                   for _ in range(rng.randint(2, 4)))


def frame(rng, on):
    width, height = PAPER[on["paper"]]
    edge = rng.choice([24, 36])
    return '<div style="position:fixed;left:%dpt;top:%dpt;width:%gpt;height:%gpt;border:1pt solid #000"></div>%s' % (
        edge, edge, width - 2 * edge, height - 2 * edge, prose(rng, on) + bullets(rng, on) + prose(rng, on))


def addresses(rng, on):
    """Blocks of lines side by side: to whom, from whom."""
    one = lambda: "".join("<div>%s</div>" % escape(value) for _, value in words.keyed(rng, on["lang"], rng.randint(2, 4)))
    return '<div style="display:flex;justify-content:space-between;margin:8pt 0"><div>%s</div><div>%s</div></div>' % (one(), one())


def blanks(rng, on):
    """A form to be filled in by hand: labels and lines."""
    labels = [k.rstrip(":：") for k, _ in words.KEYS[on["lang"]]]
    return "".join('<div style="display:flex;margin:5pt 0">%s&nbsp;<span style="flex:1;border-bottom:0.5pt solid #000"></span></div>' % escape(label)
                   for label in rng.sample(labels, rng.randint(3, 6)))


OTHERS = {"prose": prose, "heading": heading, "list": bullets, "contents": contents, "keys": lambda r, o: keyvalues(r, o, False),
          "keys-aligned": lambda r, o: keyvalues(r, o, True), "letterhead": letterhead, "index": index, "equation": equation, "chart": chart,
          "signature": signature, "references": references, "box": box, "shaded": shaded, "underlined": underlined, "frame": frame,
          "addresses": addresses, "blanks": blanks}


# ---------------------------------------------------------------- pages

def title(rng, on, number):
    lang = on["lang"]
    name = rng.choice(words.TITLES[lang])
    label = {"en": ["Table %d. ", "TABLE %d.\u2014", "Table A-%d. "], "zh": ["表%d  ", "%d-3  ", "表%d "]}[lang]
    text = rng.choice(label) % number + name
    if lang == "en" and rng.random() < 0.3:
        text = text.upper()
    align = rng.choice(["center", "left"])
    out = '<p class="cap" style="text-align:%s;font-weight:%s;font-size:%gpt;margin:6pt 0 2pt">%s</p>' % (
        align, rng.choice(["bold", "normal"]), on["size"] + rng.choice([0, 1, 2]), escape(text).replace("  ", "&emsp;"))
    if rng.random() < 0.2:
        out += '<p class="cap" style="text-align:%s;font-size:%gpt;margin:0 0 2pt">%s</p>' % (
            align, on["size"], "2021 and 2022" if lang == "en" else "（2022年）")
    return out


def around(rng, on, body, number, captioned=True):
    """A table with its caption, unit remark and notes."""
    out = ""
    if captioned or rng.random() < 0.75:
        out += title(rng, on, number)
    if rng.random() < 0.45:
        align = rng.choice(["right", "right", "left"] if on["lang"] == "zh" else ["center", "left", "right"])
        out += '<p style="text-align:%s;font-size:%gpt;margin:1pt 0 3pt">%s</p>' % (
            align, on["size"], escape(rng.choice(words.UNIT_LINE[on["lang"]])).replace("  ", "&emsp;"))
    out += '<div style="height:%gpt"></div>%s' % (rng.choice([1, 3, 5]) if out else 14, body)  # what has no caption stands apart
    if rng.random() < 0.55:
        out += '<div style="height:%gpt"></div>' % rng.choice([3, 4, 8])
        for note in rng.sample(words.NOTES[on["lang"]], rng.randint(1, 3)):
            out += '<p style="font-size:%gpt;margin:0;line-height:1.2">%s</p>' % (max(6, on["size"] - 1), escape(note))
    return out + '<div style="height:%gpt"></div>' % rng.choice([8, 12])


def furniture(rng, on, page):
    out = ""
    if rng.random() < 0.6:
        mark = rng.choice(["%d", "- %d -", "— %d —", "Page %d" if on["lang"] == "en" else "第%d页"]) % (page + rng.choice([0, 10]))
        out += '<div style="position:absolute;bottom:22pt;left:0;right:0;text-align:center;font-size:9pt">%s</div>' % mark
    if rng.random() < 0.4:
        out += ('<div style="position:absolute;top:22pt;left:54pt;right:54pt;font-size:8pt;display:flex;justify-content:space-between%s">'
                '<span>%s</span><span>2022</span></div>') % (
            rng.choice(["", ";border-bottom:0.5pt solid #000"]), "Annual Report on Regional Statistics" if on["lang"] == "en" else "松岭统计年鉴")
    return out


def document(rng, on):
    """(HTML, [(sheet, page)]): pages are counted from 1."""
    width, height = PAPER[on["paper"]]
    if on["landscape"]:
        width, height = height, width
    pages, tables = [""], []

    def some(count, kinds=("prose",) * 5 + ("heading", "list", "keys", "keys-aligned", "letterhead", "equation")):
        used = [rng.choice(kinds) for _ in range(count)]
        on["around"] = sorted(set(on.get("around", [])) | set(used))
        return "".join(OTHERS[kind](rng, on) for kind in used)

    def one(**more):
        made = sheet.build(rng, dict_view(on, more))
        tables.append((made, len(pages)))
        return sheetlook.render(made, dict_view(on, more), len(tables) - 1)

    layout = on["layout"]
    if layout == "bare":
        pages[-1] = around(rng, on, one(), 1)
    elif layout == "none":
        kind = on["no_table"]
        if kind == "two-columns":
            pages[-1] = heading(rng, on) + '<div style="column-count:2;column-gap:18pt">%s</div>' % "".join(
                kind(rng, on) for kind in (prose, bullets, prose, heading, prose))
        else:
            pages[-1] = some(rng.randint(0, 2)) + OTHERS[kind](rng, on) + some(rng.randint(1, 3))
    elif layout == "single":
        pages[-1] = some(rng.randint(0, 2)) + around(rng, on, one(), 1, False) + some(rng.randint(0, 2))
    elif layout == "two-below":
        pages[-1] = (some(rng.randint(0, 1)) + around(rng, on, one(), 1) + some(rng.randint(0, 1)) + around(rng, on, one(), 2)
                     + some(rng.randint(0, 1)))
    elif layout == "side-by-side":
        left, right = around(rng, on, one(), 1), around(rng, on, one(), 2)
        pair = '<div style="display:flex;gap:%gpt;align-items:flex-start"><div>%s</div><div>%s</div></div>'
        pages[-1] = some(rng.randint(0, 2)) + pair % (rng.choice([24, 30, 40]), left, right) + some(rng.randint(0, 2))
    elif layout == "in-column":
        plain = ("prose",) * 6 + ("heading", "list")
        pages[-1] = '<div style="column-count:2;column-gap:%gpt">%s</div>' % (
            rng.choice([16, 20, 24]), some(rng.randint(1, 2), plain) + '<div style="break-inside:avoid">%s</div>' % around(rng, on, one(), 1)
            + some(rng.randint(2, 4), plain))
    elif layout == "two-pages":
        pages[-1] = OTHERS[rng.choice(["contents", "prose", "chart", "index"])](rng, on) + some(2)
        pages.append("")
        pages[-1] = around(rng, on, one(), 1) + some(rng.randint(0, 2))
    family = "'%s', %s" % (on["font"], "sans-serif" if "Sans" in on["font"] else "serif")
    if on["lang"] == "zh" and on["latin"]:
        family = "'%s', %s" % (on["latin"], family)
    css = """@page { size: %gpt %gpt; margin: 0 } body { margin: 0; font: %gpt/1.3 %s; color: #000; -webkit-print-color-adjust: exact }
.page { position: relative; width: %gpt; height: %gpt; overflow: hidden; break-after: page } .page:last-child { break-after: auto }
.flow { position: absolute; top: 50pt; left: 54pt; width: %gpt } p { margin: 0 }
table.t { border-collapse: collapse } table.t td { white-space: nowrap } table.t tr.space { height: 0.8em }
sup { font-size: 65%%; line-height: 0 } sub { font-size: 65%%; line-height: 0 } .cur { float: left; margin-right: 0.5em }
.f { display: inline-block; text-align: left } .lead, .toc { white-space: nowrap } .lead { text-align: left } .toc { display: flex }
.toc .fill { flex: 1; overflow: hidden; text-align: right; min-width: 2em }""" % (
        width, height, on["prose_size"], family, width, height - 1, width - 108)
    if on["one_face"]:  # for small files
        css += " * { font-weight: normal !important; font-style: normal !important }"
    body = "".join('<div class="page">%s<div class="flow">%s</div></div>' % (
        "" if layout == "bare" else furniture(rng, on, i + 1), page) for i, page in enumerate(pages))
    return '<!DOCTYPE html><html lang="%s"><head><meta charset="utf-8"><style>%s</style></head><body>%s</body></html>' % (
        "zh-CN" if on["lang"] == "zh" else "en", css, body), tables


class dict_view(dict):
    """The switches with a few replaced; what building settles (a head that could not be had) is written through."""

    def __init__(self, on, more):
        super().__init__(on)
        self.update(more)
        self.on = on

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        self.on[key] = value


# Fills in leaders, then says where everything stands: the texts of cells with their ink, and what passes the page's margins.
MEASURE = r"""(() => {
  for (const e of document.querySelectorAll('.lead')) {
    const dots = e.querySelector('.dots'), unit = e.dataset.l, right = e.getBoundingClientRect().right;
    while (dots.textContent.length < 200) {
      dots.textContent += unit;
      if (dots.getBoundingClientRect().right > right) { dots.textContent = dots.textContent.slice(0, -unit.length); break; }
    }
  }
  for (const e of document.querySelectorAll('.toc .fill')) {
    const room = e.clientWidth, unit = e.dataset.l;
    e.style.overflow = 'visible'; e.style.flex = 'none';
    while (e.textContent.length < 300) { e.textContent += unit; if (e.getBoundingClientRect().width > room) break; }
    e.textContent = e.textContent.slice(0, -unit.length); e.style.flex = '1';
  }
  const pages = [...document.querySelectorAll('.page')].map(p => {
    const f = p.querySelector('.flow'), a = p.getBoundingClientRect(), b = f.getBoundingClientRect();
    return [a.bottom - b.bottom - 45, f.clientWidth - f.scrollWidth];
  });
  const tables = [...document.querySelectorAll('.t')].map(t => {
    const cells = new Map();  // a typed cell is several pieces
    for (const e of t.querySelectorAll('[data-i]')) {
      const i = +e.dataset.i, cell = cells.get(i) || {i, text: '', box: null, lines: 0}, lines = new Set();
      const walk = document.createTreeWalker(e, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) {
        if (!walk.currentNode.data.trim()) continue;
        const range = document.createRange();
        range.selectNodeContents(walk.currentNode);
        for (const r of range.getClientRects()) {
          if (!r.width) continue;
          lines.add(Math.round(r.bottom / 4));
          const b = cell.box || [r.left, r.top, r.right, r.bottom];
          cell.box = [Math.min(b[0], r.left), Math.min(b[1], r.top), Math.max(b[2], r.right), Math.max(b[3], r.bottom)];
        }
      }
      cell.text += e.textContent;
      cell.lines += lines.size;
      cells.set(i, cell);
    }
    return {index: +t.dataset.t, room: t.parentElement.getBoundingClientRect().width - t.scrollWidth, cells: [...cells.values()]};
  });
  return {pages, tables};
})()"""
