#pragma once
#include <cstdint>
#include <map>
#include <string>

#include "engine/port/store.h"

namespace dandori::rest {

/// How many instances of each element there are, by what became of them.
class ElementTally {
  public:
    /// Counts the element instances that `query` finds.
    void add(engine::Reader& reader, const engine::Query& query);

    /// `{"items": [{"elementId", "active", "canceled", "incidents", "completed"}]}`
    std::string text() const;

  private:
    struct Counts {
        std::int64_t active = 0;  ///< without an incident
        std::int64_t canceled = 0;
        std::int64_t incidents = 0;
        std::int64_t completed = 0;
    };
    std::map<std::string, Counts, std::less<>> counts_;
};

}  // namespace dandori::rest
