#pragma once
#include <stdexcept>

namespace dandori::engine {

/// What a store could not do, in its words: it can't be reached, is full, or refused. Whoever asks again later may be answered.
class StoreFault : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

}  // namespace dandori::engine
