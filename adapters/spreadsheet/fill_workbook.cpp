#include "adapters/spreadsheet/fill_workbook.h"

#include <algorithm>
#include <map>
#include <sstream>

#include "adapters/spreadsheet/encoding.h"
#include "adapters/spreadsheet/package.h"

namespace dandori::spreadsheet {
namespace {

constexpr std::size_t text_units_max = 32'767;

std::string xml_of(const pugi::xml_document& document) {
    std::ostringstream out;
    document.save(out, "", pugi::format_raw, pugi::encoding_utf8);
    return std::move(out).str();
}

/// `name` with the prefix that `like` has.
std::string named_like(const pugi::xml_node& like, std::string_view name) {
    const std::string_view whole = like.name();
    const auto colon = whole.find(':');
    return (colon == whole.npos ? std::string() : std::string(whole.substr(0, colon + 1))) + std::string(name);
}

/// One sheet being filled. Rows and cells of the file may leave their numbers out, so all are counted once.
class SheetFilling {
  public:
    SheetFilling(const SheetPart& part, pugi::xml_document& document, const std::vector<NumberMeaning>& styles, bool is_1904)
        : name_(part.name), root_(document.document_element()), data_(child(root_, "sheetData")), styles_(styles), is_1904_(is_1904) {
        std::uint32_t number = 0;
        for (const auto& row : data_.children()) {
            if (local_name(row) != "row") continue;
            number = row.attribute("r").as_uint(number + 1);
            rows_[number] = row;
        }
        for (const auto& merge : child(root_, "mergeCells").children()) {
            if (const auto range = read_range(merge.attribute("ref").value())) merged_.push_back(*range);
        }
    }

    Result<void> fill(CellPosition at, const CellValue& value) {
        if (!data_) return fault(at, "can't be filled: its sheet has no cells.");
        for (const auto& range : merged_) {
            if (range.contains(at) && range.first != at)
                return fault(at, "lies in the merged cells " + to_text(range) + "; only " + to_text(range.first) + " of them can be filled.");
        }
        auto cell = cell_at(at);
        if (child(cell, "f")) return fault(at, "holds a formula, which must stay; name another cell in the template.");
        return set(cell, at, value);
    }

    bool has_formulas() const {
        for (const auto& [number, row] : rows_) {
            for (const auto& cell : row.children())
                if (child(cell, "f")) return true;
        }
        return false;
    }

    /// The used area, which some programs believe.
    void extend_dimension(CellPosition at) {
        auto attribute = child(root_, "dimension").attribute("ref");
        const auto range = read_range(attribute.value());
        if (!range) return;
        const CellRange both{{std::min(range->first.row, at.row), std::min(range->first.column, at.column)},
                             {std::max(range->last.row, at.row), std::max(range->last.column, at.column)}};
        if (both != *range) attribute.set_value(to_text(both).c_str());
    }

  private:
    tl::unexpected<Failure> fault(CellPosition at, const std::string& what) const {
        return fail(Failure::Kind::Unspecified, "Cell '" + name_ + "'!" + to_text(at) + " of the original " + what);
    }

    pugi::xml_node row_at(std::uint32_t number) {
        const auto after = rows_.lower_bound(number);
        if (after != rows_.end() && after->first == number) return after->second;
        const auto name = named_like(data_, "row");
        auto row = after == rows_.end() ? data_.append_child(name.c_str()) : data_.insert_child_before(name.c_str(), after->second);
        row.append_attribute("r").set_value(number);
        if (after != rows_.end() && !after->second.attribute("r")) after->second.prepend_attribute("r").set_value(after->first);
        rows_[number] = row;
        return row;
    }

    /// What a cell that isn't there looks like: as its row, else as its column.
    unsigned style_beside(const pugi::xml_node& row, std::uint32_t column) const {
        if (row.attribute("customFormat").as_bool()) return row.attribute("s").as_uint();
        for (const auto& columns : child(root_, "cols").children()) {
            if (column >= columns.attribute("min").as_uint() && column <= columns.attribute("max").as_uint()) return columns.attribute("style").as_uint();
        }
        return 0;
    }

    pugi::xml_node cell_at(CellPosition at) {
        auto row = row_at(at.row);
        pugi::xml_node after;
        std::uint32_t column = 0;
        for (auto cell : row.children()) {
            if (local_name(cell) != "c") continue;
            const auto position = read_position(cell.attribute("r").value());
            column = position ? position->column : column + 1;
            if (column == at.column) return cell;
            if (column > at.column) {
                after = cell;
                break;
            }
        }
        const auto name = named_like(data_, "c");
        auto cell = after ? row.insert_child_before(name.c_str(), after) : row.append_child(name.c_str());
        cell.append_attribute("r").set_value(to_text(at).c_str());
        if (after && !after.attribute("r")) after.prepend_attribute("r").set_value(to_text(CellPosition{at.row, column}).c_str());
        if (const auto style = style_beside(row, at.column)) cell.append_attribute("s").set_value(style);
        return cell;
    }

    Result<void> set(pugi::xml_node cell, CellPosition at, const CellValue& value) {
        cell.remove_children();
        cell.remove_attribute("t");
        const auto put = [&](const char* type, const std::string& text) {
            if (*type) cell.append_attribute("t").set_value(type);
            cell.append_child(named_like(data_, "v").c_str()).text().set(text.c_str());
        };
        if (const auto* text = std::get_if<std::string>(&value)) {
            if (const auto fits = check_cell_text(*text); !fits) return fault(at, "can't be filled: " + fits.error().text);
            cell.append_attribute("t").set_value("inlineStr");
            auto node = cell.append_child(named_like(data_, "is").c_str()).append_child(named_like(data_, "t").c_str());
            node.append_attribute("xml:space").set_value("preserve");
            node.text().set(with_escapes(*text).c_str());
        } else if (const auto* number = std::get_if<double>(&value)) {
            put("", number_text(*number));
        } else if (const auto* truth = std::get_if<bool>(&value)) {
            put("b", *truth ? "1" : "0");
        } else if (const auto* error = std::get_if<CellError>(&value)) {
            put("e", error->code);
        } else if (!std::holds_alternative<std::monostate>(value)) {
            const auto* date = std::get_if<Date>(&value);
            const auto serial = date ? serial_of(*date, is_1904_) : serial_of(std::get<DateTime>(value), is_1904_);
            if (!serial) return fault(at, "can't hold the date " + to_text(value) + ".");
            const auto style = cell.attribute("s").as_uint();
            if (style >= styles_.size() || styles_[style] != NumberMeaning::Date)
                return fault(at, "isn't formatted as a date, so " + to_text(value) + " would show as a number; format it as a date, or let the template write dates as text.");
            put("", number_text(*serial));
        }
        return {};
    }

    std::string name_;
    pugi::xml_node root_, data_;
    const std::vector<NumberMeaning>& styles_;
    bool is_1904_;
    std::map<std::uint32_t, pugi::xml_node> rows_;
    std::vector<CellRange> merged_;
};

/// Results that the file brings along are of before the filling.
Result<void> ask_for_new_results(ZipArchive& archive, const Package& package) {
    pugi::xml_document document;
    TRY(read_xml(archive, package.workbook_part, document));
    auto root = document.document_element();
    auto settings = child(root, "calcPr");
    if (!settings) {
        // The order of a workbook's parts is given: these come right before calcPr.
        pugi::xml_node before;
        for (const auto& node : root.children()) {
            if (local_name(node) == "sheets" || local_name(node) == "functionGroups" || local_name(node) == "externalReferences" || local_name(node) == "definedNames")
                before = node;
        }
        settings = root.insert_child_after(named_like(root, "calcPr").c_str(), before);
    }
    settings.remove_attribute("fullCalcOnLoad");
    settings.append_attribute("fullCalcOnLoad").set_value("1");
    archive.replace(package.workbook_part, xml_of(document));
    return {};
}

}  // namespace

Result<void> check_cell_text(std::string_view text) {
    std::size_t units = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 && c != '\t' && c != '\n' && c != '\r')
            return fail(Failure::Kind::Syntax, "The text holds the control character " + std::to_string(byte) + ", which a cell can't hold.");
        if ((byte & 0xC0) != 0x80) units += byte >= 0xF0 ? 2 : 1;
    }
    if (units > text_units_max)
        return fail(Failure::Kind::Bounds, "The text has " + std::to_string(units) + " characters; a cell holds at most " + std::to_string(text_units_max) + ".");
    if (!is_utf8(text)) return fail(Failure::Kind::Syntax, "The text is no valid UTF-8.");
    return {};
}

Result<std::string> fill_workbook(std::string_view original, const std::vector<FilledCell>& cells) {
    auto archive = TRY(open_package(original, {}));
    const auto package = TRY(read_package(archive));
    const auto styles = TRY(read_styles(archive, package));
    std::map<std::string, std::vector<const FilledCell*>> by_sheet;
    for (const auto& cell : cells) by_sheet[cell.sheet].push_back(&cell);
    bool has_formulas = archive.has("xl/calcChain.xml");
    for (const auto& [name, of_sheet] : by_sheet) {
        const auto part = std::ranges::find(package.sheets, name, &SheetPart::name);
        if (part == package.sheets.end()) {
            std::string known;
            for (const auto& sheet : package.sheets) known += (known.empty() ? "'" : ", '") + sheet.name + "'";
            return fail(Failure::Kind::Unspecified, "The original has no sheet '" + name + "'; it has " + known + ".");
        }
        pugi::xml_document document;
        TRY(read_xml(archive, part->part, document));
        SheetFilling filling(*part, document, styles, package.is_1904);
        for (const auto* cell : of_sheet) {
            TRY(filling.fill(cell->at, cell->value));
            filling.extend_dimension(cell->at);
        }
        has_formulas = has_formulas || filling.has_formulas();
        archive.replace(part->part, xml_of(document));
    }
    if (has_formulas) TRY(ask_for_new_results(archive, package));
    return std::move(archive).bytes();
}

}  // namespace dandori::spreadsheet
