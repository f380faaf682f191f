#!/usr/bin/env python3
"""Writes normalize/fold_tables.h from the machine's Unicode data (Debian: icu-devtools).

Usage: python3 normalize/make_fold_tables.py > normalize/fold_tables.h
"""
import subprocess


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
table("simplified", "Traditional characters and their simplified form (ICU, Traditional-Simplified).", simplified())
print("}  // namespace fubiao::fold_tables")
print("// clang-format on")
