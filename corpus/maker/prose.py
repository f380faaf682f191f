"""Names and prose of our own: no agency, place or person exists."""

PLACES = [
    ("澄湖市", "city"), ("锦川市", "city"), ("望海市", "city"), ("松岭县", "county"), ("临洲区", "county"), ("云溪县", "county"),
    ("白芷县", "county"), ("青禾区", "county"), ("石埠区", "county"), ("长汀口区", "county"), ("栖霞湾县", "county"),
    ("东篱省", "province"), ("南浦省", "province"), ("柳桥镇", "town"), ("望溪镇", "town"), ("双榆乡", "town"), ("杏花坞街道", "street"),
    ("月亮湾街道", "street"), ("金麦镇", "town"), ("沙棠县", "county"),
]
BUREAUS = ["财政局", "教育局", "统计局", "市场监督管理局", "自然资源和规划局", "卫生健康委员会", "人力资源和社会保障局", "住房和城乡建设局",
           "交通运输局", "农业农村局", "水利局", "审计局", "应急管理局", "医疗保障局", "发展和改革委员会", "文化广电和旅游局", "民政局", "林业局"]


def agency(rng):
    place, level = rng.choice(PLACES)
    if level == "town":
        return place + "人民政府", "few"
    if level == "street":
        return place + "办事处", "zero" if rng.random() < 0.4 else "few"
    if rng.random() < 0.5:
        name = place + rng.choice(["人民政府", "人民政府", "人民政府办公室"])
        return name, {"province": "huge", "city": "many", "county": "some"}[level]
    if level == "province":
        return place + rng.choice(["财政厅", "教育厅", "自然资源厅", "水利厅", "审计厅"]), "many"
    return place + rng.choice(BUREAUS), {"city": rng.choice(["some", "many"]), "county": rng.choice(["few", "some"])}[level]


def preface(rng, agency_name, year):
    street = rng.choice(["梧桐路", "书院街", "沿河大道", "迎宾路", "槐荫巷", "新港路"])
    return ("本报告由%s根据《中华人民共和国政府信息公开条例》（以下简称《条例》）第五十条的规定编制。全文包括总体情况、主动公开、依申请公开、"
            "复议诉讼、问题与改进、其他事项六个部分。所列数据的统计期限为%d年1月1日至%d年12月31日。电子版可在本机关门户网站下载，"
            "如有疑问，请与本机关联系（地址：%s%d号；邮政编码：%06d；电话：0%d-%d；电子邮箱：xxgk%d@example.gov.cn）。"
            % (agency_name, year, year, street, rng.randint(1, 300), rng.randint(100000, 799999), rng.randint(310, 999),
               rng.randint(2000000, 8999999), rng.randint(1, 99)))


OVERVIEW = [
    ("（一）主动公开情况", [
        "全年通过门户网站发布信息{a}条，其中机构职能类{b}条、政策文件类{c}条、财政资金类{d}条，较上年增加{p}.{q}%。",
        "围绕群众关心的就业、入学、就医、养老四类事项，重新梳理公开目录{d}项，逐项写明责任科室、公开时限和公开方式，目录每季度核对一次。",
        "政策文件与解读材料同步起草、同步审签、同步发布，全年发布解读{c}篇，其中图表解读{e}篇、短视频解读{f}个。",
        "财政预决算、政府采购、重大建设项目等信息按照规定的栏目集中展示，全年更新{c}次，便于公众查询比对。",
    ]),
    ("（二）依申请公开情况", [
        "依申请公开实行专人登记、分级审核、限时答复。对内容不明确的申请，先电话沟通再书面补正，全年沟通{d}人次。",
        "修订答复文书样本{e}种，统一了接收、转办、征求第三方意见、答复、归档等环节的做法，答复前由法制机构逐件审核。",
    ]),
    ("（三）政府信息管理情况", [
        "坚持先审查、后公开，落实三级审签制度，全年审查拟公开信息{a}条，退回修改{d}条，未发生泄密事件。",
        "对{y}年以前印发的规范性文件进行了清理，并在网站上标注效力状态，方便群众查阅使用。",
    ]),
    ("（四）平台建设情况", [
        "网站完成了适老化改造，新增语音播报和大字版；信息公开专栏按照统一标准调整为{e}个一级栏目、{d}个二级栏目。",
        "政务新媒体账号由{e}个整合为{f}个，关停长期不更新的账号，保留的账号全年发布信息{b}条，阅读量约{g}万次。",
        "在政务服务大厅、图书馆和档案馆设置查阅点{e}处，配备自助查询终端{f}台，全年接待查阅{b}人次。",
    ]),
    ("（五）监督保障情况", [
        "召开专题会议{f}次，举办业务培训{f}期，参训{b}人次；将信息公开列入年度考核，分值权重为4分。",
        "邀请群众代表{e}名对公开工作进行评议，收到意见建议{d}条，已经全部答复。未发生因公开不当引起的责任追究。",
    ]),
]
PROBLEMS = [
    "过去一年的工作取得了一些进展，但还存在三个方面的不足：一是部分栏目的更新不够及时，个别信息在形成之后超过20个工作日才公开；二是解读形式偏少，"
    "文字解读占{p}%以上；三是基层工作人员变动频繁，业务不够熟练。",
    "针对上述不足，下一步着重做好三项工作：一是建立栏目更新提醒制度，每月通报一次；二是推动起草科室参与解读，力争多样化解读的比例达到{p}%；"
    "三是编印业务问答{e}则，对新任人员开展不少于{f}次的轮训。",
    "同时继续完善依申请公开的内部会商，对涉及多个部门的申请，由办公室牵头在5个工作日内提出处理意见，避免推诿和重复答复。",
]
OTHERS = [
    "本年度按照《政府信息公开信息处理费管理办法》收取信息处理费的件数为0件，总金额为0元。",
    "本年度承办人大代表建议{e}件、政协提案{f}件，办理结果已经按照要求公开。",
    "除上述内容外，本机关没有其他需要报告的事项。",
]


def fill(rng, template, year):
    return template.format(a=rng.randint(200, 9000), b=rng.randint(60, 900), c=rng.randint(12, 180), d=rng.randint(8, 60),
                           e=rng.randint(2, 15), f=rng.randint(1, 8), g=rng.randint(2, 60), p=rng.randint(20, 80),
                           q=rng.randint(0, 9), y=year - 5)


def overview(rng, year, length):
    """[(subheading or None, paragraph)]; length short | normal | long."""
    out = [(None, "%d年，本机关认真落实《条例》和上级有关部署，坚持以公开为常态、不公开为例外，突出重点领域，健全工作机制，"
                  "各项任务按期完成。现将有关情况报告如下。" % year)]
    groups = OVERVIEW[:2] if length == "short" else OVERVIEW
    for heading, sentences in groups:
        picked = sentences if length == "long" else sentences[:2] if length == "normal" else sentences[:1]
        if length == "long":
            out.append((heading, fill(rng, picked[0], year)))
            out.extend((None, fill(rng, s, year)) for s in picked[1:])
        else:
            out.append((heading, "".join(fill(rng, s, year) for s in picked)))
    return out


def problems(rng, year, length):
    picked = PROBLEMS[:1] if length == "short" else PROBLEMS
    return [fill(rng, p, year) for p in picked]


def others(rng, year, length):
    picked = OTHERS[:1] if length == "short" else OTHERS[:3]
    return [fill(rng, p, year) for p in picked]
