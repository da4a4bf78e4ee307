#pragma once
#include <vector>

#include "engine/feel/expression.h"
#include "engine/state/field.h"

namespace dandori::engine {

/// How a due date was counted: what calendars noted while the input mappings of the element were evaluated, and since this was made.
class Reckoning {
  public:
    explicit Reckoning(const feel::Surroundings&);
    /// Where an element is entered: what was noted for others is forgotten.
    static void begin(const feel::Surroundings&);
    /// The input mappings are done: what they noted belongs to every due date of the element.
    static void mappings_done(const feel::Surroundings&);
    /// `{"at": .., "periods": [..]}` with the moment it was counted at, or `{}` where no calendar was asked.
    Json json() const;

  private:
    std::vector<feel::Value>* notes_;
    std::size_t begins_at_;
    Instant at_;
};

}  // namespace dandori::engine
