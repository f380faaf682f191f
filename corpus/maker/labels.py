"""The official labels of the forms and the canonical names of their fields: facts, written down once more here.

The generator shares no table with the program: a mistake in the program's form files must not be repeated in the truth.
"""

APPLICANTS = [
    ("natural_person", "自然人"),
    ("commercial", "商业企业"),
    ("research", "科研机构"),
    ("social_welfare", "社会公益组织"),
    ("legal_service", "法律服务机构"),
    ("other", "其他"),
    ("total", "总计"),
]
COLUMNS = [key for key, _ in APPLICANTS]
PARTS = COLUMNS[:-1]

CORNER = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
NEW = "一、本年新收政府信息公开申请数量"
CARRIED = "二、上年结转政府信息公开申请数量"
RESULTS = "三、本年度办理结果"
FORWARD = "四、结转下年度继续办理"

# (path below requests.results, label) or (path, label, sub-rows)
OUTCOMES_HEAD = [
    ("granted", "（一）予以公开", None),
    ("partially_granted", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", None),
    ("denied", "（三）不予公开", [
        ("state_secret", "1.属于国家秘密"),
        ("prohibited_by_law", "2.其他法律行政法规禁止公开"),
        ("security_and_stability", "3.危及“三安全一稳定”"),
        ("third_party_rights", "4.保护第三方合法权益"),
        ("internal_affairs", "5.属于三类内部事务信息"),
        ("process_information", "6.属于四类过程性信息"),
        ("enforcement_case_files", "7.属于行政执法案卷"),
        ("administrative_inquiry", "8.属于行政查询事项"),
    ]),
    ("unavailable", "（四）无法提供", [
        ("not_held", "1.本机关不掌握相关政府信息"),
        ("needs_creation", "2.没有现成信息需要另行制作"),
        ("unclear_after_correction", "3.补正后申请内容仍不明确"),
    ]),
    ("not_processed", "（五）不予处理", [
        ("petition_or_complaint", "1.信访举报投诉类申请"),
        ("repeated", "2.重复申请"),
        ("published_material", "3.要求提供公开出版物"),
        ("excessive", "4.无正当理由大量反复申请"),
        ("confirm_or_reissue", "5.要求行政机关确认或重新出具已获取信息"),
    ]),
]
OTHER_THREE = ("other_processing", "（六）其他处理", [
    ("correction_overdue", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
    ("fee_overdue", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
    ("other", "3.其他"),
])
OTHER_ONE = ("other_processing.all", "（六）其他处理", None)
RESULTS_TOTAL = "（七）总计"

REVIEW = [
    ("upheld", "结果维持"),
    ("corrected", "结果纠正"),
    ("other", "其他结果"),
    ("pending", "尚未审结"),
    ("total", "总计"),
]

ITEM = "第二十条第（%s）项"
CONTENT = "信息内容"

# Disclosure table: (item, heads, rows); a row is (label, [(path, unit)]). A 2021 fee or decision spans all value columns.
DISCLOSURE_2021 = [
    ("一", ["本年制发件数", "本年废止件数", "现行有效件数"], [
        ("规章", ["regulations.issued", "regulations.repealed", "regulations.in_force"]),
        ("行政规范性文件", ["normative_documents.issued", "normative_documents.repealed", "normative_documents.in_force"]),
    ]),
    ("五", ["本年处理决定数量"], [("行政许可", ["licensing.decisions"])]),
    ("六", ["本年处理决定数量"], [("行政处罚", ["penalties.decisions"]), ("行政强制", ["coercion.decisions"])]),
    ("八", ["本年收费金额（单位：万元）"], [("行政事业性收费", ["fees.amount"])]),
]
DISCLOSURE_2019 = [
    ("一", ["本年新制作数量", "本年新公开数量", "对外公开总数量"], [
        ("规章", ["regulations.newly_made", "regulations.newly_disclosed", "regulations.total_disclosed"]),
        ("规范性文件", ["normative_documents.newly_made", "normative_documents.newly_disclosed",
                   "normative_documents.total_disclosed"]),
    ]),
    ("五", ["上一年项目数量", "本年增/减", "处理决定数量"], [
        ("行政许可", ["licensing.previous_year_items", "licensing.change", "licensing.decisions"]),
        ("其他对外管理服务事项", ["other_services.previous_year_items", "other_services.change", "other_services.decisions"]),
    ]),
    ("六", ["上一年项目数量", "本年增/减", "处理决定数量"], [
        ("行政处罚", ["penalties.previous_year_items", "penalties.change", "penalties.decisions"]),
        ("行政强制", ["coercion.previous_year_items", "coercion.change", "coercion.decisions"]),
    ]),
    ("八", ["上一年项目数量", "本年增/减"], [
        ("行政事业性收费", ["fees.previous_year_items", "fees.change"])]),
    ("九", ["采购项目数量", "采购总金额"], [("政府集中采购", ["procurement.items", "procurement.amount"])]),
]

HEADINGS = {
    "overview": ["总体情况", "总体情况", "总体情况", "概述", "公开总体情况"],
    "disclosure": ["主动公开政府信息情况", "主动公开政府信息情况", "行政机关主动公开政府信息情况"],
    "requests": ["收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请情况", "行政机关收到和处理政府信息公开申请情况"],
    "review": ["政府信息公开行政复议、行政诉讼情况", "政府信息公开行政复议、行政诉讼情况",
               "政府信息公开行政复议和行政诉讼情况", "因政府信息公开工作被申请行政复议、提起行政诉讼情况"],
    "problems": ["存在的主要问题及改进情况", "存在的主要问题及改进情况", "存在的主要问题及改进措施"],
    "others": ["其他需要报告的事项", "其他需要报告的事项", "其它需要报告的事项"],
}

# Characters of the labels and headings that traditional Chinese writes otherwise.
TRADITIONAL = str.maketrans({
    "规": "規", "发": "發", "废": "廢", "现": "現", "许": "許", "处": "處", "罚": "罰", "强": "強", "制": "制", "费": "費",
    "业": "業", "额": "額", "单": "單", "万": "萬", "项": "項", "条": "條", "内": "內", "机": "機", "构": "構", "组": "組",
    "织": "織", "务": "務", "总": "總", "计": "計", "数": "數", "量": "量", "开": "開", "请": "請", "办": "辦", "结": "結",
    "转": "轉", "继": "繼", "续": "續", "国": "國", "属": "屬", "类": "類", "过": "過", "执": "執", "询": "詢", "没": "沒",
    "补": "補", "仍": "仍", "访": "訪", "举": "舉", "报": "報", "诉": "訴", "复": "復", "无": "無", "确": "確", "认": "認",
    "获": "獲", "关": "關", "维": "維", "纠": "糾", "尚": "尚", "审": "審", "诉": "訴", "讼": "訟", "议": "議", "经": "經",
    "对": "對", "理": "理", "决": "決", "稳": "穩", "这": "這", "况": "況", "为": "為", "当": "當", "购": "購", "采": "採",
    "来": "來", "个": "個", "区": "區", "县": "縣", "与": "與", "协": "協", "联": "聯", "际": "際", "益": "益", "环": "環",
    "护": "護", "险": "險", "应": "應", "动": "動", "众": "眾", "权": "權", "读": "讀", "标": "標", "准": "準", "减": "減",
    "迳": "徑", "径": "徑", "须": "須", "缴": "繳", "纳": "納", "于": "於", "数": "數", "据": "據", "间": "間", "时": "時",
    "还": "還", "进": "進", "选": "選", "样": "樣", "问": "問", "题": "題", "它": "它", "会": "會", "学": "學", "归": "歸",
    "档": "檔", "传": "傳", "达": "達", "让": "讓", "实": "實", "图": "圖", "团": "團", "员": "員", "责": "責", "质": "質",
    "听": "聽", "书": "書", "长": "長", "门": "門", "网": "網", "础": "礎", "勾": "勾", "系": "係", "稽": "稽", "产": "產",
    "危": "危", "们": "們", "维": "維", "驳": "駁", "请": "請", "较": "較", "轻": "輕", "种": "種", "违": "違", "岁": "歲",
    "仅": "僅", "并": "並", "双": "雙", "变": "變", "观": "觀", "历": "歷", "优": "優", "体": "體", "价": "價", "乡": "鄉",
    "镇": "鎮", "农": "農", "设": "設", "证": "證", "评": "評", "试": "試", "话": "話", "该": "該", "调": "調", "谈": "談",
    "贯": "貫", "贸": "貿", "赛": "賽", "输": "輸", "边": "邊", "适": "適", "释": "釋", "针": "針", "钟": "鐘", "银": "銀",
    "键": "鍵", "闻": "聞", "阅": "閱", "阳": "陽", "阴": "陰", "阶": "階", "陆": "陸", "随": "隨", "难": "難", "页": "頁",
    "预": "預", "领": "領", "频": "頻", "颁": "頒", "饮": "飲", "馆": "館", "验": "驗", "号": "號", "启": "啟", "响": "響",
    "亿": "億", "仓": "倉", "仪": "儀", "伤": "傷", "价": "價", "众": "眾", "协": "協", "卫": "衛", "厅": "廳", "压": "壓",
})

# Slips of the keyboard that real reports show: homophones and look-alikes.
CONFUSIONS = [
    ("属于", "属与"), ("信息", "信心"), ("申请", "申清"), ("机关", "机构"), ("提供", "提共"), ("制作", "制做"),
    ("案卷", "按卷"), ("查询", "查寻"), ("权益", "权意"), ("获取", "或取"), ("秘密", "密秘"), ("禁止", "禁只"),
    ("掌握", "掌屋"), ("明确", "名确"), ("出版物", "出版"), ("逾期", "愈期"), ("缴纳", "交纳"), ("继续", "继继续"),
    ("结转", "接转"), ("新收", "新受"), ("内部事务", "内部务"), ("法律行政法规", "法律行政法"), ("投诉类", "投诉"),
    ("现成", "现存"), ("需要", "须要"), ("大量", "大"), ("规范性", "规范"), ("事业性", "事业"), ("许可", "许可可"),
    ("部分", "部份"), ("予以", "予已"), ("过程性", "过程"),
]
