#!/usr/bin/env python3
"""Validates JSON against docs/report.schema.json with python3-jsonschema, which shares no code with fubiao.

validate_json.py SCHEMA FILE...   FILE is one JSON document, JSON Lines, or - for standard input.
Exit 0: all valid; 1: not; 77: cannot tell (no jsonschema package that knows draft 2020-12).
"""
import json
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("python3-jsonschema (4.0 or later) is not installed")
    sys.exit(77)


def documents(text):
    try:
        return [json.loads(text)]
    except json.JSONDecodeError:
        return [json.loads(line) for line in text.splitlines() if line]


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    bad = 0
    for path in sys.argv[2:]:
        stream = sys.stdin.buffer if path == "-" else open(path, "rb")
        for document in documents(stream.read().decode("utf-8")):
            kind = "failure" if "error" in document else "report" if "report" in document else "tables"
            part = validator.evolve(schema={"$ref": "#/$defs/" + kind, "$defs": schema["$defs"]})
            errors = [f"{error.json_path}: {error.message[:300]}" for error in part.iter_errors(document)]
            if not errors and not validator.is_valid(document):
                errors = ["fits none, or more than one, of report, tables and failure"]
            for error in errors:
                bad += 1
                print(f"{path}: {error}")
    return 1 if bad else 0


sys.exit(main())
