// A pull reader over libxml2's xmlTextReader: no network, no entities, no document type, bounded depth.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "extract/limits.h"

namespace fubiao {

/// Steps through one XML part. Views returned are valid until the next step. Throws Error{damaged} where the text is
/// not well-formed, breaks off or holds a document type declaration (OPC forbids one: ECMA-376 part 2 §7.2), and
/// Error{limit} where elements nest too deeply.
class Xml {
 public:
  enum class Node { none, start, end, text };

  /// `bytes` must outlive the reader; `part` names them in messages.
  Xml(std::string_view bytes, std::string part, const Limits& limits);
  ~Xml();
  Xml(const Xml&) = delete;
  Xml& operator=(const Xml&) = delete;

  /// The next start, end or text. An empty element (`empty()`) has a start and no end. False at the end of the part.
  bool next();
  Node node() const { return node_; }
  int depth() const { return depth_; }  ///< of the node; 0 for the root element
  bool empty() const { return empty_; }

  std::string_view name() const;           ///< local name of the element
  std::string_view namespace_uri() const;  ///< empty: none
  std::string_view text() const;           ///< of a text node
  /// Equal addresses mean equal local names, for the life of the reader.
  const void* name_key() const;
  /// Equal non-null addresses mean equal namespaces. Null: not declared on the root element (or far behind there).
  const void* root_namespace_key() const;

  /// An attribute by local name, of no namespace or of the element's own.
  std::optional<std::string_view> attribute(std::string_view local_name) const;
  /// The namespace that a prefix stands for here; empty: none.
  std::string_view namespace_of(std::string_view prefix) const;
  /// xml:space="preserve" here or further out.
  bool preserves_space() const;

  /// Steps to the first element. Throws Error{damaged} when there is none.
  void to_root();
  /// Goes on to the end of the element at `depth` in which the reader stands.
  void leave(int depth);
  /// Text of the current element and all below it; ends on its end.
  std::string read_text();

  /// Calls `visit()` on the start of each child element of the current element, and ends on its end. `visit` may read
  /// as much of the child as it likes.
  template <class Visit>
  void each_child(Visit&& visit) {
    if (empty_ || node_ != Node::start) return;
    const int parent = depth_;
    while (next()) {
      if (node_ == Node::end && depth_ <= parent) return;
      if (node_ != Node::start) continue;
      const int child = depth_;
      visit();
      leave(child);
    }
  }

 private:
  struct Handle;
  [[noreturn]] void fail() const;

  std::unique_ptr<Handle> handle_;
  std::string part_;
  int depth_limit_;
  Node node_ = Node::none;
  int depth_ = 0;
  bool empty_ = false;
};

}  // namespace fubiao
