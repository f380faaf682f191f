"""How other hands write the labels, titles and headings of the forms: facts from print, each with the switch that shows it."""

import re

NOTES = {  # explanations of 20 to 90 characters inside the label cell
    "规章": "（设区的市、自治州以上人民政府应提供相关数据，县级人民政府及其部门无此项）",
    "规范性文件": "（指以本机关名义印发或者由本机关牵头联合印发，涉及公民、法人和其他组织权利义务，具有普遍约束力并在一定期限内反复适用的文件）",
    "行政规范性文件": "（指以本机关名义印发或者由本机关牵头联合印发，涉及公民、法人和其他组织权利义务，具有普遍约束力并在一定期限内反复适用的文件）",
    "行政许可": "（按照本机关权责清单公布的事项统计，不含初审转报上级机关的事项）",
    "行政处罚": "（含简易程序和普通程序，不含移送其他机关处理的案件，以决定书送达为准）",
    "行政强制": "（包括行政强制措施和行政强制执行，以作出书面决定的为准，委托执行的不计）",
    "行政事业性收费": "（按照财政部门公布的收费目录清单统计，已经取消或者停征的项目不再填报）",
    "政府集中采购": "（指列入集中采购目录、由集中采购机构代理的货物、工程和服务项目）",
}
HEAD_NOTES = {
    "本年制发件数": "（指本年度内制作并印发的文件数量，与其他机关联合制发的由牵头机关填报）",
    "本年废止件数": "（指本年度内宣布失效或者废止的文件数量，包括以前年度制发的文件）",
    "现行有效件数": "（指截至本年度12月31日仍然有效的文件数量，包括以前年度制发的文件）",
    "本年新制作数量": "（指本年度内新制作的文件数量，与其他机关联合制作的由牵头机关填报）",
    "本年新公开数量": "（指本年度内新公开的文件数量，包括以前年度制作而在本年公开的文件）",
    "对外公开总数量": "（指截至本年度末已经公开的文件总数，包括以前年度公开且仍然有效的）",
    "本年处理决定数量": "（指本年度内作出并送达当事人的决定数量，不含撤回和不予受理的件数）",
    "处理决定数量": "（指本年度内作出并送达当事人的决定数量，不含撤回和不予受理的件数）",
    "上一年项目数量": "（指上一年度末本机关权责清单中公布的事项数，以正式公布的文本为准）",
}
SHORT = {
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）": "（二）部分公开（区分处理的",
    "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请": "1.申请人无正当理由逾期不补正",
    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请": "2.申请人逾期未按收费通知要求缴纳费用",
    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）": "本列数据的勾稽关系为",
}
CUT = {
    True: {"本年增/减": "本年增/"},
    "note": {"本年增/减": "本年增/减（指%(year)d年"},
    "bracket": {"规范性文件": "规范性文件（", "行政规范性文件": "行政规范性文件（", "其他对外管理服务事项": "其他对外管理服务事项（",
                "采购项目数量": "采购项目数量（指"},
}
YEAR_NOTES = {"上一年项目数量": "（指%(before)d年事项数）", "处理决定数量": "（指%(year)d年办件量）", "本年增/减": "（指%(year)d年与%(before)d年相比）",
              "本年新制作数量": "（%(year)d年）", "本年新公开数量": "（%(year)d年）", "本年制发件数": "（指%(year)d年）", "本年废止件数": "（指%(year)d年）",
              "本年处理决定数量": "（指%(year)d年办件量）"}
UNITS = {
    "ascii": {"本年收费金额（单位：万元）": "本年收费金额（单位:万元）", "采购总金额": "采购总金额(万元)"},
    "short": {"本年收费金额（单位：万元）": "本年收费金额（万元）", "采购总金额": "采购总金额（万元）"},
    "none": {"本年收费金额（单位：万元）": "本年收费金额"},
}


def respelt(text, on, year):
    """The label as the switches spell it."""
    if on.get("short_labels"):
        text = SHORT.get(text, text)
    text = UNITS.get(on.get("amount_heads"), {}).get(text, text)
    official = text
    if on.get("long_labels"):
        text += NOTES.get(official, "")
    if on.get("long_heads"):
        text += HEAD_NOTES.get(official, "")
    if on.get("county_note") and official == "规章":
        text = "规章（县级无此项）"
    years = {"year": year, "before": year - 1}
    if on.get("year_notes") and text == official:
        text += YEAR_NOTES.get(official, "") % years
    if on.get("head_cut") and official in CUT[on["head_cut"]]:
        text = CUT[on["head_cut"]][official] % years
    return text


# What a converter for Taiwan writes instead of mere traditional characters.
TAIWAN = [("文件", "檔案"), ("制作", "製作")]
PINYIN = {"報": "bào", "規": "guī", "發": "fā", "數": "shù", "請": "qǐng", "辦": "bàn", "結": "jié", "開": "kāi", "機": "jī", "關": "guān",
          "務": "wù", "書": "shū", "過": "guò"}


def with_pinyin(text, rng, share=0.5):
    """報(bào)告: what some converters make of traditional characters."""
    return "".join(c + "(%s)" % PINYIN[c] if c in PINYIN and rng.random() < share else c for c in text)


# ---- titles: agency, year ----

TAIL = "政府信息公开工作年度报告"
TITLES = {
    "one_line": ["{a}{y}年" + TAIL],
    "two_lines": ["{a}", "{y}年" + TAIL],
    "mid_word": ["{a}{y}年政府", "信息公开工作年度报告"],
    "before_year_word": ["{a}{y}", "年" + TAIL],
    "year_first": ["{y}年{a}" + TAIL],
    "year_degree": ["{a}{y}年度" + TAIL],
    "no_work": ["{a}{y}年政府信息公开年度报告"],
    "no_annual": ["{a}{y}年政府信息公开工作报告"],
    "of": ["{a}{y}年政府信息公开工作的年度报告"],
    "annual": ["{a}{y}年度政府信息公开年报"],
    "no_government": ["{a}{y}年信息公开工作年度报告"],
    "affairs": ["{a}{y}年政务信息公开年度报告"],
    "spaces": ["{a} {y} 年" + TAIL],
    "degree_space": ["{a}{y}年度 " + TAIL],
    "line_end_space": ["{a}{y}年政府信息 公开工作年度报告"],
    "break_inside": ["{a}\n{y}年" + TAIL],
    "no_year": ["{a}" + TAIL],
    "bare": [TAIL],
}


# ---- headings of the six sections, beside those of labels.HEADINGS ----

HEADINGS = {
    "overview": ["总体情况", "概述", "总体概述", "公开总体情况", "{y}年工作开展情况"],
    "disclosure": ["主动公开政府信息情况", "行政机关主动公开政府信息情况", "主动公开、依申请公开工作情况"],
    "requests": ["收到和处理政府信息公开申请情况", "行政机关收到和处理政府信息公开申请情况"],
    "review": ["政府信息公开行政复议、行政诉讼情况", "因政府信息公开工作被申请行政复议、提起行政诉讼情况", "政府信息公开行政复议和行政诉讼情况",
               "政府信息公开行政复议及行政诉讼情况", "政府信息公开行政复议行政诉讼情况", "政府信息公开行政法复议、行政诉讼情况"],
    "problems": ["存在的主要问题及改进情况", "存在的主要问题及改进措施", "存在的主要问题及下一步计划", "存在的主要问题及改正情况"],
    "others": ["其他需要报告的事项", "其它需要报告的事项"],
}
NUMERALS = "一二三四五六七八九十"
MARKS = {"usual": lambda n: NUMERALS[n] + "、", "spaced": lambda n: NUMERALS[n] + " 、", "brackets": lambda n: "（%s）" % NUMERALS[n],
         "circled": lambda n: chr(0x3220 + n), "digit_comma": lambda n: "%d、" % (n + 1), "digit_point": lambda n: "%d." % (n + 1),
         "digit_wide_point": lambda n: "%d．" % (n + 1), "lost_bracket": lambda n: NUMERALS[n] + ")"}


def subheading(text, marks):
    """（三）政府信息管理情况 with its opening bracket lost, or in one sign."""
    if marks == "lost_bracket":
        return re.sub(r"^（(.)）", r"\1)", text)
    if marks == "circled":
        return re.sub(r"^（([一二三四五六七八九])）", lambda m: chr(0x3220 + NUMERALS.index(m.group(1))), text)
    return text
