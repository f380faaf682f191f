// How far a long run is, on standard error.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace fubiao {

/// A line that is written again and again on a terminal, and now and then in a log.
class Progress {
 public:
  enum class Where {
    terminal,  ///< five times a second, over itself
    log,       ///< every fifteen seconds
    nowhere,
  };
  /// What suits standard error.
  static Where suitable();

  Progress(std::size_t total, Where where) : total_(total), where_(where), begun_(Clock::now()), shown_(begun_) {}

  /// `note` stands at the end of the line.
  void show(std::size_t finished, const std::string& note);
  /// Takes the line off the terminal.
  void clear();
  double seconds() const;

 private:
  using Clock = std::chrono::steady_clock;
  std::size_t total_;
  Where where_;
  Clock::time_point begun_;
  Clock::time_point shown_;
  bool on_screen_ = false;
};

/// "312 of 1000, 31 %, 24.1 a second, 0:29 to go". The time to go is that of the files so far for those left; without
/// any so far there is none.
std::string progress_text(std::size_t finished, std::size_t total, double seconds);

}  // namespace fubiao
