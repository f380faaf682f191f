"""Fonts of ten digits that a reader sees and that the file does not name: seven bars a digit, under codes that mean others."""

import struct

BARS = [(80, 640, 420, 700), (370, 350, 430, 700), (370, 0, 430, 350), (80, 0, 420, 60), (70, 0, 130, 350), (70, 350, 130, 700), (80, 320, 420, 380)]
LIT = ["012345", "12", "01346", "01236", "1256", "02356", "023456", "012", "0123456", "012356"]  # which bars, from the top clockwise, 6 in the middle


def code(digit):
    """The code of a digit: that of another one."""
    return 0x30 + (int(digit) * 7 + 3) % 10


def bars(digit):
    return [BARS[int(b)] for b in LIT[digit]]


def glyph(digit):
    """TrueType outlines: a rectangle for each bar."""
    boxes = bars(digit)
    points = [p for x0, y0, x1, y1 in boxes for p in ((x0, y0), (x0, y1), (x1, y1), (x1, y0))]
    out = struct.pack(">hhhhh", len(boxes), 70, 0, 430, 700)
    out += b"".join(struct.pack(">H", 4 * i + 3) for i in range(len(boxes))) + struct.pack(">H", 0) + b"\x01" * len(points)
    for axis in (0, 1):
        last = 0
        for p in points:
            out += struct.pack(">h", p[axis] - last)
            last = p[axis]
    return out + b"\0" * (-len(out) % 4)


def truetype():
    count = 0x40
    outlines = {code(d): glyph(d) for d in range(10)}
    glyf, loca = b"", []
    for g in range(count):
        loca.append(len(glyf))
        glyf += outlines.get(g, b"")
    loca.append(len(glyf))
    tables = {
        b"head": struct.pack(">IIIIHHQQhhhhHHhhh", 0x10000, 0x10000, 0, 0x5F0F3CF5, 0, 1000, 0, 0, 0, 0, 500, 700, 0, 8, 2, 1, 0),
        b"hhea": struct.pack(">IhhhHhhhhhhhhhhhH", 0x10000, 880, -120, 0, 500, 0, 0, 500, 1, 0, 0, 0, 0, 0, 0, 0, count),
        b"maxp": struct.pack(">I14H", 0x10000, count, 28, 7, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
        b"hmtx": struct.pack(">Hh", 500, 0) * count, b"loca": b"".join(struct.pack(">I", x) for x in loca), b"glyf": glyf}
    out = struct.pack(">IHHHH", 0x10000, len(tables), 64, 2, len(tables) * 16 - 64)
    at, body = 12 + 16 * len(tables), b""
    for tag in sorted(tables):
        data = tables[tag] + b"\0" * (-len(tables[tag]) % 4)
        out += tag + struct.pack(">III", sum(struct.unpack(">%dI" % (len(data) // 4), data)) & 0xFFFFFFFF, at + len(body), len(tables[tag]))
        body += data
    return out + body


def add_font(pdf, how):
    """F4 with those digits. how: "glyph_numbers", "identity" (a ToUnicode map that gives every code back) or "type3"."""
    if how == "type3":
        procs = {d: pdf.stream("500 0 70 0 430 700 d1 " + " ".join("%d %d %d %d re" % (a, b, c - a, e - b) for a, b, c, e in bars(d)) + " f")
                 for d in range(10)}
        names = " ".join("%d/g%d" % (code(d), code(d)) for d in range(10))
        pdf.fonts += "/F4 %d 0 R" % pdf.add(
            "<</Type/Font/Subtype/Type3/FontBBox[0 0 500 700]/FontMatrix[0.001 0 0 0.001 0 0]/FirstChar 48/LastChar 57/Widths[%s]"
            "/Encoding<</Type/Encoding/Differences[%s]>>/CharProcs<<%s>>/Resources<<>>>>" % (
                "500 " * 10, names, "".join("/g%d %d 0 R" % (code(d), p) for d, p in procs.items())))
        return
    data = truetype()
    file = pdf.stream(data, "/Length1 %d" % len(data))
    descriptor = pdf.add("<</Type/FontDescriptor/FontName/ABCDEF+SimSun/Flags 4/FontBBox[0 0 500 700]/ItalicAngle 0/Ascent 859/Descent -140"
                         "/CapHeight 683/StemV 80/FontFile2 %d 0 R>>" % file)
    descendant = pdf.add("<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
                         "/Supplement 0>>/CIDToGIDMap/Identity/DW 500/FontDescriptor %d 0 R>>" % descriptor)
    more = ""
    if how == "identity":
        from .letters import unicode_map
        more = "/ToUnicode %d 0 R" % pdf.stream(unicode_map("1 beginbfrange\n<0000> <FFFF> <0000>\nendbfrange\n"))
    pdf.fonts += "/F4 %d 0 R" % pdf.add("<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+SimSun/Encoding/Identity-H/DescendantFonts[%d 0 R]%s>>" % (
        descendant, more))


def hexed(text, how):
    return "".join(("%02X" if how == "type3" else "%04X") % code(c) for c in text)
