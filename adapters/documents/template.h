#pragma once
// Document templates: `documents/<id>.ja.json` as processes/README.md defines them.

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "adapters/documents/content.h"
#include "engine/failure.h"

namespace dandori::documents {

/// A text with placeholders `{{= FEEL }}`, or, beginning with `=`, FEEL as a whole.
using Wording = std::string;

struct FactTemplate {
    std::string label;
    Wording value;
    std::string when;  ///< FEEL; empty: always
    bool is_wide = false;
};

struct FactsTemplate {
    std::vector<FactTemplate> facts;
    std::size_t columns = 1;
};

struct ColumnTemplate {
    Column column;
    Wording value;  ///< over `row` and `index`
};

struct TableTemplate {
    std::string rows;  ///< FEEL that gives a list
    std::vector<ColumnTemplate> columns;
    std::string empty;
    std::size_t rows_min = 0;  ///< filled up with empty rows, to be written in by hand
    bool is_small = false;
};

/// 決裁の経過: the approval decisions of the case as a table.
struct ApprovalsTemplate {
    std::string empty;
};

struct SealBoxTemplate {
    std::string label;
    std::vector<std::string> steps;  ///< ids of the steps whose approval seals it; none: sealed on paper
};

struct SealsTemplate {
    std::vector<SealBoxTemplate> boxes;  ///< none: one for each approval that holds
};

/// A form of the process as it was filled.
struct FormTemplate {
    std::string id;
    std::vector<std::string> fields;   ///< only these, if any are named
    std::vector<std::string> without;  ///< all but these
    std::size_t columns = 1;
};

struct TextTemplate {
    Wording text;
    Paragraph as;  ///< its text is not used
};

struct TitleTemplate {
    Wording text;
};

struct HeadingTemplate {
    Wording text;
};

struct SheetTemplate {
    Wording name;
};

struct BlockTemplate {
    std::string place;  ///< `blocks[3]`, for who mends it
    std::string when;   ///< FEEL; empty: always
    std::variant<TitleTemplate, HeadingTemplate, TextTemplate, FactsTemplate, FormTemplate, TableTemplate,
                 ApprovalsTemplate, SealsTemplate, Space, NewPage, SheetTemplate>
        what;
};

struct DocumentTemplate {
    std::string id;
    Wording title;
    Wording header;
    bool is_landscape = false;
    worker::Years years = worker::Years::Era;
    std::vector<BlockTemplate> blocks;
};

/// Reads a template file. Fails (Syntax) where it is no JSON of the form, naming the place and what is known there;
/// (Bounds) above 256 KB, 200 blocks, 100 facts, 20 columns or 20 seals a block.
Result<DocumentTemplate> read_template(std::string id, std::string_view text);

}  // namespace dandori::documents
