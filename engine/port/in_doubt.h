#pragma once
#include <stdexcept>

namespace dandori::engine {

/// Thrown by Store::commit() where it can't tell whether the batch is there: whoever waits for an answer must be told so.
class InDoubt : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

}  // namespace dandori::engine
