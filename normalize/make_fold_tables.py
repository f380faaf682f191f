#!/usr/bin/env python3
"""Writes normalize/fold_tables.h from the machine's Unicode data (Debian: unicode-data, icu-devtools).

Usage: python3 normalize/make_fold_tables.py > normalize/fold_tables.h
"""
import subprocess

RADICALS = "/usr/share/unicode/EquivalentUnifiedIdeograph.txt"


def radicals():
    """CJK Radicals Supplement and Kangxi Radicals with the ideograph that looks the same (UAX #44)."""
    for line in open(RADICALS, encoding="utf-8"):
        line = line.split("#")[0].strip()
        if not line:
            continue
        source, target = (part.strip() for part in line.split(";"))
        first, _, last = source.partition("..")
        for code in range(int(first, 16), int(last or first, 16) + 1):
            # Strokes (U+31C0..) do not stand for characters, and parts beyond the BMP occur in no text.
            if 0x2E80 <= code <= 0x2FDF and int(target, 16) < 0x10000:
                yield code, int(target, 16)


def simplified():
    """Single characters of the URO that ICU's Traditional-Simplified changes into one other character."""
    source = [chr(code) for code in range(0x4E00, 0xA000)]
    text = "\n".join(source) + "\n"
    done = subprocess.run(["uconv", "-f", "utf-8", "-t", "utf-8", "-x", "Traditional-Simplified"],
                          input=text.encode(), stdout=subprocess.PIPE, check=True)
    for a, b in zip(source, done.stdout.decode().split("\n")):
        if a != b and len(b) == 1 and ord(b) < 0x10000:
            yield ord(a), ord(b)


def table(name, comment, pairs):
    pairs = sorted(set(pairs))
    print(f"/// {comment}")
    print(f"constexpr char16_t {name}[] =")
    per_line = 26
    lines = [pairs[i:i + per_line] for i in range(0, len(pairs), per_line)]
    for number, line in enumerate(lines):
        text = "".join(chr(a) + chr(b) for a, b in line)
        print(f'    u"{text}"' + (";" if number + 1 == len(lines) else ""))


print("// Made by normalize/make_fold_tables.py; do not edit. Pairs of a character and what it folds to, by code point.")
print("#pragma once")
print("// clang-format off")
print("namespace fubiao::fold_tables {")
table("radicals", "Radicals and the ideographs that look the same (EquivalentUnifiedIdeograph.txt).", radicals())
table("simplified", "Traditional characters and their simplified form (ICU, Traditional-Simplified).", simplified())
print("}  // namespace fubiao::fold_tables")
print("// clang-format on")
