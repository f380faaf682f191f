#include "cli/progress.h"

#include <unistd.h>

#include <array>
#include <cmath>
#include <cstdio>

#include "cli/diagnostics.h"
#include "cli/output.h"

namespace fubiao {
namespace {

constexpr std::chrono::milliseconds kOnScreen{200};
constexpr std::chrono::seconds kInLog{15};

std::string clock_text(double seconds) {
  const long whole = std::lround(seconds);
  std::array<char, 64> text{};
  if (whole < 3600) {
    std::snprintf(text.data(), text.size(), "%ld:%02ld", whole / 60, whole % 60);
  } else {
    std::snprintf(text.data(), text.size(), "%ld:%02ld:%02ld", whole / 3600, whole / 60 % 60, whole % 60);
  }
  return text.data();
}

}  // namespace

Progress::Where Progress::suitable() {
  return ::isatty(STDERR_FILENO) == 1 ? Where::terminal : Where::log;
}

double Progress::seconds() const {
  return std::chrono::duration<double>(Clock::now() - begun_).count();
}

void Progress::show(std::size_t finished, const std::string& note) {
  const Clock::time_point now = Clock::now();
  if (where_ == Where::nowhere || now - shown_ < (where_ == Where::terminal ? Clock::duration(kOnScreen) : kInLog))
    return;
  shown_ = now;
  const std::string text = progress_text(finished, total_, seconds()) + (note.empty() ? "" : "; " + note);
  if (where_ == Where::log) {
    complain(text);
    return;
  }
  static_cast<void>(write_all(STDERR_FILENO, "\r" + printable(text) + "\x1B[K"));
  on_screen_ = true;
}

void Progress::clear() {
  if (on_screen_) static_cast<void>(write_all(STDERR_FILENO, "\r\x1B[K"));
  on_screen_ = false;
}

std::string progress_text(std::size_t finished, std::size_t total, double seconds) {
  const double done = static_cast<double>(finished);
  const std::size_t percent = total == 0 ? 100 : 100 * finished / total;  // 100 only at the end
  std::array<char, 128> text{};
  std::snprintf(text.data(), text.size(), "%zu of %zu, %zu %%", finished, total, percent);
  std::string line = text.data();
  if (finished == 0 || seconds <= 0) return line;
  std::snprintf(text.data(), text.size(), ", %.1f a second", done / seconds);
  line += text.data();
  return line + ", " + clock_text(seconds / done * static_cast<double>(total - finished)) + " to go";
}

}  // namespace fubiao
