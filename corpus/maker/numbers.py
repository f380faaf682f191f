"""Plausible numbers that keep the arithmetic of the form: 一 + 二 = 三（七） + 四, row totals, outcomes."""

from decimal import Decimal

from .labels import COLUMNS, PARTS, OTHER_ONE, OTHER_THREE, OUTCOMES_HEAD

# Requests a year by level of government, as (most, share of natural persons).
SCALES = {"zero": 0, "few": 6, "some": 60, "many": 700, "huge": 9000}


def outcome_rows(one_row_other):
    """[(path, sub-path or None)] of all outcome rows in print order."""
    rows = []
    for group in OUTCOMES_HEAD + [OTHER_ONE if one_row_other else OTHER_THREE]:
        if group[2] is None:
            rows.append("requests.results." + group[0])
        else:
            rows.extend("requests.results.%s.%s" % (group[0], sub) for sub, _ in group[2])
    return rows


def request_numbers(rng, scale, one_row_other):
    most = SCALES[scale]
    out = {}
    rows = outcome_rows(one_row_other)
    weights = [rng.random() ** 2 + 0.02 for _ in rows]
    weights[0] += 2.5
    weights[1] += 0.6
    weights[rows.index("requests.results.unavailable.not_held")] += 1.5
    results = {row: {} for row in rows}
    for part in PARTS:
        share = {"natural_person": 1.0, "commercial": 0.35, "research": 0.05, "social_welfare": 0.06,
                 "legal_service": 0.12, "other": 0.1}[part]
        new = int(most * share * rng.uniform(0.1, 1.0))
        if rng.random() < (0.1 if part == "natural_person" else 0.35):
            new = 0
        carried = rng.randint(0, max(1, new // 8)) if new or (most and rng.random() < 0.2) else 0
        forward = rng.randint(0, max(1, (new + carried) // 9)) if new + carried else 0
        forward = min(forward, new + carried)
        out["requests.new_received." + part] = new
        out["requests.carried_over." + part] = carried
        out["requests.carried_forward." + part] = forward
        done = new + carried - forward
        for row in rows:
            results[row][part] = 0
        if done > 60:
            left = done
            total = sum(weights)
            for row, weight in zip(rows, weights):
                n = min(left, int(done * weight / total * rng.uniform(0.6, 1.3)))
                results[row][part] = n
                left -= n
            results[rows[0]][part] += left
        else:
            for _ in range(done):
                results[rng.choices(rows, weights)[0]][part] += 1
        out["requests.results.total." + part] = done
    for row in rows:
        for part in PARTS:
            out["%s.%s" % (row, part)] = results[row][part]
    for row in rows + ["requests.new_received", "requests.carried_over", "requests.carried_forward",
                       "requests.results.total"]:
        out[row + ".total"] = sum(out["%s.%s" % (row, part)] for part in PARTS)
    return out


def review_numbers(rng, scale):
    out = {}
    most = {"zero": 0, "few": 1, "some": 5, "many": 25, "huge": 180}[scale]
    for base in ("review", "litigation.direct", "litigation.after_review"):
        total = 0
        for key in ("upheld", "corrected", "other", "pending"):
            n = rng.randint(0, most) if rng.random() < 0.7 else 0
            out["%s.%s" % (base, key)] = n
            total += n
        out[base + ".total"] = total
    return out


def disclosure_numbers(rng, form, scale):
    """Values may be (text, value) where the print is not the plain number."""
    big = {"zero": 3, "few": 40, "some": 900, "many": 25000, "huge": 380000}[scale]
    count = lambda most: rng.randint(0, most) if rng.random() < 0.85 else 0
    out = {}
    if form == "ogi-2021":
        for kind, most in (("regulations", 3 if scale in ("many", "huge") else 0), ("normative_documents", 30)):
            out["disclosure.%s.issued" % kind] = count(most)
            out["disclosure.%s.repealed" % kind] = count(most)
            out["disclosure.%s.in_force" % kind] = count(most * 8)
        out["disclosure.licensing.decisions"] = count(big)
        out["disclosure.penalties.decisions"] = count(big // 5)
        out["disclosure.coercion.decisions"] = count(big // 50)
        out["disclosure.fees.amount"] = fee(rng, big)
    else:
        for kind, most in (("regulations", 3 if scale in ("many", "huge") else 0), ("normative_documents", 30)):
            out["disclosure.%s.newly_made" % kind] = count(most)
            out["disclosure.%s.newly_disclosed" % kind] = count(most)
            out["disclosure.%s.total_disclosed" % kind] = count(most * 8)
        for kind, most in (("licensing", 400), ("other_services", 300), ("penalties", 900), ("coercion", 60)):
            out["disclosure.%s.previous_year_items" % kind] = count(most)
            out["disclosure.%s.change" % kind] = change(rng)
            out["disclosure.%s.decisions" % kind] = count(big)
        out["disclosure.fees.previous_year_items"] = count(20)
        out["disclosure.fees.change"] = change(rng)
        out["disclosure.procurement.items"] = count(90)
        out["disclosure.procurement.amount"] = fee(rng, big * 3)
    return out


def fee(rng, big):
    kind = rng.random()
    if kind < 0.25:
        text = "0"
    elif kind < 0.35:
        text = "0.00"
    elif kind < 0.45:
        text = str(rng.randint(1, big))
    elif kind < 0.6:
        text = "%d.%d0" % (rng.randint(0, 9999), rng.randint(0, 9))
    elif kind < 0.7:
        text = "%d.%06d" % (rng.randint(0, 99999), rng.randint(1000, 999999))
    else:
        text = "%d.%02d" % (rng.randint(0, big), rng.randint(0, 99))
    return text, number(text)


def number(text):
    """The JSON number that a plain decimal stands for."""
    n = Decimal(text)
    return int(n) if n == n.to_integral_value() else float(text)


def change(rng):
    n = rng.randint(1, 40)
    return rng.choice([("0", 0), ("0", 0), ("+%d" % n, n), ("-%d" % n, -n), (str(n), n), ("减%d" % n, -n)])


def decimals(rng, numbers, places):
    """Amounts with so many decimals."""
    for path, value in numbers.items():
        if path.endswith(".amount"):
            text = "%d.%0*d" % (rng.randint(0, 99999), places, rng.randint(1, 10 ** places - 1))
            numbers[path] = (text, number(text))


def signs(rng, numbers, how):
    """Increases and decreases of the form of 2019 in other signs."""
    plus, minus = {"wide": ("＋", "－"), "minus": ("+", "\u2212"), "words": ("增", "减")}[how]
    for path, value in numbers.items():
        if path.endswith(".change"):
            n = rng.randint(-40, 40)
            numbers[path] = ((plus if n > 0 else minus if n < 0 else "") + str(abs(n)), n)


# Numbers of regulations that offices printed which issue none: implausible, but what the page says.
REGULATIONS = [(6, 2, 10), (5, 5, 5), (2, 0, 2)]


def regulations(rng, numbers):
    paths = [p for p in numbers if p.startswith("disclosure.regulations.")]
    for path, n in zip(paths, rng.choice(REGULATIONS)):
        numbers[path] = n


def checks(fields):
    """The checks of the form that the printed numbers break, as [{check, expected, printed}]."""
    failing = []

    def value(path):
        return fields.get(path)

    def test(name, parts, printed):
        if any(p is None for p in parts) or any(p is None for p in printed):
            return
        a, b = sum(parts), sum(printed)
        if a != b:
            failing.append({"check": name, "expected": a, "printed": b})

    # Row totals.
    for path in fields:
        if path.startswith("requests.") and path.endswith(".total"):
            base = path[:-6]
            test("sum:" + path, [value("%s.%s" % (base, part)) for part in PARTS], [value(path)])
    for base in ("review", "litigation.direct", "litigation.after_review"):
        if base + ".total" in fields:
            test("sum:%s.total" % base, [value("%s.%s" % (base, k)) for k in ("upheld", "corrected", "other", "pending")],
                 [value(base + ".total")])
    for column in COLUMNS:
        if "requests.results.total." + column not in fields:
            continue
        rows = [p for p in fields if p.startswith("requests.results.") and p.endswith("." + column)
                and not p.startswith("requests.results.total.")]
        test("outcomes:" + column, [value(p) for p in rows], [value("requests.results.total." + column)])
        test("balance:" + column,
             [value("requests.new_received." + column), value("requests.carried_over." + column)],
             [value("requests.results.total." + column), value("requests.carried_forward." + column)])
    return failing
