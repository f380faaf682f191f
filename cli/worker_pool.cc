// A pool of child processes.
//
// Each child is made by fork() and reads numbers of items from a pipe; for each it writes the length of the result and
// the result to another. The parent, which has one thread, waits for all of them with poll(). A child whose pipe ends
// is dead: its item is marked and a new child takes its place. A child that is over its time is killed, which then
// looks the same. Children leave with _exit: nothing that the parent registered for its own end runs twice.
#include "cli/worker_pool.h"

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <exception>
#include <map>
#include <new>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "cli/output.h"

namespace fubiao {
namespace {

using Clock = std::chrono::steady_clock;
using Length = std::uint64_t;

constexpr std::size_t kAheadPerJob = 64;

/// False at the end of the pipe, or after an error.
bool read_all(int descriptor, void* data, std::size_t size) {
  auto* at = static_cast<char*>(data);
  while (size > 0) {
    const ssize_t count = ::read(descriptor, at, size);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    at += count;
    size -= static_cast<std::size_t>(count);
  }
  return true;
}

std::string_view bytes_of(const Length& number) {
  return {reinterpret_cast<const char*>(&number), sizeof number};
}

[[noreturn]] void serve(int requests, int answers, const std::function<std::string(std::size_t)>& work) {
  Length item = 0;
  while (read_all(requests, &item, sizeof item)) {
    const std::string answer = work(static_cast<std::size_t>(item));
    if (write_all(answers, bytes_of(answer.size())) != 0 || write_all(answers, answer) != 0) break;
  }
  ::_exit(0);
}

struct Child {
  pid_t process = -1;
  int requests = -1;
  int answers = -1;
  std::optional<std::size_t> item;
  Clock::time_point since;
  bool killed = false;
  std::string received;  ///< of the answer, with its length before it
};

void make_pipe(std::array<int, 2>& ends) {
  if (::pipe(ends.data()) != 0) throw std::system_error(errno, std::generic_category(), "cannot make a pipe");
}

class Pool {
 public:
  Pool(std::size_t count, const PoolOptions& options, const PoolUse& use)
      : count_(count), options_(options), use_(use) {}
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;
  ~Pool() {
    for (Child& child : children_) bury(child, true);
  }

  void run() {
    const std::size_t jobs = std::min(count_, static_cast<std::size_t>(std::max(options_.jobs, 1)));
    ahead_ = kAheadPerJob * std::max<std::size_t>(jobs, 1);
    children_.resize(jobs);
    for (Child& child : children_) start(child);
    while (taken_ < count_ && !stopped_) {
      for (Child& child : children_) give_work(child);
      wait();
      if (use_.tick) use_.tick(taken_ + held_.size());
    }
  }

 private:
  void start(Child& child) {
    std::array<int, 2> requests{};
    std::array<int, 2> answers{};
    make_pipe(requests);
    make_pipe(answers);
    const pid_t process = ::fork();
    if (process < 0) throw std::system_error(errno, std::generic_category(), "cannot make a process");
    if (process == 0) {
      // The ends of the others, too: a child that kept them would hide the death of another.
      for (const Child& other : children_) {
        if (other.requests >= 0) ::close(other.requests);
        if (other.answers >= 0) ::close(other.answers);
      }
      ::close(requests[1]);
      ::close(answers[0]);
      try {
        serve(requests[0], answers[1], use_.work);
      } catch (...) {
        std::abort();  // the parent says that it crashed
      }
    }
    ::close(requests[0]);
    ::close(answers[1]);
    child = {};
    child.process = process;
    child.requests = requests[1];
    child.answers = answers[0];
  }

  /// Waits for its end; `stop`: makes it end.
  static int bury(Child& child, bool stop) {
    if (child.process < 0) return 0;
    ::close(child.requests);
    ::close(child.answers);
    if (stop) ::kill(child.process, SIGKILL);
    int status = 0;
    while (::waitpid(child.process, &status, 0) < 0 && errno == EINTR) {
    }
    child.process = -1;
    child.requests = child.answers = -1;
    return status;
  }

  void give_work(Child& child) {
    // One that was killed may have answered before it died: it takes no other item with it.
    if (child.item || child.killed || next_ >= count_ || next_ >= taken_ + ahead_) return;
    const std::size_t item = next_++;
    child.item = item;
    child.since = Clock::now();
    // A child that died idle shows at its answers.
    static_cast<void>(write_all(child.requests, bytes_of(item)));
  }

  void wait() {
    std::vector<pollfd> waiting;
    Clock::duration nearest = std::chrono::seconds(1);
    const Clock::time_point now = Clock::now();
    for (const Child& child : children_) {
      waiting.push_back({child.answers, POLLIN, 0});
      if (child.item && !child.killed) nearest = std::min(nearest, child.since + options_.time_limit - now);
    }
    const auto pause = std::chrono::ceil<std::chrono::milliseconds>(std::max(nearest, Clock::duration::zero()));
    if (::poll(waiting.data(), waiting.size(), static_cast<int>(pause.count())) < 0 && errno != EINTR)
      throw std::system_error(errno, std::generic_category(), "cannot wait for a process");
    for (std::size_t i = 0; i < children_.size() && !stopped_; ++i) {
      if (waiting[i].revents != 0) receive(children_[i]);
    }
    for (Child& child : children_) {
      if (!child.item || child.killed || Clock::now() - child.since < options_.time_limit) continue;
      child.killed = true;
      ::kill(child.process, SIGKILL);
    }
  }

  void receive(Child& child) {
    std::array<char, 1 << 16> buffer{};
    const ssize_t count = ::read(child.answers, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) return;
    if (count <= 0) {
      replace(child);
      return;
    }
    child.received.append(buffer.data(), static_cast<std::size_t>(count));
    Length length = 0;
    if (child.received.size() < sizeof length) return;
    std::memcpy(&length, child.received.data(), sizeof length);
    if (child.received.size() < sizeof length + length) return;
    const std::size_t item = *child.item;
    child.item.reset();
    std::string text = child.received.substr(sizeof length);
    child.received.clear();
    finish(item, {PoolResult::End::done, std::move(text)});
  }

  /// After its death.
  void replace(Child& child) {
    const std::optional<std::size_t> item = child.item;
    const bool killed = child.killed;
    const int status = bury(child, false);
    start(child);
    if (!item) return;
    if (killed) {
      finish(*item, {PoolResult::End::timed_out, {}});
    } else if (WIFSIGNALED(status)) {
      finish(*item, {PoolResult::End::crashed, std::string("signal ") + ::strsignal(WTERMSIG(status))});
    } else {
      finish(*item, {PoolResult::End::crashed, "exit status " + std::to_string(WEXITSTATUS(status))});
    }
  }

  void finish(std::size_t item, PoolResult result) {
    held_.emplace(item, std::move(result));
    while (!stopped_ && !held_.empty() && held_.begin()->first == taken_) {
      auto first = held_.extract(held_.begin());
      stopped_ = !use_.take(taken_, std::move(first.mapped()));
      ++taken_;
    }
  }

  std::size_t count_;
  const PoolOptions& options_;
  const PoolUse& use_;
  std::size_t ahead_ = 0;
  std::size_t next_ = 0;   ///< first item that nobody has begun
  std::size_t taken_ = 0;  ///< items that were handed on
  bool stopped_ = false;
  std::map<std::size_t, PoolResult> held_;  ///< finished before an earlier one
  std::vector<Child> children_;
};

}  // namespace

void run_pool(std::size_t count, const PoolOptions& options, const PoolUse& use) {
  Pool(count, options, use).run();
}

}  // namespace fubiao
