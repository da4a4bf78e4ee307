#pragma once
#include <ostream>
#include <string>
#include <vector>

namespace dandori::cli {

/// Writes rows in columns as wide as their widest text; the first row is the heading. Japanese counts double.
void write_table(std::ostream& out, const std::vector<std::vector<std::string>>& rows);

}  // namespace dandori::cli
