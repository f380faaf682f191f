#include "cli/worker_pool.h"

#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <new>
#include <stdexcept>
#include <thread>
#include <vector>

namespace fubiao::tests {
namespace {

using namespace std::chrono_literals;
using End = PoolResult::End;
using Work = std::function<std::string(std::size_t)>;

constexpr std::chrono::milliseconds kLong = 30s;

/// Numbers that all processes see.
struct Shared {
  std::atomic<std::size_t> furthest{0};
};
class SharedMemory {
 public:
  SharedMemory()
      : memory_(::mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)),
        shared_(new (memory_) Shared) {}
  ~SharedMemory() { ::munmap(memory_, sizeof(Shared)); }
  SharedMemory(const SharedMemory&) = delete;
  SharedMemory& operator=(const SharedMemory&) = delete;
  Shared* operator->() const { return shared_; }

 private:
  void* memory_;
  Shared* shared_;
};

long open_descriptors() {
  const auto all = std::filesystem::directory_iterator("/proc/self/fd");
  return std::distance(begin(all), end(all));
}

/// Results by item. Each comes once, in its order, and afterwards no process and no descriptor is left.
std::vector<PoolResult> run(std::size_t count, int jobs, const Work& work, std::chrono::milliseconds limit = kLong) {
  std::vector<PoolResult> results;
  std::size_t ticked = 0;
  PoolUse use;
  use.work = work;
  use.take = [&](std::size_t item, PoolResult&& result) {
    EXPECT_EQ(item, results.size());
    results.push_back(std::move(result));
    return true;
  };
  use.tick = [&](std::size_t finished) {
    EXPECT_LE(ticked, finished);
    ticked = finished;
  };
  const long before = open_descriptors();
  run_pool(count, {.jobs = jobs, .time_limit = limit}, use);
  EXPECT_EQ(open_descriptors(), before);
  EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1);
  EXPECT_EQ(errno, ECHILD);
  EXPECT_EQ(ticked, count);
  EXPECT_EQ(results.size(), count);
  return results;
}

void expect_done(const PoolResult& result, const std::string& text) {
  EXPECT_EQ(result.end, End::done);
  EXPECT_EQ(result.text, text);
}

TEST(WorkerPool, ResultsComeInOrderHoweverLongEachTakes) {
  const std::vector<PoolResult> results = run(40, 4, [](std::size_t item) {
    if (item % 4 == 0) std::this_thread::sleep_for(10ms);
    return "item " + std::to_string(item);
  });
  for (std::size_t i = 0; i < results.size(); ++i) expect_done(results[i], "item " + std::to_string(i));
}

TEST(WorkerPool, TheWorkIsInOtherProcessesAndAtTheSameTime) {
  SharedMemory shared;
  // Each waits for the other.
  const std::vector<PoolResult> results = run(2, 2, [&](std::size_t /*item*/) {
    ++shared->furthest;
    while (shared->furthest < 2) std::this_thread::sleep_for(1ms);
    return std::to_string(::getpid());
  });
  EXPECT_NE(results.at(0).text, results.at(1).text);
  for (const PoolResult& result : results) EXPECT_NE(result.text, std::to_string(::getpid()));
}

TEST(WorkerPool, ACrashCostsItsItemAlone) {
  for (const int jobs : {1, 3}) {
    const std::vector<PoolResult> results = run(12, jobs, [](std::size_t item) {
      if (item == 0 || item == 11) std::abort();
      if (item == 4) ::_exit(3);
      if (item == 5) ::kill(::getpid(), SIGKILL);
      if (item == 7) throw std::runtime_error("nobody catches it");
      if (item == 8) ::_exit(0);
      return std::to_string(item);
    });
    for (const std::size_t i : {1U, 2U, 3U, 6U, 9U, 10U}) expect_done(results.at(i), std::to_string(i));
    for (const std::size_t i : {0U, 4U, 5U, 7U, 8U, 11U}) EXPECT_EQ(results.at(i).end, End::crashed) << i;
    EXPECT_EQ(results.at(0).text, "signal Aborted");
    EXPECT_EQ(results.at(4).text, "exit status 3");
    EXPECT_EQ(results.at(5).text, "signal Killed");
    EXPECT_EQ(results.at(7).text, "signal Aborted");
    EXPECT_EQ(results.at(8).text, "exit status 0");
  }
}

TEST(WorkerPool, WhatTakesTooLongIsKilled) {
  for (const int jobs : {1, 2}) {
    const std::vector<PoolResult> results = run(
        4, jobs,
        [](std::size_t item) {
          while (item == 1) ::pause();
          return std::to_string(item);
        },
        300ms);
    for (const std::size_t i : {0U, 2U, 3U}) expect_done(results.at(i), std::to_string(i));
    EXPECT_EQ(results.at(1).end, End::timed_out);
    EXPECT_EQ(results.at(1).text, "");
  }
}

// Item 1 is finished, but nobody has looked when its time is over: its process is killed, and what it gave counts. The
// item after it is not lost with the process.
TEST(WorkerPool, AnAnswerThatWasGivenInTimeIsKept) {
  std::vector<PoolResult> results;
  PoolUse use;
  use.work = [](std::size_t item) {
    if (item == 1) std::this_thread::sleep_for(20ms);
    return std::to_string(item);
  };
  use.take = [&](std::size_t item, PoolResult&& result) {
    if (item == 0) std::this_thread::sleep_for(1700ms);
    results.push_back(std::move(result));
    return true;
  };
  run_pool(6, {.jobs = 2, .time_limit = 1500ms}, use);
  ASSERT_EQ(results.size(), 6U);
  for (std::size_t i = 0; i < results.size(); ++i) expect_done(results[i], std::to_string(i));
}

TEST(WorkerPool, StopsWhereNoMoreIsWanted) {
  std::size_t taken = 0;
  PoolUse use;
  use.work = [](std::size_t item) {
    while (item > 3) ::pause();
    return std::to_string(item);
  };
  use.take = [&](std::size_t item, PoolResult&& /*result*/) {
    ++taken;
    return item < 2;
  };
  run_pool(1000, {.jobs = 3, .time_limit = kLong}, use);
  EXPECT_EQ(taken, 3U);
  EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1);
}

// Item 0 waits until as many others have begun as may: with a smaller window it would wait for ever, with a larger one
// it would see another one begin.
TEST(WorkerPool, NothingBeginsFarAheadOfTheFirstThatIsNotFinished) {
  SharedMemory shared;
  const std::size_t last = 64 * 2 - 1;
  const std::vector<PoolResult> results = run(
      300, 2,
      [&](std::size_t item) {
        if (item > 0) {
          if (shared->furthest < item) shared->furthest = item;
          return std::string();
        }
        while (shared->furthest < last) std::this_thread::sleep_for(1ms);
        std::this_thread::sleep_for(50ms);
        return std::to_string(shared->furthest);
      },
      5s);
  expect_done(results.front(), std::to_string(last));
  EXPECT_EQ(shared->furthest, 299U);
}

TEST(WorkerPool, ResultsMayBeLarge) {
  const std::vector<PoolResult> results =
      run(4, 2, [](std::size_t item) { return std::string(5'000'000, static_cast<char>(item)); });
  for (std::size_t i = 0; i < results.size(); ++i)
    EXPECT_TRUE(results[i].text == std::string(5'000'000, static_cast<char>(i))) << i;
}

TEST(WorkerPool, AResultMayBeEmpty) {
  for (const PoolResult& result : run(3, 1, [](std::size_t) { return std::string(); })) expect_done(result, "");
}

TEST(WorkerPool, NoItems) {
  bool ticked = false;
  PoolUse use;
  use.work = [](std::size_t) { return std::string(); };
  use.take = [](std::size_t, PoolResult&&) { return false; };
  use.tick = [&](std::size_t) { ticked = true; };
  run_pool(0, {.jobs = 4, .time_limit = kLong}, use);
  EXPECT_FALSE(ticked);
}

TEST(WorkerPool, MoreJobsThanItemsOrNone) {
  for (const int jobs : {50, 0}) {
    const std::vector<PoolResult> results = run(2, jobs, [](std::size_t item) { return std::to_string(item); });
    expect_done(results.at(0), "0");
    expect_done(results.at(1), "1");
  }
}

}  // namespace
}  // namespace fubiao::tests
