"""All renditions behind one function. Jobs for soffice are gathered and run in one process."""

import os
import shutil
import tempfile

from . import docx, html, office, text

RENDITIONS = ["docx-word", "docx-wps", "docx-libre", "pdf-libre", "pdf-chromium", "pdf-word", "pdf-wps", "text"]
EXTENSION = {r: "docx" if r.startswith("docx") else "pdf" if r.startswith("pdf") else "txt" for r in RENDITIONS}


def render(jobs):
    """jobs: [(report, rendition, path, seed)]. A file that LibreOffice cannot write is not there afterwards, which is said."""
    late = {"pdf": [], "docx": []}
    with tempfile.TemporaryDirectory() as folder:
        for i, (report, rendition, path, seed) in enumerate(jobs):
            if rendition in ("docx-word", "docx-wps"):
                docx.write(report, path, rendition[5:], seed)
            elif rendition == "text":
                text.write(report, path)
            elif rendition == "pdf-chromium":
                office.print_html(html.render(report), path)
            elif rendition in ("pdf-libre", "docx-libre"):
                source = os.path.join(folder, "in", "%04d.docx" % i)
                os.makedirs(os.path.dirname(source), exist_ok=True)
                docx.write(report, source, "wps" if i % 2 else "word", seed)
                late["pdf" if rendition == "pdf-libre" else "docx"].append((source, path))
            else:
                from . import drawn
                drawn.write(report, path, rendition[4:], seed)
        for target, pairs in late.items():
            made = office.convert([s for s, _ in pairs], target, os.path.join(folder, "out"))
            for result, (_, path) in zip(made, pairs):
                if result is None:
                    print("%s: LibreOffice does not write it" % os.path.basename(path))
                else:
                    shutil.move(result, path)
