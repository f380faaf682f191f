"""LibreOffice and Chromium as printers. Only these two functions need them."""

import os
import shutil
import subprocess
import tempfile
import unicodedata
from collections import Counter


AT_A_TIME = 40  # LibreOffice gives up now and then, and takes along all files that wait behind


def soffice(files, kind, out_dir):
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(["soffice", "-env:UserInstallation=file://" + profile, "--headless", "--convert-to", kind, "--outdir", out_dir]
                       + files, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60 + 30 * len(files))


def convert(files, target, out_dir):
    """soffice converts many files in one process; gives the path of each. target: pdf or docx. What it left out of a lot it
    gets once more alone; a file that fails then too is None."""
    kind = target if target != "docx" else "docx:MS Word 2007 XML"
    paths = [os.path.join(out_dir, os.path.splitext(os.path.basename(f))[0] + "." + target) for f in files]
    for i in range(0, len(files), AT_A_TIME):
        soffice(files[i:i + AT_A_TIME], kind, out_dir)
    for source, path in zip(files, paths):
        if not os.path.exists(path):
            soffice([source], kind, out_dir)
    return [path if os.path.exists(path) else None for path in paths]


def print_html(page, path):
    """Chromium prints one page of HTML text to the PDF `path`."""
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "page.html")
        with open(source, "w", encoding="utf-8") as f:
            f.write(page)
        result = os.path.join(folder, "page.pdf")
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--disable-background-networking",
                        "--disable-dev-shm-usage", "--user-data-dir=" + os.path.join(folder, "profile"), "--print-to-pdf=" + result,
                        "file://" + source], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)
        shutil.move(result, path)


def unpainted(report, pdf):
    """Characters of the report that the PDF does not paint (LibreOffice cuts off what does not fit into a vertical cell)."""
    text = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, stdout=subprocess.PIPE).stdout.decode("utf-8", "replace")
    painted = Counter(unicodedata.normalize("NFKC", text))
    wanted = Counter()
    for block in report.blocks:
        wanted.update(unicodedata.normalize("NFKC", block.number + block.text))
        if block.grid:
            for cell in block.grid.cells:
                wanted.update(unicodedata.normalize("NFKC", cell.text))
    # The digits of a page number make up for those of a number that is cut off at the edge: long ones are looked for whole.
    whole = "".join(unicodedata.normalize("NFKC", text).split())
    for grid in report.grids if not report.switches.get("narrow_numbers") else []:
        for cell in grid.cells:
            number = unicodedata.normalize("NFKC", cell.text)
            if cell.path and len(number) > 7 and number not in whole:
                wanted[number[-1]] += painted[number[-1]]
    return {c: n - painted[c] for c, n in wanted.items() if not c.isspace() and n > painted[c]}
