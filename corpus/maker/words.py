"""Words of statistical documents, English and Chinese: nothing in them exists, the figures are drawn by lot."""

REGIONS = {
    "en": [("Northeast", ["Alderney", "Bramwell", "Castlemore", "Dunhaven", "Eastlake"]), ("Midwest", ["Fairmont", "Grantley", "Hollis", "Inverdale"]),
           ("South", ["Jasper Valley", "Kingsford", "Larkspur", "Merrow", "Norwood", "Oakhurst"]), ("West", ["Pinecrest", "Quillan", "Redwater", "Stonefield"])],
    "zh": [("东部地区", ["东篱省", "南浦省", "望海市", "澄湖市"]), ("中部地区", ["锦川市", "松岭县", "云溪县", "白芷县"]),
           ("西部地区", ["栖霞湾县", "沙棠县", "长汀口区"]), ("东北地区", ["柳桥镇", "双榆乡", "金麦镇"])]}
INDUSTRY = {
    "en": [("Goods-producing industries", ["Mining and logging", "Construction", "Durable goods", "Nondurable goods"]),
           ("Service-providing industries", ["Wholesale trade", "Retail trade", "Transportation and warehousing", "Utilities", "Information", "Financial activities",
                                             "Professional and business services", "Education and health services", "Leisure and hospitality"]),
           ("Government", ["Federal", "State", "Local"])],
    "zh": [("第一产业", ["农业", "林业", "畜牧业", "渔业"]), ("第二产业", ["采矿业", "制造业", "电力、热力、燃气及水生产和供应业", "建筑业"]),
           ("第三产业", ["批发和零售业", "交通运输、仓储和邮政业", "住宿和餐饮业", "金融业", "房地产业", "租赁和商务服务业", "教育"])]}
BUDGET = {
    "en": [("Receipts", ["Individual income taxes", "Corporation income taxes", "Excise taxes", "Customs duties", "Miscellaneous receipts"]),
           ("Outlays", ["Discretionary programs", "Mandatory programs", "Net interest", "Offsetting receipts"]),
           ("Financing", ["Borrowing from the public", "Change in cash balance", "Other financing"])],
    "zh": [("一、本年收入", ["一般公共预算财政拨款收入", "政府性基金预算财政拨款收入", "事业收入", "其他收入"]),
           ("二、本年支出", ["一般公共服务支出", "教育支出", "科学技术支出", "社会保障和就业支出", "卫生健康支出", "住房保障支出"]),
           ("三、年末结转和结余", ["财政拨款结转", "非财政拨款结余"])]}
ENERGY = {
    "en": [("Production", ["Crude oil", "Dry natural gas", "Coal", "Nuclear electric power", "Renewable energy"]),
           ("Consumption", ["Residential", "Commercial", "Industrial", "Transportation", "Electric power"]),
           ("Trade", ["Imports", "Exports", "Net imports"])],
    "zh": [("能源生产", ["原煤", "原油", "天然气", "水电、核电、风电"]), ("能源消费", ["生活消费", "工业", "建筑业", "交通运输、仓储和邮政业"]), ("进出口", ["进口量", "出口量"])]}
PEOPLE = {
    "en": [("Both sexes", ["Under 5 years", "5 to 14 years", "15 to 24 years", "25 to 44 years", "45 to 64 years", "65 years and over"]),
           ("Male", ["Under 18 years", "18 to 64 years", "65 years and over"]), ("Female", ["Under 18 years", "18 to 64 years", "65 years and over"])],
    "zh": [("按性别分", ["男", "女"]), ("按年龄分", ["0—14岁", "15—59岁", "60岁及以上", "其中：65岁及以上"]), ("按城乡分", ["城镇", "乡村"]),
           ("按受教育程度分", ["小学", "初中", "高中（含中专）", "大学（大专及以上）"])]}
THEMES = [REGIONS, INDUSTRY, BUDGET, ENERGY, PEOPLE]
LONG = {
    "en": ["Beverage, tobacco and other food products not elsewhere classified", "Rental and leasing services, including lessors of intangible assets",
           "Administrative and support services, waste management and remediation", "Persons living in households without a source of earned income",
           "Electrical equipment, appliances and components manufacturing", "Grants and other transfers to local governments and agencies",
           "Motor vehicles, trailers and parts, including repair services", "Households with two or more persons below the national median",
           "Securities, commodity contracts and other financial investments", "Hospitals, nursing facilities and residential care"],
    "zh": ["规模以上工业企业研究与试验发展经费内部支出合计", "城镇非私营单位就业人员年平均工资（不含劳务派遣人员）", "享受城市居民最低生活保障的家庭户数和人数",
           "公立医院综合改革及基层医疗卫生机构补助资金", "农村公路养护和危桥改造项目县级配套资金", "一般公共预算中用于义务教育阶段学校的公用经费",
           "年末参加城乡居民基本养老保险人数及其中领取待遇人数", "水利、环境和公共设施管理业固定资产投资完成额"]}
HEADS = {
    "en": ["Total", "Number", "Percent", "Employed", "Unemployed", "Rate", "Revenue", "Expenditure", "Payroll", "Establishments", "Change", "Estimate",
           "Actual", "Budget", "Average", "Median", "Share", "Index", "Imports", "Exports"],
    "zh": ["合计", "数量", "比重", "增长率", "金额", "人数", "户数", "预算数", "决算数", "产量", "销售量", "平均值", "上年同期", "本年累计", "面积", "单位数"]}
LONG_HEADS = {
    "en": ["Average weekly hours", "Annual payroll ($1,000)", "Percent change from previous year", "Number of establishments", "Margin of error", "Not in labor force",
           "Seasonally adjusted rate", "Received by state agencies", "Per capita income", "Value of shipments", "Total expenditures, all programs", "Share of total"],
    "zh": ["年末常住 人口数", "比上年 增长 （%）", "占总计的 比重（%）", "企业 单位数", "主营业务 收入", "从业人员 平均人数", "固定资产 净值", "一般公共 预算支出", "其中： 女性", "年平均 价格指数"]}
SPANNERS = {
    "en": ["Number of persons", "Percent distribution", "Change from 2021", "Private sector", "Public sector", "Fiscal year", "First quarter", "Second quarter", "Male", "Female",
           "Seasonally adjusted", "Urban areas", "Rural areas", "All households", "By type of unit"],
    "zh": ["全部单位", "其中：国有控股", "城镇", "农村", "本年数", "上年数", "比上年增减", "收入情况", "支出情况", "男", "女", "按登记注册类型分"]}
SUPERS = {"en": ["Labor force status", "Household characteristics", "All industries", "Government units", "Estimates and projections"],
          "zh": ["人口与就业", "财政收支", "企业经济指标", "居民生活", "产品产量"]}
STUB_HEADS = {"en": ["", "", "Area", "Item", "Industry", "Characteristic", "Category", "Region and state", "Industry and\nsize class"],
              "zh": ["", "项目", "项  目", "指标", "地区", "指标名称", "行业", "分 类"]}
TOTAL = {"en": ["Total", "All items", "United total", "Total, all groups", "Grand total"], "zh": ["合计", "总计", "合  计", "全省总计"]}
UNITS = {"en": ["(percent)", "(number)", "(1,000)", "(dollars)", "(tons)", "(mill.)"], "zh": ["（万元）", "（%）", "（人）", "（吨）", "（个）", "（亿元）"]}
UNIT_LINE = {"en": ["(In thousands)", "[Millions of dollars]", "(Numbers in thousands)", "Percent", "(in EUR million)", "[Quadrillion Btu]"],
             "zh": ["单位：万元", "单位：亿元", "单位：人", "单位：万人、%", "计量单位：千元", "(2022年)    单位：个"]}
TEXT_HEADS = {"en": ["Measure", "Description", "Responsible body", "Deadline", "Indicator", "Source of data", "Status", "Remarks"],
              "zh": ["序号", "项目名称", "主要内容", "责任单位", "完成时限", "备注", "指标说明", "依据"]}
PHRASES = {
    "en": ["Annual survey of households", "Ministry of Regional Affairs", "completed", "in progress", "Revision of the register of enterprises and their local units",
           "Collection of monthly returns from all operators above the threshold", "end of 2023", "Second quarter", "Publication of the results on the office's website",
           "not applicable to small units", "Training of field staff in the new classification, including the transition tables", "Statistical Office, Unit B2",
           "Harbour authority", "Quarterly", "Water quality at bathing places, measured from May to September", "see annex", "postponed", "Regional councils",
           "Reduction of the reporting burden by using administrative sources where they are complete"],
    "zh": ["县统计局", "已完成", "2023年12月底", "负责全县农业普查的组织实施和数据质量抽查", "完善部门统计数据共享机制", "长期坚持", "各乡镇人民政府、街道办事处", "按季度报送",
           "对规模以上企业联网直报数据进行审核，及时查询异常变动并做好记录", "县财政局、县教育局", "进行中", "《统计调查管理办法》第十二条", "新增", "6月底前", "建立健全统计基层基础工作规范，落实统计台账制度",
           "无", "县水利局"]}
SHORT = {"en": [["Yes", "No"], ["High", "Medium", "Low"], ["A01", "B12", "C3", "D44"], ["Quarterly", "Monthly", "Annual"], ["North", "South", "Inland", "Coast"],
                ["ISIC 10", "ISIC 21", "ISIC 35"], ["Jan. 2021", "June 2022", "Dec. 2022"], ["Office of Methods", "Regional council", "Harbour board"]],
         "zh": [["是", "否"], ["甲类", "乙类", "丙类"], ["完成", "未完成", "进行中"], ["月报", "季报", "年报"], ["县级", "市级", "乡级"], ["2021年6月", "2022年12月"],
                ["松岭县统计局", "云溪县财政局", "白芷县水利局"]]}
SHORT_HEADS = {"en": ["Class", "Code", "Type", "Period", "Status", "Body"], "zh": ["类别", "类型", "报告期", "级别", "状态", "单位"]}
TITLES = {
    "en": ["Employment and earnings by industry and sex", "Population by age and area of residence", "Energy production and consumption by source",
           "Government receipts and outlays", "Households and persons by selected characteristics", "Establishments, employees and payroll",
           "Foreign trade by commodity group and partner", "Deaths and death rates for selected causes"],
    "zh": ["各地区主要经济指标", "分行业从业人员年末人数和工资总额", "一般公共预算收支决算总表", "规模以上工业企业主要指标", "人口数及构成", "能源消费总量及构成", "居民人均可支配收入", "部门收支预算总体情况表"]}
NOTES = {
    "en": ["Note: Detail may not add to totals because of rounding.", "NOTE: Data are subject to sampling and nonsampling error. Estimates for the current year are preliminary.",
           "Source: Office of Regional Statistics, Annual Survey, 2022.", "(X) Not applicable. - Represents zero or rounds to zero. n.a. Not available.",
           "1 Includes units not shown separately.  2 Revised."],
    "zh": ["注：本表数据因四舍五入，分项之和可能不等于合计。", "资料来源：东篱省统计年报。", "注：1.本表按当年价格计算。2.“…”表示数据不足本表最小单位数。", "说明：空格表示该项统计指标数据不详或无该项数据。"]}
PROSE = {
    "en": ["The survey covers all units that were active in the reference year, whatever their legal form.",
           "Compared with the previous year the number of units rose by {p} percent, mainly in the {q} districts along the coast.",
           "Estimates are rounded to the nearest hundred; totals are derived from unrounded figures and may therefore differ from the sum of the parts.",
           "In 20{y}, {n} households took part, and the rate of response was {p} percent.",
           "Earnings of full-time workers increased more slowly than prices, as they had done in each of the three years before.",
           "Small units were drawn by lot within each size class, and their answers weighted with the inverse of the chance of being drawn.",
           "The classification of industries was revised in 20{y}; earlier figures have been converted with a transition key.",
           "Among those aged 25 to 44 years, {p} percent were employed, against {q} percent in the oldest group.",
           "Further results, including those for smaller areas, will be released in the second half of the year.",
           "No adjustment has been made for units that closed during the year, since their number is small.",
           "Outlays for education grew by ${n} million, while those for transport remained unchanged."],
    "zh": ["本次调查覆盖报告期内全部在业单位，不论其登记注册类型。", "与上年相比，单位数增长{p}%，其中沿海{q}个县（区）增长较快。", "数据按四舍五入处理，合计数由未经舍入的数据计算得出，因此分项之和可能与合计数略有差异。",
           "20{y}年共有{n}户居民参加调查，回收率为{p}%。", "全年一般公共预算收入完成{n}万元，同比增长{p}%，收入结构进一步优化。", "小型单位按规模分层随机抽取，其数据按抽中概率的倒数加权。",
           "行业分类于20{y}年修订，以前年度数据已按新旧分类对照表换算。", "教育支出比上年增加{n}万元，主要用于改善义务教育学校办学条件。", "分县（区）的详细数据将于下半年陆续公布。",
           "各部门要高度重视统计数据质量，严格执行统计制度，坚决防止弄虚作假。"]}
HEADINGS = {"en": ["1. Introduction", "2.3 Methods", "III. Results", "Summary of findings", "Labour market", "Annex B: Data"],
            "zh": ["一、基本情况", "（二）收支情况说明", "第三部分 统计数据", "二、主要特点", "附录"]}
ENTRIES = {"en": ["Foreword", "Summary", "Methods and definitions", "Population", "Labour market and earnings", "Public finance", "Energy", "Transport and communications",
                  "Foreign trade", "Agriculture", "Education", "Annex A: Classification", "Annex B: Questionnaire"],
           "zh": ["前言", "第一部分 部门概况", "一、主要职能", "二、机构设置情况", "第二部分 预算表", "一、收支预算总表", "二、收入预算表", "三、支出预算表", "第三部分 情况说明", "第四部分 名词解释", "附件"]}
KEYS = {"en": [("Contact:", "Press office, 14 Harbour Road, 20{y} Dunhaven"), ("Telephone:", "(555) 0{n}"), ("Release date:", "March {d}, 20{y}"), ("Reference:", "ORS/{n}/20{y}"),
               ("Subject:", "Annual survey of establishments"), ("E-mail:", "press@ors.example.org"), ("To:", "All regional offices"), ("From:", "Division of Methods")],
        "zh": [("发文机关：", "松岭县统计局"), ("文号：", "松统字〔20{y}〕{d}号"), ("联系人：", "统计设计管理科"), ("联系电话：", "0999-55{n}"), ("成文日期：", "20{y}年3月{d}日"),
               ("地址：", "松岭县梧桐路{d}号"), ("主题词：", "统计 年报 通知")]}
INDEX = {"en": ["Accidents, 12, 45", "Age structure, 3", "Agriculture, 27–31", "Births, 8", "Budget, 51, 77", "Coal, 40", "Commuting, 19", "Crops, 28", "Deaths, 9", "Dwellings, 62",
                "Earnings, 15–18", "Education, 70", "Electricity, 41", "Exports, 35", "Fisheries, 30", "Forests, 29", "Health, 66", "Hours of work, 16", "Imports, 34", "Income, 20",
                "Industry, 37", "Inflation, 22", "Migration, 10", "Mining, 39", "Ports, 48", "Prices, 21", "Railways, 47", "Rents, 63", "Roads, 46", "Schools, 71"],
         "zh": ["财政收入 51", "城镇人口 8", "出生率 9", "电力 41", "房屋 62", "工资 15", "公路 46", "海关 35", "价格 21", "教育 70", "就业 14", "粮食 28", "林业 29", "煤炭 40",
                "能源 39", "农业 27", "普查 3", "商品 33", "水利 44", "死亡率 10", "铁路 47", "统计 1", "卫生 66", "渔业 30", "住户 20", "畜牧 31"]}


def sentence(rng, lang):
    return rng.choice(PROSE[lang]).format(p="%d.%d" % (rng.randint(1, 30), rng.randint(0, 9)), q=rng.randint(2, 40), y="%02d" % rng.randint(10, 23),
                                          n=rng.randint(1000, 9999), d=rng.randint(1, 28))


def paragraph(rng, lang, sentences):
    return (" " if lang == "en" else "").join(sentence(rng, lang) for _ in range(sentences))


def keyed(rng, lang, count):
    fill = lambda s: s.format(y="%02d" % rng.randint(10, 23), n=rng.randint(1000, 9999), d=rng.randint(1, 28))
    return [(k, fill(v)) for k, v in rng.sample(KEYS[lang], count)]
