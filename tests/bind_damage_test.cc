// Damage of every kind that is seen in print, on a form filled in so that every shifted number shows. What is asserted
// is the promise: no field gets a wrong or an invented value without a failing check or a warning that lists it.
#include <gtest/gtest.h>

#include <functional>

#include "normalize/report.h"
#include "tests/make_damage.h"
#include "tests/make_table.h"

namespace fubiao {
namespace {

TEST(BindDamage, SoundReportHasAllFieldsAndNoFinding) {
  const Report report = read_art({disclosure_2021(), requests_2021(), review_2021()});
  EXPECT_EQ(report.form, "ogi-2021");
  ASSERT_EQ(report.fields.size(), 200u);
  const Outcome outcome = judge(report, sound_truth());
  EXPECT_EQ(outcome.silent + outcome.lost + outcome.wolf, 0) << outcome.what;
  EXPECT_TRUE(report.findings.empty()) << report.findings[0].message;
  const std::vector<FormField> order = fields_of(form_named("ogi-2021"));
  for (std::size_t i = 0; i < order.size(); ++i) EXPECT_EQ(report.fields[i].path, order[i].path);
  EXPECT_EQ(report.checks.size(), 25u + 7u + 7u + 3u);
  for (const Check& check : report.checks) EXPECT_TRUE(check.holds.value_or(false)) << check.name;
}

struct Damage {
  const char* name;
  std::function<void(Art&, Truth&)> apply;
  int most_lost = 0;
  int most_wolf = 0;
};

void drop(Truth& truth, const std::string& prefix) {
  for (auto it = truth.begin(); it != truth.end();)
    it = it->first.rfind(prefix, 0) == 0 ? truth.erase(it) : std::next(it);
}

std::string without_row(const std::string& art, const std::string& part) {
  return change(art, line_with(art, part), "");
}

std::vector<Damage> damages() {
  std::vector<Damage> all;
  const auto add = [&all](const char* name, std::function<void(Art&, Truth&)> apply, int lost = 0, int wolf = 0) {
    all.push_back({name, std::move(apply), lost, wolf});
  };
  add("a label with a typo",
      [](Art& a, Truth&) { a[1] = change(a[1], "其他法律行政法规禁止公开", "其他法律行政止公开"); });
  add(
      "every label with a typo in one group",
      [](Art& a, Truth&) {
        a[1] = change(a[1], "信访举报投诉类申请", "信访举保投诉类申请");
        a[1] = change(a[1], "重复申请", "重复中请");
        a[1] = change(a[1], "要求提供公开出版物", "要求提供公开出板物");
      },
      0, 21);
  add("a number of a label without its point",
      [](Art& a, Truth&) { a[1] = change(a[1], "1.属于国家秘密", "1属于国家秘密"); });
  add("a wrong number of a label",
      [](Art& a, Truth&) { a[1] = change(a[1], "7.属于行政执法案卷", "6.属于行政执法案卷"); });
  add("numbers of labels lost", [](Art& a, Truth&) {
    a[1] = change(a[1], "（七）总计", "总计");
    a[1] = change(a[1], "3.其他", "其他");
  });
  add(
      "a blank row label", [](Art& a, Truth&) { a[1] = change(a[1], "5.属于三类内部事务信息", ""); }, 0, 7);
  add(
      "two blank row labels in a row",
      [](Art& a, Truth&) {
        a[1] = change(a[1], "5.属于三类内部事务信息", "");
        a[1] = change(a[1], "6.属于四类过程性信息", "");
      },
      0, 14);
  add(
      "a blank label where a row is missing too",
      [](Art& a, Truth& t) {
        a[1] = change(a[1], "5.属于三类内部事务信息", "");
        a[1] = without_row(a[1], "6.属于四类过程性信息");
        drop(t, "requests.results.denied.process_information");
      },
      7, 161);
  add(
      "a missing row",
      [](Art& a, Truth& t) {
        a[1] = without_row(a[1], "2.重复申请");
        drop(t, "requests.results.not_processed.repeated");
      },
      0, 154);
  add("a row of the sender's own", [](Art& a, Truth&) {
    a[0] = change(a[0], "第二十条第（五）项", "其他主动公开文件 | 70 | 71 | 72\n第二十条第（五）项");
  });
  add("a row of the sender's own like others",
      [](Art& a, Truth&) { a[0] = change(a[0], "行政强制 |", "行政检查 | 77 | < | <\n行政强制 |"); });
  add("a row printed twice", [](Art& a, Truth&) {
    const std::string row = line_with(a[1], "2.重复申请");
    a[1] = change(a[1], row, row + row);
  });
  add(
      "a row printed twice with other numbers",
      [](Art& a, Truth&) {
        const std::string row = line_with(a[1], "2.重复申请");
        a[1] = change(a[1], row, row + "^ | ^ | 2.重复申请 | 9 | 9 | 9 | 9 | 9 | 9 | 54\n");
      },
      0, 7);
  add(
      "two rows swapped",
      [](Art& a, Truth&) {
        const std::string first = line_with(a[1], "5.属于三类内部事务信息");
        const std::string second = line_with(a[1], "6.属于四类过程性信息");
        a[1] = change(a[1], first + second, second + first);
      },
      0, 14);
  add(
      "the labels of two rows swapped: as printed",
      [](Art& a, Truth& t) {
        a[1] = change(a[1], "5.属于三类内部事务信息", "X");
        a[1] = change(a[1], "6.属于四类过程性信息", "5.属于三类内部事务信息");
        a[1] = change(a[1], "X", "6.属于四类过程性信息");
        for (const char* column :
             {"natural_person", "commercial", "research", "social_welfare", "legal_service", "other", "total"}) {
          std::swap(t[std::string("requests.results.denied.internal_affairs.") + column],
                    t[std::string("requests.results.denied.process_information.") + column]);
        }
      },
      0, 14);
  add(
      "a row with its cells one to the right",
      [](Art& a, Truth&) {
        const std::string row = line_with(a[1], "2.重复申请");
        std::vector<std::string> cells = cells_of(row);
        cells.insert(cells.begin() + 3, "");
        cells.pop_back();
        a[1] = change(a[1], row, line_of(cells));
      },
      7, 200);
  add(
      "a value in the stub",
      [](Art& a, Truth&) {
        const std::string row = line_with(a[1], "（一）予以公开");
        std::vector<std::string> cells = cells_of(row);
        cells.erase(cells.begin() + 2);
        cells.push_back("");
        a[1] = change(a[1], row, line_of(cells));
      },
      7, 200);
  add(
      "a column of values lost",
      [](Art& a, Truth&) {
        int line = 0;
        a[1] = each_line(a[1], [&line](std::vector<std::string>& cells) {
          if (line++ < 3) return;
          cells.erase(cells.begin() + 5);
          cells.push_back("");
        });
      },
      200, 200);
  add(
      "a head lost", [](Art& a, Truth&) { a[1] = change(a[1], "科研机构", ""); }, 0, 25);
  add("a head with a typo", [](Art& a, Truth&) { a[1] = change(a[1], "社会公益组织", "杜会公益组织"); });
  add(
      "all heads of the applicants lost",
      [](Art& a, Truth&) {
        for (const char* head : {"自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他 |", "总计"}) {
          a[1] = change(a[1], head, head == std::string("其他 |") ? "|" : "");
        }
      },
      200, 200);
  add(
      "the heads of two columns swapped: as printed",
      [](Art& a, Truth& t) {
        a[1] = change(a[1], "商业企业", "X");
        a[1] = change(a[1], "科研机构", "商业企业");
        a[1] = change(a[1], "X", "科研机构");
        for (auto& [path, value] : t) {
          const std::size_t at = path.rfind(".commercial");
          if (at != std::string::npos) std::swap(value, t[path.substr(0, at) + ".research"]);
        }
      },
      0, 50);
  add(
      "a wrong total",
      [](Art& a, Truth& t) {
        a[2] = change(a[2], "| 45", "| 44");
        t["litigation.after_review.total"] = "44";
      },
      0, 5);
  add(
      "a stray digit beside a number", [](Art& a, Truth&) { a[1] = change(a[1], "| 17 | 34 |", "| 17 | 345 |"); }, 0,
      200);
  add("a column of a sender's own", [](Art& a, Truth&) {
    int line = 0;
    a[1] = each_line(a[1], [&line](std::vector<std::string>& cells) {
      cells.insert(cells.begin() + 9, line == 0 ? "<" : line == 1 ? "<" : line == 2 ? "境外组织" : "88");
      ++line;
    });
  });
  add("the head of a block lost", [](Art& a, Truth&) {
    a[0] = without_row(a[0], "第二十条第（六）项");
    a[0] = change(a[0], "信息内容 | 本年处理决定数量 | < | <\n行政处罚", "行政处罚");
  });
  add(
      "the heads of the first block lost", [](Art& a, Truth&) { a[0] = without_row(a[0], "本年制发件数"); }, 6, 10);
  add(
      "the header row of a block lost",
      [](Art& a, Truth&) { a[0] = change(a[0], "信息内容 | 本年处理决定数量 | < | <\n行政许可", "行政许可"); }, 1, 1);
  add("heads of the review without their groups", [](Art& a, Truth&) {
    for (const char* head : {"行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉"}) a[2] = change(a[2], head, "");
  });
  add(
      "one group of the review missing",
      [](Art& a, Truth& t) {
        a[2] = R"(
行政复议 | < | < | < | < | 行政诉讼 | < | < | < | <
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 复议后起诉 | < | < | < | <
^ | ^ | ^ | ^ | ^ | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计
1 | 2 | 3 | 4 | 10 | 9 | 11 | 12 | 13 | 45
)";
        drop(t, "litigation.direct");
      },
      15, 15);
  add(
      "an outcome head of the review lost", [](Art& a, Truth&) { a[2] = change(a[2], "结果纠正", ""); }, 0, 1);
  add("a label beside the values of the review", [](Art& a, Truth&) {
    int line = 0;
    a[2] = each_line(a[2], [&line](std::vector<std::string>& cells) {
      cells.insert(cells.begin(), line == 0 ? "类别" : line < 3 ? "^" : "件数");
      ++line;
    });
  });
  add(
      "two tables in one",
      [](Art& a, Truth&) {
        const std::string review = each_line(a[2], [](std::vector<std::string>&) {});
        const std::string disclosure = each_line(a[0], [](std::vector<std::string>& cells) {
          for (int i = 0; i < 11; ++i) cells.push_back(cells.back() == "<" ? "<" : "");
          if (cells.size() != 15) throw std::logic_error("columns");
        });
        a = {disclosure + review, a[1]};
      },
      0, 0);
  add("four little tables", [](Art& a, Truth&) {
    std::string one = a[0];
    a.erase(a.begin());
    Art parts;
    for (const char* head : {"第二十条第（五）项", "第二十条第（六）项", "第二十条第（八）项"}) {
      const std::size_t at = one.find(head);
      parts.push_back(one.substr(0, at));
      one = "\n" + one.substr(at);
    }
    parts.push_back(one);
    a.insert(a.begin(), parts.begin(), parts.end());
  });
  add("a table cut in two without a header", [](Art& a, Truth&) {
    const std::string row = line_with(a[1], "（四）无法提供");
    const std::size_t at = a[1].find(row);
    std::string second = a[1].substr(at);
    second = change(second, "^ | （四）", "三、本年度办理结果 | （四）");
    a = {a[0], a[1].substr(0, at), second, a[2]};
  });
  add("a header printed again on the next page", [](Art& a, Truth&) {
    const std::string row = line_with(a[1], "（四）无法提供");
    const std::size_t at = a[1].find(row);
    const std::string header = a[1].substr(0, a[1].find("一、本年新收"));
    std::string second = a[1].substr(at);
    second = change(second, "^ | （四）", "三、本年度办理结果 | （四）");
    a[1] = a[1].substr(0, at) + header.substr(1) + second;
  });
  add("a head in traditional characters, a remark in a label", [](Art& a, Truth&) {
    a[0] = change(a[0], "规章", "規章（縣級無此項）");
    a[0] = change(a[0], "行政规范性文件", "規範性文件");
    a[0] = change(a[0], "本年废止件数", "本年廢止件數");
  });
  return all;
}

TEST(BindDamage, NoDamageGivesASilentError) {
  for (const Damage& damage : damages()) {
    SCOPED_TRACE(damage.name);
    Art art = {disclosure_2021(), requests_2021(), review_2021()};
    Truth truth = sound_truth();
    damage.apply(art, truth);
    const Report report = read_art(art);
    const Outcome outcome = judge(report, truth);
    EXPECT_TRUE(outcome.silent == 0 && outcome.lost <= damage.most_lost && outcome.wolf <= damage.most_wolf)
        << "silent " << outcome.silent << outcome.what << "\nlost " << outcome.lost << ", doubted though right "
        << outcome.wolf << trace(report);
  }
}

}  // namespace
}  // namespace fubiao
