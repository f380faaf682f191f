// Decides whether the parts of a form go together: what one part names must exist in another, and no two may say the
// same.
//
// Whoever writes a form learns of everything that is wrong with it at once, with the line and with what to do. What a
// run would only notice as a field that never comes (a rank that no path fits, a check over a key with a typo) is a
// problem too: a check that can never be made protects nothing.
//
// Invariant: a form without problems has a path for each cell, and each path is a place of its own in the nested data.
// It does not apply to the shape of the file (keys, types): form_parse.cc reads that.
#include "normalize/form_check.h"

#include <algorithm>
#include <map>
#include <set>

#include "extract/limits.h"
#include "normalize/index.h"
#include "normalize/phrase.h"

namespace fubiao {
namespace {

/// Words between dots: lower-case letters, digits and "_", a letter first.
bool is_key(const std::string& key) {
  bool first = true;
  for (const char c : key) {
    if (c == '.' && first) return false;
    const bool letter = c >= 'a' && c <= 'z';
    const bool later = (c >= '0' && c <= '9') || c == '_';
    if (c != '.' && !letter && (first || !later)) return false;
    first = c == '.';
  }
  return !key.empty() && !first;
}

std::vector<std::string> keys_of(const std::vector<FormNode>& nodes) {
  std::vector<std::string> keys;
  for (const FormNode& node : nodes) {
    if (node.carries) keys.push_back(node.key);
    if (!node.alone.empty()) keys.push_back(node.alone);
  }
  return keys;
}

bool has(const std::vector<std::string>& words, const std::string& word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class Checker {
 public:
  Checker(const Form& form, const FormPlaces& places, std::vector<FormProblem>& problems)
      : form_(form), places_(places), problems_(problems) {}

  void run() {
    for (std::size_t t = 0; t < form_.tables.size(); ++t) check_table(t);
    if (too_many()) return;
    check_paths();
    for (std::size_t rank = 0; rank < form_.told_by.size(); ++rank) check_rank(rank);
    for (std::size_t c = 0; c < form_.checks.size(); ++c) check_rule(form_.checks[c], places_.checks[c]);
    check_family();
  }

 private:
  void problem(const std::string& where, std::string message) { problems_.push_back({where, std::move(message)}); }

  bool too_many() {
    std::size_t fields = 0;
    for (const FormTable& table : form_.tables) {
      for (const FormNode& row : table.rows) fields += table.blocks[index(row.block)].columns.size();
    }
    if (fields <= Limits{}.form_fields) return false;
    problem("/tables", "there are more than " + std::to_string(Limits{}.form_fields) +
                           " cells; a form has a few hundred: split it into several");
    return true;
  }

  void check_table(std::size_t t) {
    const FormTable& table = form_.tables[t];
    const FormPlaces::OfTable& at = places_.tables[t];
    for (std::size_t other = 0; other < t; ++other) {
      if (form_.tables[other].name == table.name && !table.name.empty())
        problem(at.table + "/name", "another table has the name \"" + table.name + "\"; give each its own");
    }
    check_nodes(table.rows, at.rows);
    for (std::size_t b = 0; b < table.blocks.size(); ++b) check_nodes(table.blocks[b].columns, at.columns[b]);
    for (std::size_t b = 0; b < table.blocks.size(); ++b) {
      for (std::size_t c = 0; c < table.blocks[b].columns.size(); ++c) {
        if (table.blocks[b].columns[c].label.empty())
          problem(at.columns[b][c] + "/label", "the label of a column is empty; write what its head prints");
      }
    }
    // A row without a label is told by being the only one.
    const auto carrying =
        std::count_if(table.rows.begin(), table.rows.end(), [](const FormNode& n) { return n.carries; });
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
      if (table.rows[r].label.empty() && (carrying != 1 || r + 1 != table.rows.size()))
        problem(at.rows[r] + "/label",
                "the label is empty; only the one row of a table with a single row may have none");
    }
  }

  void check_nodes(const std::vector<FormNode>& nodes, const std::vector<std::string>& at) {
    std::map<std::pair<int, std::string>, std::size_t> siblings;
    for (std::size_t n = 0; n < nodes.size(); ++n) {
      const FormNode& node = nodes[n];
      for (const auto& [name, key] : {std::pair("key", &node.key), std::pair("alone", &node.alone)}) {
        if (!key->empty() && !is_key(*key))
          problem(at[n] + "/" + name,
                  "\"" + *key + "\" is no key; use lower-case letters, digits and \"_\", with dots between words");
      }
      if (node.label.empty()) continue;
      const std::string folded = node.names.spellings.front().folded;
      if (folded.empty()) {
        problem(at[n] + "/label", "the label has no letter; write it as it is printed");
      } else if (!siblings.emplace(std::pair(node.parent, folded), n).second) {
        problem(at[n] + "/label",
                "\"" + node.label +
                    "\" stands twice under one heading; the print could not tell them apart: leave one out");
      }
    }
  }

  void check_paths() {
    std::map<std::string, std::string> seen;  // path: where its row stands
    const auto enter = [&](const std::string& path, const std::string& where) {
      if (path.empty()) {
        problem(where, "a cell has no path; give its row or its column a key");
      } else if (!seen.emplace(path, where).second) {
        problem(where, "two cells have the path " + path + "; change the key of a row or a column");
      }
    };
    for (std::size_t t = 0; t < form_.tables.size(); ++t) {
      const FormTable& table = form_.tables[t];
      for (std::size_t r = 0; r < table.rows.size(); ++r) {
        for (const FormNode& column : table.blocks[index(table.rows[r].block)].columns) {
          if (!column.carries) continue;
          if (table.rows[r].carries) enter(join_keys(table.rows[r].key, column.key), places_.tables[t].rows[r]);
          if (!table.rows[r].alone.empty())
            enter(join_keys(table.rows[r].alone, column.key), places_.tables[t].rows[r] + "/alone");
        }
      }
    }
    if (seen.empty()) problem("/tables", "no field is defined; give a row and a column a \"key\"");
    // "a.b" needs an object where "a" has its number. A dot sorts before all that may stand in a key.
    for (auto it = seen.begin(); it != seen.end(); ++it) {
      const auto next = std::next(it);
      if (next != seen.end() && next->first.compare(0, it->first.size() + 1, it->first + ".") == 0)
        problem(next->second, "the path " + next->first + " lies below " + it->first +
                                  ", which is a field itself; change one key (" + it->first + ".total)");
    }
    for (const auto& [path, where] : seen) paths_.push_back(path);
  }

  void check_rank(std::size_t rank) {
    for (std::size_t i = 0; i < form_.told_by[rank].size(); ++i) {
      const std::string& rule = form_.told_by[rank][i];
      const bool fits = std::any_of(paths_.begin(), paths_.end(), [&](const std::string& p) { return tells(rule, p); });
      if (!fits) unknown(places_.told_by[rank] + "/" + std::to_string(i), "path", rule, paths_);
    }
  }

  void unknown(const std::string& where, const std::string& what, const std::string& word,
               const std::vector<std::string>& known) {
    problem(where, "no " + what + " of this form is \"" + word + "\"" + suggestion(word, known));
  }

  void check_rule(const CheckRule& rule, const std::string& where) {
    if (rule.kind == CheckRule::Kind::sum) {
      if (!has(paths_, rule.total)) unknown(where + "/sum", "path", rule.total, paths_);
      for (std::size_t i = 0; i < rule.parts.size(); ++i) {
        const std::string at = where + "/parts/" + std::to_string(i);
        if (!has(paths_, rule.parts[i])) unknown(at, "path", rule.parts[i], paths_);
        if (rule.parts[i] == rule.total) problem(at, "the total is one of its own parts; leave it out");
      }
      return;
    }
    if (rule.kind == CheckRule::Kind::follows && rule.table.empty()) {
      for (std::size_t i = 0; i < rule.parts.size(); ++i) {
        if (!has(paths_, rule.parts[i]))
          unknown(where + "/follows/" + std::to_string(i), "path", rule.parts[i], paths_);
      }
      return;
    }
    const auto table = std::find_if(form_.tables.begin(), form_.tables.end(),
                                    [&](const FormTable& one) { return one.name == rule.table; });
    if (table == form_.tables.end()) {
      std::vector<std::string> names;
      for (const FormTable& one : form_.tables) names.push_back(one.name);
      if (!rule.table.empty()) unknown(where + "/table", "table", rule.table, names);
      return;
    }
    std::vector<std::string> columns;
    for (const FormBlock& block : table->blocks) {
      for (std::string& key : keys_of(block.columns)) columns.push_back(std::move(key));
    }
    const std::vector<std::string> rows = keys_of(table->rows);
    const bool across = rule.kind == CheckRule::Kind::across;
    const std::vector<std::string>& known = across ? columns : rows;
    const std::string what = std::string(across ? "column" : "row") + " in the table \"" + rule.table + "\"";
    const auto look = [&](const std::string& key, const std::string& at) {
      if (!has(known, key)) unknown(at, what, key, known);
    };
    if (across) look(rule.total, where + "/total");
    if (rule.kind == CheckRule::Kind::outcomes) {
      look(rule.total, where + "/outcomes");
      const bool some = std::any_of(rows.begin(), rows.end(), [&](const std::string& row) {
        return row != rule.total && tells(rule.parts.front(), row);
      });
      if (!some && !rule.parts.front().empty()) unknown(where + "/under", what, rule.parts.front(), rows);
      return;
    }
    const std::string parts = across ? "/parts/" : rule.kind == CheckRule::Kind::follows ? "/follows/" : "/balance/";
    for (std::size_t i = 0; i < rule.parts.size(); ++i) look(rule.parts[i], where + parts + std::to_string(i));
    for (std::size_t i = 0; i < rule.others.size(); ++i) look(rule.others[i], where + "/equals/" + std::to_string(i));
  }

  void check_family() {
    for (const auto& [name, phrases] :
         {std::pair("titles", &form_.family.titles), std::pair("years", &form_.family.years),
          std::pair("sections", &form_.family.sections)}) {
      for (std::size_t i = 0; i < phrases->size(); ++i) {
        const std::string where = std::string("/family/") + name + "/" + std::to_string(i);
        const std::string& text = (*phrases)[i];
        const Phrase phrase = read_phrase(text, "x", std::string(name) == "sections");
        if (!phrase.problem.empty()) {
          problem(where, "the phrase cannot be read: " + phrase.problem +
                             "; [a|b] may be left out, {a|b} is one of them, <a|b> any number");
        } else if (phrase.fits_anything) {
          problem(
              where,
              "all of the phrase may be left out, so that it would fit anything; leave a word outside of the brackets");
        } else if (std::string(name) == "years" && std::count(text.begin(), text.end(), '#') != 1) {
          problem(where, "the phrase must hold # once, where the year stands; write it as \"#年度决算\"");
        }
      }
    }
  }

  const Form& form_;
  const FormPlaces& places_;
  std::vector<FormProblem>& problems_;
  std::vector<std::string> paths_;
};

}  // namespace

void check_form(const Form& form, const FormPlaces& places, std::vector<FormProblem>& problems) {
  Checker(form, places, problems).run();
}

}  // namespace fubiao
