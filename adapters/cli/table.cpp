#include "adapters/cli/table.h"

#include <algorithm>

namespace dandori::cli {
namespace {

/// Columns of a terminal that the UTF-8 text takes: from U+1100 on letters are mostly wide ones.
std::size_t shown_width(const std::string& text) {
    std::size_t width = 0;
    for (const char byte : text) {
        const auto bits = static_cast<unsigned char>(byte);
        if ((bits & 0xC0) == 0x80) continue;
        width += bits >= 0xE2 ? 2 : 1;
    }
    return width;
}

}  // namespace

void write_table(std::ostream& out, const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], shown_width(row[i]));
    }
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            out << row[i];
            if (i + 1 < row.size()) out << std::string(widths[i] - shown_width(row[i]) + 2, ' ');
        }
        out << "\n";
    }
}

}  // namespace dandori::cli
