"""A tiny PDF writer: pages of raw content operators, CJK fonts that are not embedded (the reader's own CMaps are needed)."""

import zlib


class Pdf:
    """Fonts: F1 horizontal song, F2 the same for vertical writing, F3 Times for digits and Latin letters."""

    def __init__(self, producer, title=None, compress=True):
        self.objects = []
        self.pages = []
        self.compress = compress
        self.catalog = self.add(None)
        self.tree = self.add(None)
        descriptor = self.add("<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880"
                              "/Descent -120/CapHeight 880/StemV 93>>")
        descendant = self.add("<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)"
                              "/Supplement 4>>/DW 1000/W[1 95 500]/FontDescriptor %d 0 R>>" % descriptor)
        fonts = [self.add("<</Type/Font/Subtype/Type0/BaseFont/STSong-Light-UniGB-UCS2-%s/Encoding/UniGB-UCS2-%s"
                          "/DescendantFonts[%d 0 R]>>" % (way, way, descendant)) for way in "HV"]
        times = self.add("<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>")
        self.fonts = "/F1 %d 0 R/F2 %d 0 R/F3 %d 0 R" % (fonts[0], fonts[1], times)
        self.images = ""
        self.resources = self.add(None)
        info = "<</Producer(%s)" % producer
        if title:
            info += "/Title<FEFF%s>" % title.encode("utf-16-be").hex().upper()
        self.info = self.add(info + ">>")

    def add(self, body):
        self.objects.append(body)
        return len(self.objects)

    def add_font_without_unicode(self):
        """F4: a font whose codes nothing explains; its reader takes them for code points."""
        descriptor = self.add("<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[-8 -145 1000 859]/ItalicAngle 0/Ascent 859"
                              "/Descent -140/CapHeight 683/StemV 80>>")
        descendant = self.add("<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
                              "/Supplement 0>>/DW 500/FontDescriptor %d 0 R>>" % descriptor)
        font = self.add("<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/Identity-H/DescendantFonts[%d 0 R]>>" % descendant)
        self.fonts += "/F4 %d 0 R" % font

    def add_image(self, columns, rows, bits):
        """A picture of one bit a pixel, 1 for black; the name that paints it."""
        raw = zlib.compress(bits, 9)
        image = self.add(b"<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 1/Decode[1 0]"
                         b"/Filter/FlateDecode/Length %d>>\nstream\n" % (columns, rows, len(raw)) + raw + b"\nendstream")
        self.images += "/Im%d %d 0 R" % (image, image)
        return "Im%d" % image

    def page(self, operators, width, height, rotate=0, crop=False):
        data = "\n".join(operators)
        if rotate == 90:  # content turned so that /Rotate 90 shows it upright
            data = "q 0 1 -1 0 %.2f 0 cm\n%s\nQ" % (height, data)
            width, height = height, width
        raw = data.encode("latin-1")
        if self.compress:
            raw = zlib.compress(raw, 9)
        stream = self.add((b"<</Length %d%s>>\nstream\n" % (len(raw), b"/Filter/FlateDecode" if self.compress else b"")) + raw + b"\nendstream")
        box = "/MediaBox[0 0 %.2f %.2f]" % (width, height)
        if crop:
            box = "/MediaBox[-20 -30 %.2f %.2f]/CropBox[0 0 %.2f %.2f]" % (width + 15, height + 25, width, height)
        self.pages.append(self.add("<</Type/Page/Parent %d 0 R%s%s/Resources %d 0 R/Contents %d 0 R>>" % (
            self.tree, box, "/Rotate %d" % rotate if rotate else "", self.resources, stream)))

    def write(self, path):
        self.objects[self.catalog - 1] = "<</Type/Catalog/Pages %d 0 R>>" % self.tree
        images = "/XObject<<%s>>" % self.images if self.images else ""
        self.objects[self.resources - 1] = "<</Font<<%s>>%s>>" % (self.fonts, images)
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
