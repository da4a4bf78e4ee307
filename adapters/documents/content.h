#pragma once
// A document with all its values worked out, ready to be drawn: no FEEL, no rows of the engine.

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "adapters/worker/japanese_time.h"

namespace dandori::documents {

enum class Align { Left, Center, Right };
enum class TextSize { Small, Normal, Large };

/// A value as people read it, and as what it is where a spreadsheet should know.
struct Value {
    std::string text;
    std::optional<double> number;
    std::optional<worker::TokyoTime> time;
};

/// The name of the document, large and in the middle.
struct Title {
    std::string text;
};

struct Heading {
    std::string text;
};

struct Paragraph {
    std::string text;
    Align align = Align::Left;
    TextSize size = TextSize::Normal;
    bool is_strong = false;
    bool is_boxed = false;  ///< with a frame around it
};

/// A label with its value; a wide one takes the whole line.
struct Fact {
    std::string label;
    Value value;
    bool is_wide = false;
};

struct Facts {
    std::vector<Fact> facts;
    std::size_t columns = 1;  ///< so many facts in a line
};

struct Column {
    std::string title;
    double width = 1;  ///< its share of the line
    Align align = Align::Left;
};

struct Table {
    std::vector<Column> columns;
    std::vector<std::vector<Value>> rows;
    std::string empty;  ///< stands where there are no rows
    bool is_small = false;
};

/// 承認印: who approved, of which section, when.
struct Seal {
    std::string section;
    std::string date;
    std::string name;
    std::string mark;        ///< 代 or 代決 where somebody acted for another
    bool is_deemed = false;  ///< みなし承認: the period decided, nobody sealed
};

/// A box to seal; empty where it is to be sealed on paper, or not decided.
struct SealBox {
    std::string label;
    std::optional<Seal> seal;
};

struct Seals {
    std::vector<SealBox> boxes;
};

struct Space {
    double millimetres = 5;
};

struct NewPage {};

/// In a spreadsheet a sheet of its own, on paper a page of its own; the name is its heading.
struct Sheet {
    std::string name;
};

using Block = std::variant<Title, Heading, Paragraph, Facts, Table, Seals, Space, NewPage, Sheet>;

struct Content {
    std::string title;   ///< of the file, for whoever lists it
    std::string header;  ///< at the head of each page, left
    std::string case_number;
    bool is_landscape = false;
    Instant made_at;
    std::vector<Block> blocks;
};

}  // namespace dandori::documents
