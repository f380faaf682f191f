"""Texts as producers put them on a page: fonts and their codes, runs, spacing, letters painted twice, letters nobody sees."""

import os
import unicodedata

from .pdf import advance, width

SPREAD = 0.4       # em added between the letters of a label at most
SUPPLEMENT = {"长": "\u2ed3", "门": "\u2ed4", "页": "\u2eda", "风": "\u2edb", "见": "\u2ec5", "车": "\u2ecb", "马": "\u2ee2", "贝": "\u2ec9",
              "食": "\u2edd", "民": "\u2ea0", "西": "\u2ec4", "母": "\u2e9f", "青": "\u2ed8", "齐": "\u2eec"}


def look_alike(kind):
    """{letter: what a ToUnicode map calls it}."""
    if kind == "supplement":
        return SUPPLEMENT
    if kind == "zero_width":  # behind some letters one that is not seen
        return {c: c + mark for c, mark in zip("政府信息公开申请结转办理予以", "\u200b\u200c\u200d\ufeff\u00ad\u2060" * 3)}
    first, last = (0x2f00, 0x2fd5) if kind == "kangxi" else (0xf900, 0xfad9)
    out = {}
    for code in range(first, last + 1):
        plain = unicodedata.normalize("NFKC", chr(code))
        if plain != chr(code):
            out.setdefault(plain, chr(code))
    return out


def character_ids():
    """{letter: CID of Adobe-GB1}, from the CMap that poppler-data has."""
    path = "/usr/share/poppler/cMap/Adobe-GB1/UniGB-UCS2-H"
    if not os.path.exists(path):
        raise SystemExit("the font switch 'identity' needs poppler-data: " + path)
    out, kind = {}, None
    with open(path, encoding="latin-1") as f:
        for line in f:
            words = line.split()
            if line.startswith("end"):
                kind = None
            elif len(words) == 2 and words[1] in ("begincidchar", "begincidrange"):
                kind = words[1]
            elif kind == "begincidchar":
                out[chr(int(words[0][1:-1], 16))] = int(words[1])
            elif kind == "begincidrange":
                for code in range(int(words[0][1:-1], 16), int(words[1][1:-1], 16) + 1):
                    out[chr(code)] = int(words[2]) + code - int(words[0][1:-1], 16)
    return out


class Font:
    """The CJK font of a report (F1) and the codes in which it is asked for letters."""

    ENCODINGS = {None: "UniGB-UCS2-H", "gbk": "GBK-EUC-H", "utf16": "UniGB-UTF16-H", "identity": "Identity-H", "identity_map": "Identity-H"}

    def __init__(self, on):
        self.kind, self.similar = on.get("cjk_font"), look_alike(on["look_alikes"]) if on.get("look_alikes") else {}
        self.ids = character_ids() if str(self.kind).startswith("identity") else {}
        self.used = {}  # letter: code in hexadecimal digits

    def hexed(self, text):
        return "".join(self.code(c) for c in text)

    def code(self, char):
        if char not in self.used:
            if self.kind == "gbk":
                code = char.encode("gbk").hex()
            elif self.ids:
                code = "%04x" % self.ids[char]
            else:
                code = char.encode("utf-16-be").hex()
            self.used[char] = code.upper()
        return self.used[char]

    def to_unicode(self):
        """The text of a ToUnicode map, or None where the font needs none."""
        if not self.similar and self.kind != "identity_map":
            return None
        pairs = ["<%s> <%s>" % (code, self.similar.get(char, char).encode("utf-16-be").hex().upper()) for char, code in self.used.items()]
        blocks = [pairs[i:i + 100] for i in range(0, len(pairs), 100)]
        return unicode_map("".join("%d beginbfchar\n%s\nendbfchar\n" % (len(b), "\n".join(b)) for b in blocks),
                           "<00> <FFFF>" if self.kind == "gbk" else "<0000> <FFFF>")


def unicode_map(body, space="<0000> <FFFF>"):
    return ("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            "1 begincodespacerange\n%s\nendcodespacerange\n%sendcmap\nend\nend\n" % (space, body))


def runs(text):
    """Cuts a text into Latin and CJK runs, as Word does."""
    out = []
    for char in text:
        latin = ord(char) < 0x80
        if out and (ord(out[-1][0]) < 0x80) == latin:
            out[-1] += char
        else:
            out.append(char)
    return out


def times_width(text, size):
    narrow = {" ": 0.25, ".": 0.25, ",": 0.25, "-": 0.333, "/": 0.278, "(": 0.333, ")": 0.333, "%": 0.833, "@": 0.921, "+": 0.564,
              "i": 0.278, "l": 0.278, "g": 0.5, "m": 0.778, "e": 0.444, "a": 0.444, "c": 0.444, ":": 0.278}
    return sum(narrow.get(c, 0.5) for c in text) * size


def is_han(text):
    return all("\u4e00" <= c <= "\u9fff" for c in text)


def spread(flow, text, size, room):
    """(text, space to add between its letters): labels that stand apart where there is room for it."""
    how = flow.on.get("spread")
    if how in (None, "letters") or len(text) < 2 or not is_han(text):
        return text, 0.0
    free = (room - width(text, size)) / (len(text) - 1)
    if how == "with_spaces":
        return (" ".join(text), 0.0) if free >= 0.5 * size else (text, 0.0)
    return text, max(0.0, min(SPREAD * size, free))


def used_width(flow, text, size, room):
    text, extra = spread(flow, text, size, room)
    return width(text, size) + extra * (len(text) - 1)


def shown(flow, x, y, text, size, bold=False, room=0.0):
    """Operators that paint the text; y grows upwards. One each where the letters come one by one."""
    text, extra = spread(flow, text, size, room)
    out = []
    for run in runs(text) if flow.manner == "word" else [text]:
        latin = flow.manner == "word" and ord(run[0]) < 0x80
        one_by_one = flow.on.get("spread") == "letters" or str(flow.on.get("paint_order")).startswith("letters")
        for part in run if one_by_one else [run]:
            for copy in range(flow.on.get("fake_bold", 1)):
                out.append(piece(flow, x + 0.2 * copy, y, part, size, bold, latin, extra))
            x += (times_width(part, size) if latin else width(part, size)) + extra * len(part)
    return out


def piece(flow, x, y, text, size, bold, latin, extra):
    mode = "2 Tr 0.3 w " if bold else ""
    if latin:
        return "BT %s/F3 %.2f Tf 1 0 0 1 %.2f %.2f Tm (%s) Tj ET" % (
            mode, size, x, y, text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)"))
    show = "<%s> Tj" % flow.font.hexed(text)
    if extra and flow.on.get("spread") == "kerned":
        show = "[%s] TJ" % (" %d " % (-1000 * extra / size)).join("<%s>" % flow.font.hexed(c) for c in text)
    elif extra:
        show = "%.3f Tc %s 0 Tc" % (extra, show)
    return "BT %s/F1 %.2f Tf 1 0 0 1 %.2f %.2f Tm %s ET" % (mode, size, x, y, show)


def long_run(flow, y, parts, size):
    """Numbers of several columns in one run. parts: [(x, text)] from left to right."""
    if flow.on["long_run"] == "with_spaces":  # the space is stretched, as a justified line has it
        x, text = parts[0]
        for after, more in parts[1:]:
            spaces = max(1, round((after - x - sum(advance(c) for c in text) * size) / (0.5 * size)))
            text += " " * spaces + more
        return "BT /F1 %.2f Tf 1 0 0 1 %.2f %.2f Tm <%s> Tj ET" % (size, x, y, flow.font.hexed(text))
    shows, at = [], parts[0][0]
    for x, text in parts:
        if shows:
            shows.append("%d" % (-1000 * (x - at) / size))
        shows.append("<%s>" % flow.font.hexed(text))
        at = x + width(text, size)
    return "BT /F1 %.2f Tf 1 0 0 1 %.2f %.2f Tm [%s] TJ ET" % (size, parts[0][0], y, " ".join(shows))


def hidden(flow, x, y, text, size):
    """Operators for a text that is not seen, by the switch "hidden_ink"; to be painted before what is seen."""
    how = flow.on["hidden_ink"]
    show = "BT %s/F1 %.2f Tf 1 0 0 1 %.2f %.2f Tm <%s> Tj ET" % (
        "3 Tr " if how == "mode" else "", size, -300 if how == "off_page" else x, y, flow.font.hexed(text))
    before, after = {"white": ("1 g", ""), "transparent": ("/Clear gs", ""), "layer": ("/OC /Off BDC", "EMC"),
                     "clipped": ("0 0 1 1 re W n", ""),
                     "covered": ("", "1 g %.2f %.2f %.2f %.2f re f" % (x - 0.5, y - 0.15 * size, width(text, size) + 1, 1.05 * size))}.get(how, ("", ""))
    return "q 0 g %s %s %s Q" % (before, show, after)
