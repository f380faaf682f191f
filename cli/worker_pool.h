// Work on many items in child processes, so that all cores are used and whatever an item does to its process costs
// that item alone.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>

namespace fubiao {

struct PoolOptions {
  int jobs = 1;                            ///< child processes at a time
  std::chrono::milliseconds time_limit{};  ///< of one item; then its process is killed
};

/// What became of one item.
struct PoolResult {
  enum class End {
    done,       ///< `text` is what the work gave
    crashed,    ///< its process ended; `text` says how, for people
    timed_out,  ///< it took longer than the time limit
  };
  End end = End::done;
  std::string text;
};

struct PoolUse {
  /// Called in a child process, which is a copy of this one at the time of the call of run_pool. Must not write to
  /// standard output.
  std::function<std::string(std::size_t item)> work;
  /// Called in this process for each item, in their order. False: stop, no more is wanted.
  std::function<bool(std::size_t item, PoolResult&& result)> take;
  /// Called in this process at least every second, and after each result.
  std::function<void(std::size_t finished)> tick;
};

/// Runs all items from 0 to `count`. Results that wait for an earlier one are held back, and no item begins that is
/// more than 64 for each job ahead of the first that is not finished: memory does not grow with `count`.
/// The caller ignores SIGPIPE: a child may die at any time. Throws std::system_error where no process can be made.
void run_pool(std::size_t count, const PoolOptions& options, const PoolUse& use);

}  // namespace fubiao
