#pragma once
// Models made by chance, the same for the same seed on every machine.

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace dandori::test {

/// The same numbers everywhere: the distributions of the standard library differ from one to the next.
class Chance {
  public:
    explicit Chance(std::uint64_t seed) : engine_(seed) {}
    /// 0 .. count - 1.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(engine_() % count); }
    bool percent(std::size_t share) { return below(100) < share; }

  private:
    std::mt19937_64 engine_;
};

/// A process 'p' whose tasks are jobs of type 'work'; `key` is the correlation key of all its messages.
struct RandomModel {
    std::string xml;
    std::string variables;                       ///< JSON to start it with
    std::map<std::string, int> expected;         ///< how often each task is worked; only of a structured model
    std::map<std::string, std::string> throws;   ///< tasks of which each job reports this BPMN error
    std::map<std::string, std::string> can_throw;///< tasks of which a job may report it
    std::map<std::string, int> messages;         ///< how often each comes; of a graph 0: whenever nothing else can be done
    std::size_t elements = 0;
};

/// Blocks within blocks: each split has its join, so every run works the tasks that the variables tell, whatever the order.
RandomModel structured_model(std::uint64_t seed, std::size_t elements_max);

/// Elements joined by flows at random; it may get stuck. Conditions look at the variable `r`, which each job sets anew.
RandomModel random_graph(std::uint64_t seed, std::size_t elements_max);

}  // namespace dandori::test
