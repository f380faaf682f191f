"""A tiny PDF writer: pages of raw content operators, CJK fonts that are not embedded (the reader's own CMaps are needed)."""

import zlib


class Pdf:
    """Fonts: F1 horizontal song, F2 the same for vertical writing, F3 Times for digits and Latin letters."""

    METRICS = {None: (880, -120), "flat": (220, -36), "huge": (2100, -900), "none": (0, 0)}

    def __init__(self, producer, title=None, compress=True, metrics=None, encoding="UniGB-UCS2-H", to_unicode=None):
        """metrics: what the font says of its height."""
        self.objects = []
        self.pages = []
        self.compress = compress
        self.catalog = self.add(None)
        self.tree = self.add(None)
        ascent, descent = self.METRICS[metrics]
        descriptor = self.add("<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 %d 1000 %d]/ItalicAngle 0/Ascent %d"
                              "/Descent %d/CapHeight 880/StemV 93>>" % (-254 if metrics is None else descent, ascent, ascent, descent))
        halves = "814 908 500 7716 7716 500" if encoding.startswith("GBK") else "1 95 500"
        descendant = self.add("<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)"
                              "/Supplement 4>>/DW 1000/W[%s]/FontDescriptor %d 0 R>>" % (halves, descriptor))
        more = "/ToUnicode %d 0 R" % self.stream(to_unicode) if to_unicode else ""
        fonts = [self.add("<</Type/Font/Subtype/Type0/BaseFont/STSong-Light-%s/Encoding/%s/DescendantFonts[%d 0 R]%s>>" % (
            name, name, descendant, map_)) for name, map_ in ((encoding, more), ("UniGB-UCS2-V", ""))]
        times = self.add("<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>")
        self.fonts = "/F1 %d 0 R/F2 %d 0 R/F3 %d 0 R" % (fonts[0], fonts[1], times)
        self.images = self.catalog_more = self.resources_more = ""
        self.resources = self.add(None)
        info = "<</Producer(%s)" % producer
        if title:
            info += "/Title<FEFF%s>" % title.encode("utf-16-be").hex().upper()
        self.info = self.add(info + ">>")

    def add(self, body):
        self.objects.append(body)
        return len(self.objects)

    def stream(self, data, more=""):
        raw = zlib.compress(data if isinstance(data, bytes) else data.encode("latin-1"), 9)
        return self.add(("<</Length %d%s/Filter/FlateDecode>>\nstream\n" % (len(raw), more)).encode("latin-1") + raw + b"\nendstream")

    def add_font_without_unicode(self):
        """F4: a font whose codes nothing explains; its reader takes them for code points."""
        descriptor = self.add("<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[-8 -145 1000 859]/ItalicAngle 0/Ascent 859"
                              "/Descent -140/CapHeight 683/StemV 80>>")
        descendant = self.add("<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
                              "/Supplement 0>>/DW 500/FontDescriptor %d 0 R>>" % descriptor)
        font = self.add("<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/Identity-H/DescendantFonts[%d 0 R]>>" % descendant)
        self.fonts += "/F4 %d 0 R" % font

    def add_states(self):
        """/Clear and /Faint, states that paint nothing or little, and /Off, a layer that is not shown."""
        layer = self.add("<</Type/OCG/Name(Notes)>>")
        self.catalog_more += "/OCProperties<</OCGs[%d 0 R]/D<</OFF[%d 0 R]>>>>" % (layer, layer)
        self.resources_more += "/ExtGState<</Clear<</ca 0/CA 0>>/Faint<</ca 0.3>>>>/Properties<</Off %d 0 R>>" % layer

    def add_image(self, columns, rows, bits):
        """A picture of one bit a pixel, 1 for black; the name that paints it."""
        raw = zlib.compress(bits, 9)
        image = self.add(b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 1/Decode[1 0]"
                         b"/Filter/FlateDecode/Length %d>>\nstream\n" % (columns, rows, len(raw)) + raw + b"\nendstream")
        self.images += "/Im%d %d 0 R" % (image, image)
        return "Im%d" % image

    def page(self, operators, width, height, rotate=0, box=None):
        """rotate: the content is turned so that /Rotate shows it upright; box: where the page lies in its coordinates."""
        data = "\n".join(operators)
        turns = {90: ("0 1 -1 0", height, "0"), 180: ("-1 0 0 -1", width, "%.2f" % height), 270: ("0 -1 1 0", 0, "%.2f" % width)}
        if rotate:
            data = "q %s %.2f %s cm\n%s\nQ" % (turns[rotate] + (data,))
            width, height = (width, height) if rotate == 180 else (height, width)
        x, y = {"origin": (120, 260), "negative": (-width, -height)}.get(box, (0, 0))
        if x:
            data = "q 1 0 0 1 %.2f %.2f cm\n%s\nQ" % (x, y, data)
        raw = data.encode("latin-1")
        if self.compress:
            raw = zlib.compress(raw, 9)
        stream = self.add((b"<</Length %d%s>>\nstream\n" % (len(raw), b"/Filter/FlateDecode" if self.compress else b"")) + raw + b"\nendstream")
        media = "/MediaBox[0 0 %.2f %.2f]" % (width, height)
        if box is True:
            media = "/MediaBox[-20 -30 %.2f %.2f]/CropBox[0 0 %.2f %.2f]" % (width + 15, height + 25, width, height)
        elif box == "beyond":  # larger than the page, which cuts it
            media += "/CropBox[-50 -60 %.2f %.2f]" % (width + 40, height + 70)
        elif box:
            media = "/MediaBox[%.2f %.2f %.2f %.2f]" % (x, y, x + width, y + height)
        self.pages.append(self.add("<</Type/Page/Parent %d 0 R%s%s/Resources %d 0 R/Contents %d 0 R>>" % (
            self.tree, media, "/Rotate %d" % rotate if rotate else "", self.resources, stream)))

    def write(self, path):
        self.objects[self.catalog - 1] = "<</Type/Catalog/Pages %d 0 R%s>>" % (self.tree, self.catalog_more)
        images = "/XObject<<%s>>" % self.images if self.images else ""
        self.objects[self.resources - 1] = "<</Font<<%s>>%s%s>>" % (self.fonts, images, self.resources_more)
        self.objects[self.tree - 1] = "<</Type/Pages/Count %d/Kids[%s]>>" % (len(self.pages), " ".join("%d 0 R" % p for p in self.pages))
        out = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
        offsets = []
        for i, body in enumerate(self.objects):
            offsets.append(len(out))
            out += b"%d 0 obj\n" % (i + 1) + (body if isinstance(body, bytes) else body.encode("latin-1")) + b"\nendobj\n"
        start = len(out)
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(self.objects) + 1)
        for offset in offsets:
            out += b"%010d 00000 n \n" % offset
        out += b"trailer\n<</Size %d/Root %d 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(self.objects) + 1, self.catalog, self.info, start)
        with open(path, "wb") as f:
            f.write(out)


def advance(char):
    """Of F1 and F3 in em."""
    return 0.5 if ord(char) < 0x2000 else 1.0


def width(text, size):
    return sum(advance(c) for c in text) * size


def wrap(text, size, room):
    """Lines that fit into `room`; breaks anywhere, as CJK text does, but never inside a number that fits in a line."""
    lines = []
    for part in text.split("\n"):
        line, used, i = "", 0.0, 0
        while i < len(part):
            j = i + 1
            if part[i].isdigit() or part[i] in "+-":
                while j < len(part) and (part[j].isdigit() or part[j] in ".,"):
                    j += 1
            token = part[i:j]
            if width(token, size) > room:  # a number wider than its column breaks where the line is full
                fit = int((room + 0.01) // (advance(part[i]) * size)) or 1
                token = token[:fit]
            w = width(token, size)
            if line and used + w > room + 0.01:
                lines.append(line)
                line, used = "", 0.0
            line += token
            used += w
            i += len(token)
        lines.append(line)
    return lines
