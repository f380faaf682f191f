"""LibreOffice and Chromium as printers. Only these two functions need them."""

import os
import shutil
import subprocess
import tempfile


def convert(files, target, out_dir):
    """soffice converts many files in one process; gives the paths written. target: pdf or docx."""
    if not files:
        return []
    with tempfile.TemporaryDirectory() as profile:
        kind = target if target != "docx" else "docx:MS Word 2007 XML"
        subprocess.run(["soffice", "-env:UserInstallation=file://" + profile, "--headless", "--convert-to", kind, "--outdir", out_dir]
                       + files, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60 + 30 * len(files))
    return [os.path.join(out_dir, os.path.splitext(os.path.basename(f))[0] + "." + target) for f in files]


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
