#pragma once
// Short lists of one evaluation, kept on the stack: most decisions have few inputs, rules that match, and outputs.

#include <boost/container/small_vector.hpp>

#include "engine/feel/value.h"

namespace dandori::dmn {

template <class T, std::size_t kept = 8>
using Few = boost::container::small_vector<T, kept>;

/// The values of a row of a decision table.
using Row = Few<feel::Value, 4>;

}  // namespace dandori::dmn
