"""The statistics table of 2014: one long table, its hierarchy only in the numbering, labels that repeat under other parents."""

import random
import re

from . import prose, spellings, structures, tables
from .model import Block, Grid, Report
from .numbers import SCALES, fee

# (level, label, canonical path or None for a heading, unit)
ROWS = [
    (0, "一、主动公开情况", None, ""),
    (1, "（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", "disclosure.total", "条"),
    (2, "其中：主动公开规范性文件数", "disclosure.normative_documents.disclosed", "条"),
    (2, "制发规范性文件总数", "disclosure.normative_documents.issued", "件"),
    (1, "（二）通过不同渠道和方式公开政府信息的情况", None, ""),
    (2, "1.政府公报公开政府信息数", "disclosure.channels.gazette", "条"),
    (2, "2.政府网站公开政府信息数", "disclosure.channels.website", "条"),
    (2, "3.政务微博公开政府信息数", "disclosure.channels.weibo", "条"),
    (2, "4.政务微信公开政府信息数", "disclosure.channels.wechat", "条"),
    (2, "5.其他方式公开政府信息数", "disclosure.channels.other", "条"),
    (0, "二、回应解读情况", None, ""),
    (1, "（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）", "responses.total", "次"),
    (1, "（二）通过不同渠道和方式回应解读的情况", None, ""),
    (2, "1.参加或举办新闻发布会总次数", "responses.press_conferences", "次"),
    (2, "其中：主要负责同志参加新闻发布会次数", "responses.press_conferences_by_head", "次"),
    (2, "2.政府网站在线访谈次数", "responses.online_interviews", "次"),
    (2, "其中：主要负责同志参加政府网站在线访谈次数", "responses.online_interviews_by_head", "次"),
    (2, "3.政策解读稿件发布数", "responses.policy_interpretations", "篇"),
    (2, "4.微博微信回应事件数", "responses.weibo_wechat", "次"),
    (2, "5.其他方式回应事件数", "responses.other", "次"),
    (0, "三、依申请公开情况", None, ""),
    (1, "（一）收到申请数", "requests.received.total", "件"),
    (2, "1.当面申请数", "requests.received.in_person", "件"),
    (2, "2.传真申请数", "requests.received.fax", "件"),
    (2, "3.网络申请数", "requests.received.online", "件"),
    (2, "4.信函申请数", "requests.received.letter", "件"),
    (1, "（二）申请办结数", "requests.closed.total", "件"),
    (2, "1.按时办结数", "requests.closed.on_time", "件"),
    (2, "2.延期办结数", "requests.closed.extended", "件"),
    (1, "（三）申请答复数", "requests.answered.total", "件"),
    (2, "1.属于已主动公开范围数", "requests.answered.already_disclosed", "件"),
    (2, "2.同意公开答复数", "requests.answered.granted", "件"),
    (2, "3.同意部分公开答复数", "requests.answered.partially_granted", "件"),
    (2, "4.不同意公开答复数", "requests.answered.denied.total", "件"),
    (2, "其中：涉及国家秘密", "requests.answered.denied.state_secret", "件"),
    (2, "涉及商业秘密", "requests.answered.denied.trade_secret", "件"),
    (2, "涉及个人隐私", "requests.answered.denied.personal_privacy", "件"),
    (2, "危及国家安全、公共安全、经济安全和社会稳定", "requests.answered.denied.security_and_stability", "件"),
    (2, "不是《条例》所指政府信息", "requests.answered.denied.not_government_information", "件"),
    (2, "法律法规规定的其他情形", "requests.answered.denied.other", "件"),
    (2, "5.不属于本行政机关公开数", "requests.answered.not_this_agency", "件"),
    (2, "6.申请信息不存在数", "requests.answered.does_not_exist", "件"),
    (2, "7.告知作出更改补充数", "requests.answered.needs_correction", "件"),
    (2, "8.告知通过其他途径办理数", "requests.answered.other_channel", "件"),
    (0, "四、行政复议数量", "review.total", "件"),
    (1, "（一）维持具体行政行为数", "review.upheld", "件"),
    (1, "（二）被依法纠错数", "review.corrected", "件"),
    (1, "（三）其他情形数", "review.other", "件"),
    (0, "五、行政诉讼数量", "litigation.total", "件"),
    (1, "（一）维持具体行政行为或者驳回原告诉讼请求数", "litigation.upheld", "件"),
    (1, "（二）被依法纠错数", "litigation.corrected", "件"),
    (1, "（三）其他情形数", "litigation.other", "件"),
    (0, "六、举报投诉数量", "complaints.total", "件"),
    (0, "七、依申请公开信息收取的费用", "fees.amount", "万元"),
    (0, "八、机构建设和保障经费情况", None, ""),
    (1, "（一）政府信息公开工作专门机构数", "organisation.dedicated_units", "个"),
    (1, "（二）设置政府信息公开查阅点数", "organisation.reading_points", "个"),
    (1, "（三）从事政府信息公开工作人员数", "organisation.staff.total", "人"),
    (2, "1.专职人员数（不包括政府公报及政府网站工作人员数）", "organisation.staff.full_time", "人"),
    (2, "2.兼职人员数", "organisation.staff.part_time", "人"),
    (1, "（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）", "organisation.budget", "万元"),
    (0, "九、政府信息公开会议和培训情况", None, ""),
    (1, "（一）召开政府信息公开工作会议或专题会议数", "training.meetings", "次"),
    (1, "（二）举办各类培训班数", "training.courses", "次"),
    (1, "（三）接受培训人员数", "training.participants", "人次"),
]
# total: its parts
SUMS = {
    "requests.received.total": ["in_person", "fax", "online", "letter"],
    "requests.closed.total": ["on_time", "extended"],
    "requests.answered.denied.total": ["state_secret", "trade_secret", "personal_privacy", "security_and_stability",
                                       "not_government_information", "other"],
    "requests.answered.total": ["already_disclosed", "granted", "partially_granted", "denied.total", "not_this_agency", "does_not_exist",
                                "needs_correction", "other_channel"],
    "review.total": ["upheld", "corrected", "other"],
    "litigation.total": ["upheld", "corrected", "other"],
    "organisation.staff.total": ["full_time", "part_time"],
}


def numbers(rng, scale):
    most = max(3, SCALES[scale] // 4)
    out = {}
    for _, _, path, _ in ROWS:
        if path:
            out[path] = rng.randint(0, most) if rng.random() < 0.75 else 0
    for path in ("fees.amount", "organisation.budget"):
        out[path] = fee(rng, most)
    for total, parts in SUMS.items():
        base = total[:-len("total")]
        out[total] = sum(out[base + part] for part in parts)
    return out


def failing(fields):
    out = []
    for total, parts in SUMS.items():
        base = total[:-len("total")]
        values = [fields.get(base + part) for part in parts]
        if total in fields and fields[total] is not None and None not in values and sum(values) != fields[total]:
            out.append({"check": "sum:" + total, "expected": sum(values), "printed": fields[total]})
    return out


def spelt(printer, label, row):
    """The label with its mark and its 其中 as the switches have them."""
    on = printer.on
    mark = re.match(r"（[一二三四五六七八九]）|[一二三四五六七八九]、|\d\.", label)
    words = label[mark.end():] if mark else label
    if on.get("numbering") == "lost":
        label = words
    elif on.get("numbering") == "wrong" and mark and row % 4 == 3:  # every fourth mark is that of its neighbour
        label = mark.group().translate(str.maketrans("一二三四五六七八123456", "二三四五六七八九234567")) + words
    if on.get("among") is not None and label.startswith("其中："):
        label = on["among"] + label[3:]
    return printer.label(label, spaced=False)


def half(printer, grid, rows, layout, column, first):
    """Rows of the form from `first` on into the columns of the grid from `column` on; the rows of the grid that it takes."""
    on = printer.on
    labels = {"levels": 3, "merged": 2, "merged_total": 2}.get(layout, 1)
    units = layout != "plain"
    before = 1 if layout == "codes" else 0
    stub = column + before
    value = stub + labels + (1 if layout == "codes_behind" else 0) + (1 if units else 0)
    head = "指标名称" if layout in ("levels", "codes_behind") else "统计指标"
    if before:
        grid.add(0, column, "序号", kind="head")
    grid.add(0, stub, head, cols=labels, kind="head")
    if layout == "codes_behind":
        grid.add(0, stub + labels, "代码", kind="head")
    if units:
        grid.add(0, value - 1, "单位", kind="head")
    grid.add(0, value, "统计数", kind="head")
    indent = "\u3000" if on.get("indented_labels") else ""
    r = 1
    group = None  # merged: the cell of the heading whose rows follow
    for i, (level, label, path, unit) in enumerate(rows):
        text = spelt(printer, label, first + i)
        text = [indent * level + text[0]] + text[1:]
        parent = level == 0 and i + 1 < len(rows) and rows[i + 1][0] > 0
        if layout == "levels" and level:
            for c in range(level):
                grid.add(r, stub + c, "", kind="label")
            grid.add(r, stub + level, text, cols=labels - level, kind="label")
        elif layout in ("merged", "merged_total"):
            if parent and (path is None or layout == "merged_total"):
                group = grid.add(r, stub, text, rows=0, kind="stub")
                if path is None:
                    continue  # a heading without a number has no row of its own
                text = ["合计"]
            elif level == 0:
                group = grid.add(r + 1, stub, "", rows=0, kind="stub") if parent else None
                grid.add(r, stub, text, cols=2, kind="label")
            if level or text == ["合计"]:
                group.rows += 1
                grid.add(r, stub + 1, text, kind="label")
        elif path is None and on.get("heading_value") == "bar" and layout != "beside":
            grid.add(r, column, text, cols=grid.columns - column, kind="bar")
            r += 1
            continue
        else:
            grid.add(r, stub, text, cols=labels, kind="label")
        if before:
            grid.add(r, column, str(first + i + 1), kind="code")
        if layout == "codes_behind":
            grid.add(r, stub + labels, "%02d" % (first + i + 1), kind="code")
        nothing = "" if on.get("heading_value") == "bar" else on.get("heading_value", "")
        if units:
            grid.add(r, value - 1, unit or nothing or "——", kind="unit")
        if path:
            grid.add(r, value, printer.number(path), path=path)
        else:
            grid.add(r, value, nothing, kind="none")
        r += 1
    return r


WIDTHS = {"unit": [4, 0.7, 1], "plain": [4, 1], "levels": [1.1, 1.6, 2.2, 0.6, 0.9], "merged": [1.3, 3.4, 0.7, 1],
          "merged_total": [1.3, 3.4, 0.7, 1], "codes": [0.5, 4, 0.7, 1], "codes_behind": [4, 0.6, 0.7, 1],
          "beside": [2.6, 0.55, 0.75, 2.6, 0.55, 0.75]}


# A provincial table of the years before: most of its rows are no national ones, and a column sums up all years.
PROVINCIAL = [
    ("主动公开文件数", None, "件"), ("政府网站公开数", "disclosure.channels.website", "条"),
    ("政府公报公开数", "disclosure.channels.gazette", "条"), ("受理依申请公开信息总数", None, "件"),
    ("当面申请数", "requests.received.in_person", "件"), ("网上申请数", "requests.received.online", "件"),
    ("信函、传真申请数", None, "件"), ("其他形式申请数", None, "件"), ("对申请的答复总数", "requests.answered.total", "件"),
    ("同意公开答复数", "requests.answered.granted", "件"), ("同意部分公开答复数", "requests.answered.partially_granted", "件"),
    ("不予公开答复数", None, "件"), ("其他类型答复数", None, "件"), ("政府信息公开收费减免金额", None, "元"),
    ("接受行政诉讼、举报数", None, "件"), ("行政复议数", "review.total", "件"), ("行政诉讼数", "litigation.total", "件"),
    ("行政申诉数", None, "件"),
]


# The same items in other words, as another office of that province prints them.
PROVINCIAL_OTHER = [
    ("主动公开信息数", "disclosure.total", "条"), ("网站公开", "disclosure.channels.website", "条"), ("政府公报公开", "disclosure.channels.gazette", "条"),
    ("受理依申请公开信息总数", None, "件"), ("当面申请数", "requests.received.in_person", "件"), ("网上申请数", "requests.received.online", "件"),
    ("传真申请数", "requests.received.fax", "件"), ("电子邮件申请数", None, "件"), ("信函申请数", "requests.received.letter", "件"),
    ("其它形式申请数", None, "件"), ("对申请的答复数", "requests.answered.total", "件"), ("同意公开答复数", "requests.answered.granted", "件"),
    ("同意部分公开答复数", "requests.answered.partially_granted", "件"), ("否决公开答复", None, "件"), ("其他类型答复数", None, "件"),
    ("行政复议数", "review.total", "件"), ("行政诉讼数", "litigation.total", "件"),
]
# With the codes and two columns of numbers of yet another province: that of the year is 本年累计.
PROVINCIAL_CODES = PROVINCIAL_OTHER[:13] + [("否决公开答复总数", None, "件"), ("“免予公开范围1”数", None, "件"), ("“免予公开范围2”数", None, "件"),
                                            ("“免予公开范围3”数", None, "件")] + PROVINCIAL_OTHER[15:]
# A district counts three kinds of offices: none of its columns is the number of the report.
DISTRICT = [("主动公开规范性文件数", "disclosure.normative_documents.disclosed", "条"), ("制发规范性文件总数", "disclosure.normative_documents.issued", "件"),
            ("政府网站公开政府信息数", "disclosure.channels.website", "条"), ("当面申请数", "requests.received.in_person", "件"),
            ("传真申请数", "requests.received.fax", "件"), ("同意公开答复数", "requests.answered.granted", "件")]
# rows, heads, the column of the year's numbers
PROVINCES = {
    "provincial": (PROVINCIAL, ["指标名称", "计量单位", "%d年度", "历年累计"], 2),
    "provincial_other": (PROVINCIAL_OTHER, ["指 标 名 称", "计量\n单位", "%d年度", "历年累计"], 2),
    "provincial_codes": (PROVINCIAL_CODES, ["指标名称", "代码", "计量单位", "本期实际", "本年累计"], 4),
    "district": (DISTRICT, ["统 计 指 标", "单位", "区政府统计数", "区直单位统计数", "乡镇街道统计数"], None),
}


def provincial(printer, year, layout):
    rows, heads, of_the_year = PROVINCES[layout]
    units = next(c for c, head in enumerate(heads) if "单" in head)
    grid = Grid(len(heads), [3] + [0.8] * units + [1] * (len(heads) - units - 1), name="statistics", header=1)
    for c, head in enumerate(heads):
        grid.add(0, c, head % year if "%" in head else head, kind="head")
    for i, (label, path, unit) in enumerate(rows, 1):
        grid.add(i, 0, printer.label(label, spaced=False), kind="label")
        if units == 2:
            grid.add(i, 1, "%02d" % i, kind="code")
        grid.add(i, units, unit, kind="unit")
        number = printer.rng.randint(0, 30)
        if path:
            number = printer.numbers[path]
        for c in range(units + 1, len(heads)):
            if path and c == of_the_year:
                grid.add(i, c, printer.number(path), path=path)
            elif c == of_the_year:
                grid.add(i, c, str(number), kind="unbound")
            elif of_the_year == 4:  # of a part of the year
                grid.add(i, c, str(number // 2), kind="unbound")
            else:
                grid.add(i, c, str(number + printer.rng.randint(40, 400)), kind="unbound")
    if of_the_year is None:
        printer.fields.clear()
    return grid


def statistics(printer, layout):
    """layout: unit (indicator, unit, number) | plain (indicator, number) | levels (the hierarchy in three columns) | merged (一、
    to 九、 merged over their rows) | merged_total (and their own number beside 合计) | codes (序号 first) | codes_behind (代码
    after the indicator) | beside (the second half of the rows beside the first)."""
    widths = WIDTHS[layout]
    grid = Grid(len(widths), widths, name="statistics", header=1)
    if layout != "beside":
        half(printer, grid, ROWS, layout, 0, 0)
        return grid
    cut = next(i for i, row in enumerate(ROWS) if i >= len(ROWS) // 2 and row[0] == 1)
    rows = half(printer, grid, ROWS[:cut], layout, 0, 0)
    short = half(printer, grid, ROWS[cut:], layout, 3, cut)
    for r in range(short, rows):
        for c in range(3, 6):
            grid.add(r, c, "", kind="none")
    for r in range(rows, short):
        for c in range(3):
            grid.add(r, c, "", kind="none")
    return grid


def build(seed, switches=None, agency=None, year=None, scale=None, length="normal"):
    from . import report as R
    on = dict(switches or {})
    rng = random.Random("2014 %s" % seed)
    name, natural_scale = prose.agency(rng)
    years = (2008, 2013) if on.get("statistics_layout") in PROVINCES else (2014, 2018)
    report = Report(form="ogi-2014", agency=agency or name, year=year or rng.randint(*years), switches=on)
    values = numbers(rng, scale or natural_scale)
    if on.get("broken_arithmetic"):
        values["requests.answered.total"] += 1
        if on["broken_arithmetic"] == "review":
            values["review.total"] += 2
    for name_ in ("missing_row", "repeated_stub", "extra_row", "hybrid_other_row", "auto_number_labels", "stray_zero", "split_table",
                  "swapped_columns", "swapped_rows", "three_row_other", "wrong_year", "head_cut", "narrow_numbers", "bookmark", "headings",
                  "first_heading_missing", "four_small_tables", *structures.OF_TABLES_SINCE_2019):
        on.pop(name_, None)  # no such thing in this form
    printer = tables.Printer(random.Random("print %s" % seed), on, values, report.year)
    printer.units = {path: unit for _, _, path, unit in ROWS if path}
    layout = on.setdefault("statistics_layout", "unit")
    grid = provincial(printer, report.year, layout) if layout in PROVINCES else statistics(printer, layout)
    if layout == "district":
        report.form = None
    report.fields, report.failing = printer.fields, failing(printer.fields)
    if printer.misprints:
        on["label_typos"] = ["%s→%s" % tuple(m) for m in printer.misprints]
    else:
        on.pop("label_typos", None)
    words = random.Random("prose %s" % seed)
    add = report.blocks.append
    R.titles(report, words)
    year_ = report.year or 2015
    preface = prose.preface(words, report.agency or "本机关", year_)
    if report.agency:
        add(Block("para", preface))
    for i, (heading, paragraphs) in enumerate([
            ("概述", [t for _, t in prose.overview(words, year_, "short")]),
            ("主动公开情况", [prose.fill(words, s, year_) for s in prose.OVERVIEW[0][1][:2]]),
            ("依申请公开情况", [prose.fill(words, s, year_) for s in prose.OVERVIEW[1][1][:1]]),
            ("存在的问题和改进措施", prose.problems(words, year_, length))]):
        add(Block("heading", heading, number=spellings.MARKS["spaced" if on.get("heading_spaces") else on.get("heading_marks", "usual")](i)))
        for text in paragraphs:
            add(Block("para", text))
    grid.caption = "政府信息公开情况统计表"
    add(Block("unit", "附表"))
    add(Block("caption", "政府信息公开情况统计表"))
    if report.year:
        add(Block("caption", "（%d年度）" % year_))
    add(Block("table", grid=grid))
    structures.apply(report, seed)
    report.tables_in_doubt = report.tables_in_doubt or bool(on.get("padding_row") or on.get("nested_layout") or on["statistics_layout"] in ("levels", "merged", "merged_total"))
    return report
