#include "cli/corpus_page.h"

#include <gtest/gtest.h>
#include <malloc.h>
#include <sys/stat.h>

#include <regex>
#include <set>

#include "cli/html_escape.h"
#include "cli/source_info.h"
#include "run_program.h"

namespace fubiao::tests {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> kArt = {
    "+----+------+----+", "| 三 | 予以 |  7 |", "|    | 公开 |    |",
    "+    +------+----+", "|    | 总计 |  9 |", "+----+------+----+",
};

CaseResult sound(const std::string& path) {
  CaseResult result;
  result.path = path;
  result.format = "pdf";
  result.about = {"It proves a thing.", "ogi-2021", "pdf-word", {"crossed", "zeros=blank"}};
  result.seconds = 1.25;
  result.truth = TruthState::checked;
  result.score.right = 40;
  result.verdict = Verdict::same;
  result.outcome.tables = {{"甲", {3}, kArt}, {"", {}, {"2000 rows, 2000 columns"}}};
  return result;
}

FieldMiss wrong_number(const std::string& field) {
  FieldMiss miss;
  miss.field = field;
  miss.kind = MissKind::wrong;
  miss.truth = Decimal::parse("12.5");
  miss.value = Decimal::parse("9");
  miss.text = "9";
  miss.status = "read";
  miss.page = 3;
  miss.table = 0;
  miss.row = 1;
  miss.column = 2;
  return miss;
}

/// A page of some results, and what it is as text.
struct Made {
  TemporaryFolder folder;
  fs::path file = folder.path() / "out" / "page.html";
  std::string html;

  explicit Made(const std::vector<CaseResult>& results, const std::map<std::string, std::string>& about = {}) {
    CorpusPage page(file, "corpus/cases");
    Scoreboard board;
    for (const CaseResult& result : results) {
      page.add(result);
      board.add(result);
    }
    EXPECT_EQ(page.finish(board, about), "");
    html = read_file(file);
  }
  bool has(const std::string& part) const { return html.find(part) != std::string::npos; }
};

std::vector<std::string> all(const std::string& html, const std::string& pattern) {
  std::vector<std::string> found;
  const std::regex regex(pattern);
  for (std::sregex_iterator it(html.begin(), html.end(), regex), end; it != end; ++it) found.push_back((*it)[1]);
  return found;
}

/// Every link within the page has its target, every id is there once.
void expect_sound_links(const std::string& html) {
  const std::vector<std::string> ids = all(html, " id=\"([^\"]*)\"");
  const std::set<std::string> known(ids.begin(), ids.end());
  EXPECT_EQ(known.size(), ids.size());
  for (const std::string& target : all(html, "href=\"#([^\"]*)\"")) EXPECT_EQ(known.count(target), 1U) << target;
}

TEST(CorpusPage, ARowSaysAllOfAMiss) {
  CaseResult result = sound("corpus/cases/x/报告.pdf");
  FieldMiss miss = wrong_number("requests.total");
  miss.silent = true;
  miss.doubts = {"sum:requests.total", "cell-cut"};
  result.misses = {miss};
  const Made page({result});
  const std::string link =
      "<a href=\"" +
      url_path(fs::path(fs::absolute("corpus/cases/x/报告.pdf")).lexically_relative(page.file.parent_path()).native()) +
      "\">corpus/cases/x/报告.pdf</a>";
  EXPECT_TRUE(
      page.has("<tr id=\"miss-1\" data-kind=\"wrong\" data-format=\"pdf-word\" data-form=\"ogi-2021\" "
               "data-switch=\"crossed\nzeros=blank\" data-silent><td class=\"c\">" +
               link +
               "</td><td class=\"f\">requests.<wbr>total</td><td class=\"wrong\">wrong</td><td class=\"s\">SILENT</td>"
               "<td class=\"t\">9</td><td class=\"n\">12.5</td><td class=\"n\">9</td>"
               "<td><a href=\"#row-1-0-1\">table</a></td><td>read</td>"
               "<td class=\"f\">sum:requests.<wbr>total, cell-cut</td><td class=\"n\">3</td><td class=\"n\">0</td>"
               "<td class=\"n\">1</td><td class=\"n\">2</td></tr>"))
      << page.html;
  expect_sound_links(page.html);
}

TEST(CorpusPage, NoNumberIsToldFromNull) {
  CaseResult result = sound("a.pdf");
  const auto with = [&](MissKind kind, bool truth, bool value, const std::string& status) {
    FieldMiss miss = wrong_number(std::string(name(kind)));
    miss.kind = kind;
    if (!truth) miss.truth = std::nullopt;
    if (!value) miss.value = std::nullopt;
    miss.status = status;
    result.misses.push_back(miss);
  };
  with(MissKind::lost, true, false, "");
  with(MissKind::lost, true, false, "blank");
  with(MissKind::invented, false, true, "read");
  with(MissKind::not_given, false, false, "");
  with(MissKind::not_there, false, false, "blank");
  const Made page({result});
  const std::string between = "</td><td class=\"n\">";
  for (const std::string& pair :
       {"12.5" + between + "<i>absent</i>", "12.5" + between + "<i>null</i>", "<i>none</i>" + between + "9",
        "<i>null</i>" + between + "<i>absent</i>", "<i>no field</i>" + between + "<i>null</i>"}) {
    EXPECT_TRUE(page.has("<td class=\"n\">" + pair + "</td>")) << pair;
  }
}

TEST(CorpusPage, APictureHasItsRowAndItsWayBack) {
  CaseResult result = sound("a.pdf");
  result.misses = {wrong_number("first"), wrong_number("second")};
  result.misses[1].picture = "\x89PNG...";
  const Made page({sound("z.pdf"), result});
  EXPECT_TRUE(page.has("<a href=\"#picture-2\">picture</a>"));
  EXPECT_TRUE(page.has("<figure id=\"picture-2\">"));
  EXPECT_TRUE(page.has("src=\"data:image/png;base64,iVBORy4uLg==\""));
  EXPECT_TRUE(page.has("<a href=\"#miss-2\">Back to its row</a>"));
  EXPECT_FALSE(page.has("picture-1\""));
  expect_sound_links(page.html);
}

TEST(CorpusPage, ARowOfATableIsMarkedWhereItStands) {
  CaseResult result = sound("a.pdf");
  result.misses = {wrong_number("total"), wrong_number("given")};
  result.misses[1].row = 0;
  result.misses[1].text = "7";
  const Made page({result});
  EXPECT_TRUE(
      page.has("<pre>+----+------+----+\n<mark id=\"row-1-0-0\">| 三 | 予以 |  7 |\n|    | 公开 |    |</mark>\n"
               "+    +------+----+\n<mark id=\"row-1-0-1\">|    | 总计 |  9 |</mark>\n+----+------+----+\n</pre>"))
      << page.html;
  EXPECT_TRUE(page.has("<figcaption>Table 0, page 3: 甲</figcaption>"));
  EXPECT_EQ(all(page.html, "(<pre>)").size(), 1U) << "each table once, and only those that are linked to";
  expect_sound_links(page.html);
}

TEST(CorpusPage, NoMarkWhereTheRowCannotBeTold) {
  EXPECT_EQ(lines_of_row({"", {}, kArt}, 1, "9").first, 4U);
  EXPECT_EQ(lines_of_row({"", {}, kArt}, 1, "9").last, 5U);
  EXPECT_EQ(lines_of_row({"", {}, kArt}, 0, "予以公开").last, 3U) << "broken over two lines";
  EXPECT_EQ(lines_of_row({"", {}, kArt}, 0, "予以\n公开").last, 3U);
  EXPECT_EQ(lines_of_row({"", {}, kArt}, 0, "9").last, 0U) << "it stands in another row";
  EXPECT_EQ(lines_of_row({"", {}, kArt}, 2, "").last, 0U);
  EXPECT_EQ(lines_of_row({"", {}, kArt}, -1, "").last, 0U);
  EXPECT_EQ(lines_of_row({"", {}, {"a summary"}}, 0, "").last, 0U);
  CaseResult result = sound("a.pdf");
  result.misses = {wrong_number("a"), wrong_number("b"), wrong_number("c")};
  result.misses[0].table = 1;   // a summary
  result.misses[1].table = 17;  // no such table
  result.misses[2].row = 5;
  const Made page({result});
  EXPECT_TRUE(page.has("<a href=\"#table-1-1\">table</a>"));
  EXPECT_TRUE(page.has("<a href=\"#tables-1\">tables</a>"));
  EXPECT_TRUE(page.has("<a href=\"#table-1-0\">table</a>"));
  EXPECT_FALSE(page.has("<mark"));
  expect_sound_links(page.html);
}

TEST(CorpusPage, WhatIsNotGivenLeadsToAllTables) {
  CaseResult result = sound("a.docx");
  FieldMiss lost;
  lost.field = "requests.total";
  lost.kind = MissKind::lost;
  lost.truth = Decimal::parse("3");
  result.misses = {lost};
  CaseResult without_tables = sound("b.docx");
  without_tables.outcome.tables.clear();
  without_tables.misses = {lost};
  const Made page({result, without_tables});
  EXPECT_TRUE(page.has("<a href=\"#tables-1\">tables</a>"));
  EXPECT_TRUE(page.has("<details><summary>All its tables</summary>"));
  EXPECT_EQ(all(page.html, "(<pre>)").size(), 2U);
  EXPECT_TRUE(page.has("<i>absent</i></td><td></td>")) << "nowhere to lead to";
  expect_sound_links(page.html);
}

TEST(CorpusPage, NothingOfAReportIsMarkup) {
  const std::string hostile =
      "</script><script>window.pwned=1</script>\"' onclick=\"x\" &amp; \u2028<img src=x onerror=y>\xFF";
  CaseResult result = sound("javascript:alert(1)//<b>\".pdf");
  result.about = {hostile, hostile, hostile, {hostile}};
  FieldMiss miss = wrong_number(hostile);
  miss.text = hostile;
  miss.status = hostile;
  miss.doubts = {hostile};
  result.misses = {miss, miss};
  result.misses[1].picture = hostile;
  result.other_misses = {{hostile, hostile, hostile}};
  result.changes = {{Verdict::worse, hostile, hostile, hostile}};
  result.outcome.tables = {{hostile, {1}, {hostile, "+----+", hostile, "+----+"}}};
  CaseResult failed = sound(hostile);
  failed.outcome.failure = CaseFailure{hostile, hostile};
  const Made page({result, failed}, {{hostile, hostile}});
  EXPECT_EQ(all(page.html, "(<script)").size(), 2U);
  EXPECT_EQ(all(page.html, "(</script)").size(), 2U);
  EXPECT_EQ(all(page.html, "(<img)").size(), 1U);
  EXPECT_EQ(all(page.html, "(<style)").size(), 1U);
  const std::string bare = std::regex_replace(page.html, std::regex("=\"[^\"]*\""), "");
  EXPECT_TRUE(all(bare, "<[^>]*( on[a-z]+)").empty()) << "no attribute ends early";
  for (const std::string& link : all(page.html, "href=\"([^\"]*)\"")) {
    EXPECT_TRUE(link.front() == '#' || link.starts_with("../")) << link;
    EXPECT_EQ(link.find(':'), std::string::npos) << link;
  }
  expect_sound_links(page.html);
}

TEST(CorpusPage, OnlyItsOwnScriptAndStyleMayRun) {
  const Made page({sound("a.pdf")});
  const std::string policy = all(page.html, "http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"").at(0);
  std::string hashes;
  for (std::size_t at = page.html.find("<script>"); at != std::string::npos; at = page.html.find("<script>", at)) {
    at += 8;
    hashes += " 'sha256-" + sha256_base64(page.html.substr(at, page.html.find("</script>", at) - at)) + "'";
  }
  const std::size_t style = page.html.find("<style>") + 7;
  EXPECT_EQ(policy, "default-src 'none'; script-src" + hashes + "; style-src 'sha256-" +
                        sha256_base64(page.html.substr(style, page.html.find("</style>") - style)) +
                        "'; img-src data:; base-uri 'none'; form-action 'none'");
  EXPECT_LT(page.html.find("<meta charset"), 1024U);
  EXPECT_LT(page.html.find("Content-Security-Policy"), page.html.find("<style>"));
}

TEST(CorpusPage, FiguresAndGroupsAreThoseOfTheScoreboard) {
  TemporaryFolder folder;
  Scoreboard board;
  board.all = {.files = 9,
               .scored = 8,
               .perfect = 5,
               .unchecked = 1,
               .failed = 2,
               .right = 700,
               .wrong = 11,
               .lost = 12,
               .invented = 13,
               .silent = 14,
               .alarms = 15,
               .heads = 16,
               .checks = 17,
               .tables_right = 18,
               .tables_wrong = 19};
  board.by_format["pdf-<word>"] = board.all;
  board.by_form["ogi-2021"].files = 3;
  board.slowest = {{12.345, "slow<.pdf"}};
  board.verdicts = {{Verdict::same, 4}, {Verdict::worse, 3}};
  board.gone = {"gone&.pdf"};
  board.gone_count = 21;
  board.seconds = 61.5;
  board.jobs = 2;
  const fs::path file = folder.path() / "page.html";
  CorpusPage page(file, "x");
  ASSERT_EQ(page.finish(board, {{"command", "fubiao corpus run <x>"}}), "");
  const std::string html = read_file(file);
  for (const std::string& part :
       {std::string("<dt>reports perfect</dt><dd>5 <small>of 8</small></dd>"),
        std::string("<dt>fields right</dt><dd>700 <small>of 736</small></dd>"),
        std::string("<div class=\"bad\"><dt>silent errors</dt><dd>14</dd>"), std::string("<dt>lost</dt><dd>12</dd>"),
        std::string("<dt>files that gave no report</dt><dd>2 <small>of 9</small></dd>"),
        std::string("<dt>tables right</dt><dd>18 <small>of 37</small></dd>"),
        std::string("<dt>truths that wait for a look</dt><dd>1</dd>"),
        std::string("<dd>61.50 <small>s, 2 workers</small></dd>"), std::string("<dt>same</dt><dd>4</dd>"),
        std::string("<div class=\"bad\"><dt>worse</dt><dd>3</dd>"), std::string("<dt>gone</dt><dd>21</dd>"),
        std::string("<li>gone&amp;.pdf</li>\n<li>…</li>"),
        std::string("<dt>command</dt><dd>fubiao corpus run &lt;x&gt;"), std::string("<td class=\"n\">12.35</td>"),
        std::string("<th scope=\"row\">pdf-&lt;word&gt;</th><td class=\"n\">9</td><td class=\"n\">8</td>"
                    "<td class=\"n\">5</td><td class=\"n\">700</td><td class=\"n\">11</td><td class=\"n\">12</td>"
                    "<td class=\"n\">13</td><td class=\"n bad\">14</td><td class=\"n\">15</td><td class=\"n\">2</td>"
                    "<td class=\"n\">16</td><td class=\"n\">17</td><td class=\"n\">19</td>"),
        std::string("Every field is as its truth.")}) {
    EXPECT_NE(html.find(part), std::string::npos) << part;
  }
  EXPECT_EQ(html.find("id=\"by-switch\""), std::string::npos) << "no switches, no table of them";
  board.all.silent = 0;
  CorpusPage good(file, "x");
  ASSERT_EQ(good.finish(board, {}), "");
  EXPECT_NE(read_file(file).find("<div class=\"good\"><dt>silent errors</dt><dd>0</dd>"), std::string::npos);
}

TEST(CorpusPage, RowsKeepTheOrderOfTheResults) {
  std::vector<CaseResult> results;
  for (int i = 0; i < 3; ++i) {
    CaseResult result = sound("case-" + std::to_string(i) + ".pdf");
    result.misses = {wrong_number("a" + std::to_string(i)), wrong_number("b" + std::to_string(i))};
    result.other_misses = {{"title", "甲", "乙"}};
    result.changes = {{Verdict::better, "requests.total", "3", "4"}};
    if (i == 1) result.outcome.failure = CaseFailure{"crashed", "reading it ended with signal 11"};
    results.push_back(result);
  }
  const Made page(results);
  EXPECT_EQ(all(page.html, "<td class=\"f\">([ab][0-9])</td>"),
            (std::vector<std::string>{"a0", "b0", "a1", "b1", "a2", "b2"}));
  EXPECT_EQ(all(page.html, "<tr id=\"(miss-[0-9])\""),
            (std::vector<std::string>{"miss-1", "miss-2", "miss-3", "miss-4", "miss-5", "miss-6"}));
  EXPECT_TRUE(page.has("<a href=\"#fields\">Failing fields</a> 6</li>"));
  EXPECT_TRUE(page.has("<a href=\"#others\">Other misses</a> 3</li>"));
  EXPECT_TRUE(page.has("</td><td>crashed</td><td class=\"t\">reading it ended with signal 11</td></tr>"));
  EXPECT_TRUE(page.has("<td>title</td><td class=\"t\">甲</td><td class=\"t\">乙</td>"));
  EXPECT_TRUE(
      page.has("<td class=\"f\">requests.<wbr>total</td><td class=\"t\">3</td><td class=\"t\">4</td><td "
               "class=\"better\">better</td>"));
}

TEST(CorpusPage, LongPicturesAreLeftOutAndThatIsSaid) {
  TemporaryFolder folder;
  const fs::path file = folder.path() / "page.html";
  CorpusPage page(file, "x");
  CaseResult result = sound("a.pdf");
  result.misses = {wrong_number("a")};
  result.misses[0].picture = std::string(CorpusPage::most_evidence / 4, 'x');  // a third more as Base64
  for (int i = 0; i < 4; ++i) page.add(result);
  ASSERT_EQ(page.finish({}, {}), "");
  const std::string html = read_file(file);
  EXPECT_EQ(all(html.substr(0, 60'000), "(#picture-)").size(), 2U);
  EXPECT_LT(html.size(), CorpusPage::most_evidence + 200'000);
  EXPECT_NE(html.find("For 2 fields the page was too long"), std::string::npos);
  EXPECT_NE(html.find("<tr id=\"miss-4\""), std::string::npos) << "rows are all there";
}

TEST(CorpusPage, MemoryDoesNotGrowWithTheResults) {
  TemporaryFolder folder;
  CorpusPage page(folder.path() / "page.html", "x");
  CaseResult result = sound("a.pdf");
  for (int i = 0; i < 100; ++i) result.misses.push_back(wrong_number("field-" + std::to_string(i)));
  result.misses.front().picture = std::string(50'000, 'x');
  page.add(result);
  const std::size_t before = ::mallinfo2().uordblks;
  for (int i = 0; i < 300; ++i) page.add(result);  // 30 MB of HTML
  EXPECT_LT(::mallinfo2().uordblks, before + 1'000'000);
  ASSERT_EQ(page.finish({}, {}), "");
  EXPECT_GT(fs::file_size(folder.path() / "page.html"), 25'000'000U);
}

TEST(CorpusPage, IsSeenWholeOrNotAtAll) {
  TemporaryFolder folder;
  const fs::path file = folder.path() / "page.html";
  folder.write("page.html", "the last one");
  {
    CorpusPage page(file, "x");
    CaseResult result = sound("a.pdf");
    result.misses = {wrong_number("a")};
    page.add(result);
    EXPECT_EQ(read_file(file), "the last one");
  }
  EXPECT_EQ(read_file(file), "the last one") << "without an end there is no page";
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 1) << "nothing is left behind";
  CorpusPage page(file, "x");
  EXPECT_EQ(page.finish({}, {}), "");
  EXPECT_TRUE(read_file(file).ends_with("</html>\n"));
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 1);

  CorpusPage onto_folder(folder.path(), "x");
  EXPECT_EQ(onto_folder.finish({}, {}), "cannot write: it is a folder");
  CorpusPage below_file(file / "page.html", "x");
  EXPECT_EQ(below_file.finish({}, {}).rfind("cannot make its folder: ", 0), 0U);
  const fs::path pipe = folder.path() / "pipe";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  CorpusPage onto_pipe(pipe, "x");
  EXPECT_EQ(onto_pipe.finish({}, {}), "cannot write: it is no file that could be replaced");
  EXPECT_TRUE(fs::is_fifo(pipe));
}

TEST(HtmlEscape, PathsAreRelativeReferences) {
  EXPECT_EQ(url_path("../a b/报.pdf"), "../a%20b/%E6%8A%A5.pdf");
  EXPECT_EQ(url_path("javascript:alert(1)"), "javascript%3Aalert%281%29");
  EXPECT_EQ(url_path("a?b#c%\"'\xFF"), "a%3Fb%23c%25%22%27%FF");
  EXPECT_EQ(url_path("//host/x"), "/host/x");
  EXPECT_EQ(url_path("//"), "/");
  EXPECT_EQ(url_path(""), "");
}

TEST(HtmlEscape, AttributesKeepTheirLineEnds) {
  EXPECT_EQ(html_attribute("a\"\n'\r\n<"), "a&quot;\n&#39;\n&lt;");
  EXPECT_EQ(html_escaped("a\n<"), "a<br>&lt;");
}

// RFC 4648, section 10, and the test vector "abc" of FIPS 180-4 as Base64.
TEST(SourceInfo, Base64) {
  EXPECT_EQ(base64(""), "");
  EXPECT_EQ(base64("f"), "Zg==");
  EXPECT_EQ(base64("fo"), "Zm8=");
  EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
  EXPECT_EQ(sha256_base64("abc"), "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
}

}  // namespace
}  // namespace fubiao::tests
