#include "normalize/match.h"

#include <gtest/gtest.h>

#include <set>

namespace fubiao {
namespace {

struct Printed {
  std::string own = {};
  std::vector<std::string> above = {};
};

std::vector<Observed> observe(const std::vector<Printed>& printed) {
  std::vector<Observed> out;
  for (const Printed& p : printed) {
    Observed row;
    row.own = label_text(p.own);
    for (const std::string& label : p.above) row.above.push_back(label_text(label));
    out.push_back(std::move(row));
  }
  return out;
}

/// "label:gazette", "near?:x" (? doubtful), "nothing": one for each row.
std::vector<std::string> bound(const std::vector<Printed>& printed, const std::vector<FormNode>& nodes) {
  static const char* const names[] = {"nothing", "label", "near", "order", "moved", "again"};
  std::vector<std::string> out;
  for (const Match& match : align(observe(printed), nodes)) {
    std::string text = names[static_cast<int>(match.by)];
    if (match.doubtful) text += '?';
    if (match.node >= 0) {
      const FormNode& node = nodes[static_cast<std::size_t>(match.node)];
      text += ':' + (node.carries ? node.key : node.label);
    }
    out.push_back(text);
  }
  return out;
}

const FormTable& table(const char* form, std::size_t index) {
  for (const Form& f : bundled_forms()) {
    if (f.name == form) return f.tables[index];
  }
  throw std::logic_error("no such form");
}
const std::vector<FormNode>& applicants() {
  return table("ogi-2021", 1).blocks[0].columns;
}
const std::vector<FormNode>& outcomes() {
  return table("ogi-2021", 2).blocks[0].columns;
}
const std::vector<FormNode>& disclosure_rows() {
  return table("ogi-2021", 0).rows;
}

using Strings = std::vector<std::string>;

TEST(Align, TypoMissingAndAddedRowsMoveNothing) {
  EXPECT_EQ(bound({{"规章"}, {"其他主动公开文件"}, {"行政许可"}, {"行政处罚"}, {"行政事业性收弗"}}, disclosure_rows()),
            (Strings{"label:disclosure.regulations", "nothing", "label:disclosure.licensing",
                     "label:disclosure.penalties", "near:disclosure.fees"}));
}

TEST(Align, BlankLabelBindsWhereTheOrderLeavesOnePossibility) {
  EXPECT_EQ(bound({{"行政许可"}, {""}, {"行政强制"}}, disclosure_rows()),
            (Strings{"label:disclosure.licensing", "order?:disclosure.penalties", "label:disclosure.coercion"}));
  EXPECT_EQ(bound({{"规章"}, {""}, {"行政强制"}}, disclosure_rows())[1], "nothing") << "three rows are missing there";
}

TEST(Align, RowOfTheSendersOwnTakesNoMissingPlace) {
  EXPECT_EQ(bound({{"行政许可"}, {"行政检查"}, {"行政强制"}}, disclosure_rows())[1], "nothing");
}

TEST(Align, SwappedHeadsBindByTheirOwnLabel) {
  const Strings got = bound(
      {{"自然人"}, {"科研机构"}, {"商业企业"}, {"社会公益组织"}, {"法律服务机构"}, {"其他"}, {"总计"}}, applicants());
  EXPECT_EQ(got[1].substr(got[1].find(':')), ":research");
  EXPECT_EQ(got[2].substr(got[2].find(':')), ":commercial");
  EXPECT_EQ((got[1] + got[2]).find('?'), std::string::npos);
}

TEST(Align, RepeatedLabelsByTheirHeads) {
  std::vector<Printed> printed;
  const std::string kinds[] = {"结果维持", "结果纠正", "其他结果", "尚未审结", "总计"};
  for (const std::string& kind : kinds) printed.push_back({kind, {"行政诉讼", "复议后起诉"}});
  EXPECT_EQ(bound(printed, outcomes()),
            (Strings{"label:litigation.after_review.upheld", "label:litigation.after_review.corrected",
                     "label:litigation.after_review.other", "label:litigation.after_review.pending",
                     "label:litigation.after_review.total"}));
}

TEST(Align, RepeatedLabelsByOrderAndCountWhereHeadsAreUnknown) {
  std::vector<Printed> printed;
  for (int block = 0; block < 3; ++block) {
    for (const char* kind : {"结果维持", "结果纠正", "其他结果", "尚未审结", "总计"}) printed.push_back({kind, {}});
  }
  const Strings got = bound(printed, outcomes());
  EXPECT_EQ(got[0], "label:review.upheld");
  EXPECT_EQ(got[7], "label:litigation.direct.other");
  EXPECT_EQ(got[14], "label:litigation.after_review.total");
}

TEST(Align, TwoOfThreeBlocksWithoutHeadsAreDoubtful) {
  std::vector<Printed> printed;
  for (int block = 0; block < 2; ++block) {
    for (const char* kind : {"结果维持", "结果纠正", "其他结果", "尚未审结", "总计"}) printed.push_back({kind, {}});
  }
  for (const std::string& one : bound(printed, outcomes())) EXPECT_NE(one.find('?'), std::string::npos) << one;
}

TEST(Align, HeadThatStandsTwiceIsTheSameColumnAgain) {
  const Strings got = bound(
      {{"自然人"}, {"商业企业"}, {"科研机构"}, {"社会公益组织"}, {"法律服务机构"}, {"总计"}, {"总计"}}, applicants());
  EXPECT_EQ((std::set<std::string>{got[5], got[6]}), (std::set<std::string>{"label:total", "again:total"}));
}

TEST(Align, ExactLabelNeverBindsToANearOne) {
  const std::vector<FormNode>& rows = table("ogi-2014", 0).rows;
  EXPECT_EQ(bound({{"2.同意公开答复数"}}, rows), (Strings{"label:requests.answered.granted"}));
  EXPECT_EQ(bound({{"4.不同意公开答复数"}}, rows), (Strings{"label:requests.answered.denied.total"}));
  // Rows of other prints have a node without a key: known, and no field.
  EXPECT_EQ(bound({{"信函、传真申请数"}}, rows), (Strings{"label:信函、传真申请数"}))
      << "as near to 信函申请数 as to 传真申请数";
  EXPECT_EQ(bound({{"否决公开答复"}}, rows), (Strings{"label:不予公开答复数"}));
  EXPECT_EQ(bound({{"不予公天答复数"}}, rows), (Strings{"nothing"})) << "nearer to 不予公开 than to 不同意公开";
}

TEST(Align, AMisprintOutOfOrderIsInDoubt) {
  EXPECT_EQ(bound({{"行政规范文件"}, {"规章"}, {"行政许可"}}, disclosure_rows()),
            (Strings{"moved?:disclosure.normative_documents", "label?:disclosure.regulations",
                     "label:disclosure.licensing"}));
}

TEST(Align, AMisprintWithAWrongMarkIsNearestByItsWords) {
  const std::vector<FormNode>& rows = table("ogi-2014", 0).rows;
  EXPECT_EQ(bound({{"4.政务微博公开政府信心数"}, {"4.政务微信公开政府信息数"}}, rows),
            (Strings{"near?:disclosure.channels.weibo", "label:disclosure.channels.wechat"}));
}

TEST(Align, MarksAreHeadingsWhereTheHierarchyIsInOneColumn) {
  const std::vector<FormNode>& rows = table("ogi-2014", 0).rows;
  EXPECT_EQ(bound({{"四、行政复议数量"}, {"（二）被依法纠错数"}}, rows)[1], "label:review.corrected");
  EXPECT_EQ(bound({{"四、行政复议数量"}, {"（三）其他情形数"}, {"（二）被依法纠错数"}, {"六、举报投诉数量"}}, rows)[2],
            "label?:litigation.corrected")
      << "the marks go down: a heading is lost, and only the order is left";
  EXPECT_EQ(bound({{"五、行政诉讼数量"},
                   {"（一）维持具体行政行为或者驳回原告诉讼请求数"},
                   {"（二）被依法纠错数"},
                   {"四、行政复议数量"},
                   {"（一）维持具体行政行为数"},
                   {"（二）被依法纠错数"}},
                  rows),
            (Strings{"label:litigation.total", "label:litigation.upheld", "label:litigation.corrected",
                     "moved:review.total", "moved:review.upheld", "moved?:review.corrected"}))
      << "blocks that stand swapped";
  EXPECT_EQ(bound({{"合计", {"四、行政复议数量"}}, {"合计", {"八、机构建设和保障经费情况"}}}, rows),
            (Strings{"label:review.total", "nothing"}))
      << "a sum of a heading that has no number of its own";
}

TEST(Align, AnyNumberOfRows) {
  EXPECT_TRUE(bound({}, applicants()).empty());
  EXPECT_EQ(bound(std::vector<Printed>(9000, Printed{"总计", {}}), applicants()).size(), 9000u);
  EXPECT_EQ(bound(std::vector<Printed>(9000, Printed{"不是表头的文字", {}}), applicants()).size(), 9000u);
  EXPECT_EQ(bound({{"x"}}, {}), (Strings{"nothing"}));
}

}  // namespace
}  // namespace fubiao
