"""A department's final accounts: income and expenditure side by side in one table (公开01表)."""

import random

from . import prose, tables
from .model import Block, Grid, Report

INCOME = [
    ("一、一般公共预算财政拨款收入", "general_public_budget"), ("二、政府性基金预算财政拨款收入", "government_funds_budget"),
    ("三、国有资本经营预算财政拨款收入", "state_capital_budget"), ("四、上级补助收入", "superior_subsidies"), ("五、事业收入", "institutional"),
    ("六、经营收入", "business"), ("七、附属单位上缴收入", "affiliated_units"), ("八、其他收入", "other"),
]
EXPENDITURE = [
    ("一、一般公共服务支出", "general_public_services"), ("二、外交支出", "foreign_affairs"), ("三、国防支出", "national_defence"),
    ("四、公共安全支出", "public_security"), ("五、教育支出", "education"), ("六、科学技术支出", "science_and_technology"),
    ("七、文化旅游体育与传媒支出", "culture_tourism_sports_and_media"), ("八、社会保障和就业支出", "social_security_and_employment"),
    ("九、卫生健康支出", "health"), ("十、节能环保支出", "energy_conservation_and_environment"),
    ("十一、城乡社区支出", "urban_and_rural_communities"), ("十二、农林水支出", "agriculture_forestry_and_water"),
    ("十三、交通运输支出", "transport"), ("十四、资源勘探工业信息等支出", "resource_exploration_industry_and_information"),
    ("十五、商业服务业等支出", "commerce_and_services"), ("十六、金融支出", "finance"), ("十七、援助其他地区支出", "aid_to_other_regions"),
    ("十八、自然资源海洋气象等支出", "natural_resources_marine_and_meteorology"), ("十九、住房保障支出", "housing_security"),
    ("二十、粮油物资储备支出", "grain_oil_and_materials_reserves"), ("二十一、国有资本经营预算支出", "state_capital_budget"),
    ("二十二、灾害防治及应急管理支出", "disaster_prevention_and_emergency_management"), ("二十三、其他支出", "other"),
    ("二十四、债务还本支出", "debt_repayment"), ("二十五、债务付息支出", "debt_interest"),
    ("二十六、抗疫特别国债安排的支出", "special_bonds_for_covid_control"),
]
FOOT = [
    ("本年收入合计", "total_for_year", "本年支出合计", "total_for_year"),
    ("使用非财政拨款结余（含专用结余）", "surplus_used", "结余分配", "surplus_distribution"),
    ("年初结转和结余", "opening_balance", "年末结转和结余", "closing_balance"),
    ("总计", "grand_total", "总计", "grand_total"),
]


def cents(rng, most):
    return rng.randint(0, most * 100)


def numbers(rng):
    """In cents, so that sums are exact."""
    out = {}
    for side, items in (("income", INCOME), ("expenditure", EXPENDITURE)):
        for _, key in items:
            out[side, key] = cents(rng, 900) if rng.random() < 0.5 else 0
    out["income", "general_public_budget"] = 800000 + cents(rng, 9000)
    earned = sum(out["income", key] for _, key in INCOME)
    spent = sum(out["expenditure", key] for _, key in EXPENDITURE)
    out["income", "total_for_year"], out["expenditure", "total_for_year"] = earned, spent
    out["income", "surplus_used"], out["expenditure", "surplus_distribution"] = cents(rng, 20), cents(rng, 20)
    left = out["income", "surplus_used"] - out["expenditure", "surplus_distribution"] + earned - spent
    out["income", "opening_balance"] = max(0, -left) + cents(rng, 300)
    out["expenditure", "closing_balance"] = left + out["income", "opening_balance"]
    out["income", "grand_total"] = earned + out["income", "surplus_used"] + out["income", "opening_balance"]
    out["expenditure", "grand_total"] = out["income", "grand_total"]
    return out


def table(printer, values, on):
    blanks = on.get("zeros") == "blank"
    grid = Grid(6, [2.6, 0.5, 1, 2.6, 0.5, 1], name="accounts", header=3)
    grid.add(0, 0, "收入", cols=3, kind="head")
    grid.add(0, 3, "支出", cols=3, kind="head")
    for c, text in enumerate(["项目", "行次", "金额"] * 2):
        grid.add(1, c, text, kind="head")
    for c, text in enumerate(["栏次", "", "1", "栏次", "", "2"]):
        grid.add(2, c, text, kind="head")

    def cell(row, first, label, side, key, number):
        grid.add(row, first, printer.label(label, spaced=False) if label else "", kind="label")
        grid.add(row, first + 1, str(number), kind="unit")
        if not label:
            grid.add(row, first + 2, "", kind="none")
            return
        value = values[side, key]
        path = "%s.%s.amount" % (side, key)
        text = "" if blanks and not value else "{:,.2f}".format(value / 100)
        printer.fields[path] = None if text == "" else value // 100 if value % 100 == 0 else value / 100
        grid.add(row, first + 2, text, path=path)

    rows = len(EXPENDITURE)
    lines = [(INCOME[i] if i < len(INCOME) else ("", ""), EXPENDITURE[i]) for i in range(rows)]
    lines += [((a, b), (c, d)) for a, b, c, d in FOOT]
    for i, ((left, key), (right, other)) in enumerate(lines):
        cell(i + 3, 0, left, "income", key, i + 1)
        cell(i + 3, 3, right, "expenditure", other, len(lines) + i + 1)
    return grid


def build(seed, switches=None, agency=None, year=None, scale=None, length="normal"):
    on = dict(switches or {})
    rng = random.Random("accounts %s" % seed)
    name = agency or prose.agency(rng)[0]
    year = year or rng.randint(2019, 2024)
    report = Report(form="final-accounts", agency=name, year=year, switches=on)
    values = numbers(rng)
    printer = tables.Printer(random.Random("print %s" % seed), on, {})
    if on.get("broken_arithmetic"):
        values["expenditure", "grand_total"] += 100
    grid = table(printer, values, on)
    order = ["income.%s.amount" % k for _, k in INCOME] + ["income.%s.amount" % f[1] for f in FOOT]
    order += ["expenditure.%s.amount" % k for _, k in EXPENDITURE] + ["expenditure.%s.amount" % f[3] for f in FOOT]
    report.fields = {path: printer.fields[path] for path in order}
    if on.get("broken_arithmetic"):
        paid, got = values["expenditure", "grand_total"] / 100, values["income", "grand_total"] / 100
        report.failing = [{"check": "sum:expenditure.grand_total.amount", "expected": got, "printed": paid},
                          {"check": "balance:amount", "expected": got, "printed": paid}]
    report.title = "%s%d年度部门决算" % (name, year)
    add = report.blocks.append
    add(Block("title", report.title))
    add(Block("heading", "部门概况", number="一、"))
    add(Block("para", "%s贯彻执行国家有关方针政策和法律法规，承担本行政区域内的相关管理工作。" % name))
    add(Block("heading", "%d年度部门决算表" % year, number="二、"))
    unit = on.get("money", "万元")
    grid.caption = "收入支出决算总表"
    add(Block("caption", "收入支出决算总表"))
    add(Block("unit", "公开01表"))
    add(Block("unit", "金额单位：" + unit))
    add(Block("table", grid=grid))
    add(Block("heading", "名词解释", number="三、"))
    add(Block("para", "年初结转和结余：指上年度尚未完成、结转到本年仍按原规定用途继续使用的资金。"))
    # Blank labels below 八、其他收入: in text, and across a page break, one merged cell as well as several.
    report.tables_in_doubt = True
    return report
