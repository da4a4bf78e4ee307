#pragma once
#include <string>
#include <string_view>

namespace dandori::postgres {

/// A text as PostgreSQL can hold it: it takes no zero byte and only UTF-8. Nearly all texts are kept as they are; a zero byte, the
/// byte 1 and bytes that aren't UTF-8 are written as byte 1 and what stands for them. Two texts are in the same order before and
/// after, unless they hold bytes that aren't UTF-8.
bool is_storable(std::string_view text);
std::string to_stored(std::string_view text);
std::string from_stored(std::string_view stored);

}  // namespace dandori::postgres
