#!/usr/bin/env python3
"""Validates what fubiao prints against the schemas of docs/ with python3-jsonschema, which shares no code with fubiao.

validate_json.py DOCS PATH...   DOCS: the folder of the schemas. PATH: a file of one JSON document or JSON Lines, a
                                folder of such files, or - for standard input.

"schema" of a document says which schema holds for it: fubiao/report/1, fubiao/tables/1,
fubiao/check/1, or one of those of docs/corpus.schema.json.
Exit 0: all valid; 1: not; 77: cannot tell (no jsonschema package that knows draft 2020-12).
"""
import json
import os
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
        return [json.loads(line) for line in text.split("\n") if line]


def files(paths):
    for path in paths:
        if os.path.isdir(path):
            yield from (os.path.join(path, name) for name in sorted(os.listdir(path)) if name.endswith(".json"))
        elif path != "-" and not os.path.exists(path):
            print(f"{path}: nothing there", file=sys.stderr)
        else:
            yield path


def inlined(value, definitions, within=()):
    """The same schema without references but recursive ones: jsonschema takes most of its time to follow them."""
    if isinstance(value, list):
        return [inlined(item, definitions, within) for item in value]
    if not isinstance(value, dict):
        return value
    made = {key: inlined(item, definitions, within) for key, item in value.items() if key != "$defs"}
    name = made.get("$ref", "").rsplit("/", 1)[-1]
    if not name or name in within or refers_to(definitions[name], name):
        return made
    del made["$ref"]
    target = inlined(definitions[name], definitions, within + (name,))
    clash = (set(made) & set(target)) - {"description", "title"}
    return {"allOf": [target], **made} if clash else {**target, **made}


def refers_to(value, name):
    if isinstance(value, dict):
        return value.get("$ref") == "#/$defs/" + name or any(refers_to(item, name) for item in value.values())
    return isinstance(value, list) and any(refers_to(item, name) for item in value)


CORPUS = {"fubiao/corpus-case/1": "case", "fubiao/corpus-run/1": "run", "fubiao/corpus-diff/1": "diff",
          "fubiao/accepted/1": "accepted"}


class Schemas:
    def __init__(self, folder, checked):
        self.validators = {}
        loaded = {}
        for kind in ("report", "tables", "check", "corpus"):
            with open(os.path.join(folder, kind + ".schema.json"), encoding="utf-8") as file:
                loaded[kind] = json.load(file)
            if checked:
                Draft202012Validator.check_schema(loaded[kind])
        # Of the parts of a oneOf, each by itself: an error of the one that is meant says more.
        for kind in ("report", "tables"):
            definitions = loaded[kind]["$defs"]
            for part in (kind, "failure"):
                chosen = {**inlined(definitions[part], definitions), "$defs": definitions}
                self.validators[kind, part] = Draft202012Validator(chosen)
        definitions = loaded["corpus"]["$defs"]
        for part in CORPUS.values():
            chosen = {**inlined(definitions[part], definitions), "$defs": definitions}
            self.validators["corpus", part] = Draft202012Validator(chosen)
        self.validators["check", "check"] = Draft202012Validator(loaded["check"])

    def errors(self, document):
        name = document.get("schema") if isinstance(document, dict) else None
        if name in CORPUS:
            return self.explained(document, ("corpus", CORPUS[name]))
        kind = name[len("fubiao/"):-len("/1")] if name in ("fubiao/report/1", "fubiao/tables/1", "fubiao/check/1") else ""
        if not kind:
            return ['$.schema: none of fubiao\'s']
        part = "failure" if "error" in document else kind
        return self.explained(document, (kind, part))

    def explained(self, document, key):
        return [f"{error.json_path}: {error.message[:300]}" for error in self.validators[key].iter_errors(document)]


def main():
    # The schemas themselves are checked once in a suite, with the folder of all that it printed: it takes as long as
    # ten reports.
    schemas = Schemas(sys.argv[1], any(os.path.isdir(path) for path in sys.argv[2:]))
    bad = good = 0
    for path in files(sys.argv[2:]):
        stream = sys.stdin.buffer if path == "-" else open(path, "rb")
        with stream:
            found = documents(stream.read().decode("utf-8"))
        for document in found:
            errors = schemas.errors(document)
            good += not errors
            bad += bool(errors)
            for error in errors[:20]:
                print(f"{path}: {error}")
    print(f"{good} documents are valid, {bad} are not", file=sys.stderr)
    return 1 if bad else 0


sys.exit(main())
