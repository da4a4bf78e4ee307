#pragma once
// How the parts of an .xlsx file hang together (ECMA-376 part 2): shared by reading and filling. Private to the room.

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/spreadsheet/number_format.h"
#include "adapters/spreadsheet/zip_archive.h"

namespace dandori::spreadsheet {

/// Without its prefix: some programs write `x:row`.
std::string_view local_name(const pugi::xml_node&);
pugi::xml_node child(const pugi::xml_node& parent, std::string_view name);
/// Of `r:id` or whatever the prefix is.
std::string_view relation_of(const pugi::xml_node&);

struct SheetPart {
    std::string name;
    std::string part;  ///< "xl/worksheets/sheet1.xml"
    bool is_hidden = false;
};

struct Package {
    std::string workbook_part;
    std::vector<SheetPart> sheets;
    std::string styles_part, strings_part;  ///< empty: none
    bool is_1904 = false;
    bool has_external_links = false;
};

/// Whether it is an .xlsx at all, and one without macros; told in one sentence where not.
Result<ZipArchive> open_package(std::string_view bytes, const ArchiveLimits&);
/// XML of a part, with whitespace and all as it is.
Result<void> read_xml(ZipArchive&, const std::string& part, pugi::xml_document& into);
Result<Package> read_package(ZipArchive&);

/// What each cell style (the attribute `s` of a cell) shows a number as.
Result<std::vector<NumberMeaning>> read_styles(ZipArchive&, const Package&);

/// The text of a shared string or an inline string: its runs joined, without the reading aids (furigana).
std::string rich_text(const pugi::xml_node&);
/// What rich_text reads back as `text`: carriage returns become `_x000D_`, and a `_x000D_` that stands there stays one.
std::string with_escapes(std::string_view text);

}  // namespace dandori::spreadsheet
