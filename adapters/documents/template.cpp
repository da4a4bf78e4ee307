#include "adapters/documents/template.h"

#include <algorithm>
#include <array>
#include <boost/json.hpp>

#include "adapters/worker/placeholders.h"

namespace dandori::documents {
namespace {

namespace json = boost::json;

constexpr std::size_t template_bytes_max = 256 * 1024;
constexpr std::size_t blocks_max = 200, facts_max = 100, columns_max = 20, boxes_max = 20, rows_min_max = 100;
constexpr double width_max = 1'000, space_max = 200;

using Names = std::vector<std::string_view>;

std::string listed(const Names& names) {
    std::string all;
    for (const auto name : names) all += (all.empty() ? "" : ", ") + std::string(name);
    return all;
}

/// One object of the file with its place in it.
class Part {
  public:
    Part(const json::object& object, std::string place) : object_(object), place_(std::move(place)) {}

    const std::string& place() const { return place_; }
    bool has(std::string_view name) const { return object_.contains(name); }

    tl::unexpected<Failure> refuse(const std::string& text, Failure::Kind kind = Failure::Kind::Syntax) const {
        return fail(kind, place_ + (place_.empty() ? "" : ": ") + text);
    }

    Result<void> know_only(const Names& names) const {
        for (const auto& member : object_) {
            if (std::find(names.begin(), names.end(), std::string_view(member.key())) == names.end())
                return refuse("'" + std::string(member.key().substr(0, 60)) + "' is not known here; " + listed(names) + " are.");
        }
        return {};
    }

    /// An absent text is empty.
    Result<std::string> text(std::string_view name) const {
        const auto* value = object_.if_contains(name);
        if (!value) return std::string();
        if (!value->is_string()) return refuse("'" + std::string(name) + "' must be a text.");
        return std::string(value->get_string());
    }

    Result<std::string> needed_text(std::string_view name) const {
        if (!has(name)) return refuse("'" + std::string(name) + "' is missing; a text is needed.");
        return text(name);
    }

    Result<std::string> wording(std::string_view name) const {
        auto read = TRY(text(name));
        if (const auto checked = worker::check_placeholders(read); !checked)
            return refuse("'" + std::string(name) + "': " + checked.error().text);
        return read;
    }

    /// FEEL with its `=`, returned without it; empty where it is absent.
    Result<std::string> feel(std::string_view name) const {
        const auto read = TRY(text(name));
        if (has(name) && !read.starts_with('='))
            return refuse("'" + std::string(name) + "' is '" + read.substr(0, 60) + "'; FEEL behind a '=' is needed.");
        return read.empty() ? read : read.substr(1);
    }

    Result<bool> flag(std::string_view name) const {
        const auto* value = object_.if_contains(name);
        if (!value) return false;
        if (!value->is_bool()) return refuse("'" + std::string(name) + "' must be true or false.");
        return value->get_bool();
    }

    Result<double> number(std::string_view name, double otherwise, double least, double most) const {
        const auto* value = object_.if_contains(name);
        if (!value) return otherwise;
        boost::system::error_code error;
        const auto found = value->is_number() ? value->to_number<double>(error) : least - 1;
        if (found < least || found > most)
            return refuse("'" + std::string(name) + "' must be a number from " + worker::written_for_people(least) + " to " +
                          worker::written_for_people(most) + ".");
        return found;
    }

    template <class Word>
    Result<Word> one_of(std::string_view name, const std::vector<std::pair<std::string_view, Word>>& words) const {
        const auto read = TRY(text(name));
        if (!has(name)) return words.front().second;
        std::string known;
        for (const auto& [word, meaning] : words) {
            if (word == read) return meaning;
            known += (known.empty() ? "" : ", ") + std::string(word);
        }
        return refuse("'" + std::string(name) + "' is '" + read.substr(0, 60) + "'; " + known + " are known.");
    }

    /// The objects of a list.
    Result<std::vector<Part>> parts(std::string_view name, std::size_t count_max) const {
        std::vector<Part> found;
        const auto* value = object_.if_contains(name);
        if (!value) return found;
        if (!value->is_array()) return refuse("'" + std::string(name) + "' must be a list.");
        if (value->get_array().size() > count_max)
            return refuse("'" + std::string(name) + "' has " + std::to_string(value->get_array().size()) + " entries; " +
                              std::to_string(count_max) + " are the most.",
                          Failure::Kind::Bounds);
        for (const auto& entry : value->get_array()) {
            auto place = (place_.empty() ? "" : place_ + ".") + std::string(name) + "[" + std::to_string(found.size()) + "]";
            if (!entry.is_object()) return fail(Failure::Kind::Syntax, place + ": an object is needed.");
            found.emplace_back(entry.get_object(), std::move(place));
        }
        return found;
    }

    Result<std::vector<std::string>> texts(std::string_view name) const {
        std::vector<std::string> found;
        const auto* value = object_.if_contains(name);
        if (!value) return found;
        if (!value->is_array()) return refuse("'" + std::string(name) + "' must be a list of texts.");
        for (const auto& entry : value->get_array()) {
            if (!entry.is_string()) return refuse("'" + std::string(name) + "' must be a list of texts.");
            found.emplace_back(entry.get_string());
        }
        return found;
    }

  private:
    const json::object& object_;
    std::string place_;
};

const std::vector<std::pair<std::string_view, Align>> aligns{
    {"left", Align::Left}, {"center", Align::Center}, {"right", Align::Right}};
const std::vector<std::pair<std::string_view, TextSize>> sizes{
    {"normal", TextSize::Normal}, {"small", TextSize::Small}, {"large", TextSize::Large}};

Result<TextTemplate> text_in_part(const Part& part) {
    TRY(part.know_only({"text", "align", "size", "strong", "boxed", "when"}));
    TextTemplate read{TRY(part.wording("text")), {}};
    read.as.align = TRY(part.one_of("align", aligns));
    read.as.size = TRY(part.one_of("size", sizes));
    read.as.is_strong = TRY(part.flag("strong"));
    read.as.is_boxed = TRY(part.flag("boxed"));
    return read;
}

Result<FactsTemplate> facts_in(const Part& part) {
    TRY(part.know_only({"facts", "columns", "when"}));
    FactsTemplate read;
    read.columns = static_cast<std::size_t>(TRY(part.number("columns", 1, 1, 3)));
    for (const auto& fact : TRY(part.parts("facts", facts_max))) {
        TRY(fact.know_only({"label", "value", "wide", "when"}));
        read.facts.push_back({TRY(fact.needed_text("label")), TRY(fact.wording("value")), TRY(fact.feel("when")),
                              TRY(fact.flag("wide"))});
    }
    if (read.facts.empty()) return part.refuse("'facts' is empty; at least one is needed.");
    return read;
}

Result<FormTemplate> form_in(const Part& part) {
    TRY(part.know_only({"form", "fields", "without", "columns", "when"}));
    FormTemplate read{TRY(part.needed_text("form")), TRY(part.texts("fields")), TRY(part.texts("without")), 1};
    read.columns = static_cast<std::size_t>(TRY(part.number("columns", 1, 1, 3)));
    if (read.id.empty()) return part.refuse("'form' is empty; the id of a form of the process is needed.");
    return read;
}

Result<TableTemplate> table_in(const Part& part) {
    TRY(part.know_only({"table", "columns", "empty", "atLeast", "small", "when"}));
    TableTemplate read;
    read.rows = TRY(part.feel("table"));
    read.empty = TRY(part.text("empty"));
    read.rows_min = static_cast<std::size_t>(TRY(part.number("atLeast", 0, 0, rows_min_max)));
    read.is_small = TRY(part.flag("small"));
    for (const auto& column : TRY(part.parts("columns", columns_max))) {
        TRY(column.know_only({"title", "value", "width", "align"}));
        ColumnTemplate one;
        one.column.title = TRY(column.needed_text("title"));
        one.column.width = TRY(column.number("width", 1, 0.1, width_max));
        one.column.align = TRY(column.one_of("align", aligns));
        one.value = TRY(column.wording("value"));
        read.columns.push_back(std::move(one));
    }
    if (read.columns.empty()) return part.refuse("'columns' is empty; at least one is needed.");
    return read;
}

Result<SealsTemplate> seals_in(const Part& part) {
    TRY(part.know_only({"seals", "when"}));
    SealsTemplate read;
    for (const auto& box : TRY(part.parts("seals", boxes_max))) {
        TRY(box.know_only({"label", "steps"}));
        read.boxes.push_back({TRY(box.needed_text("label")), TRY(box.texts("steps"))});
    }
    return read;
}

const Names block_names{"title", "heading", "text", "facts", "form", "table", "approvals", "seals", "space", "newPage", "sheet"};

Result<BlockTemplate> block_in(const Part& part) {
    BlockTemplate block{part.place(), TRY(part.feel("when")), Space{}};
    const auto kinds = std::count_if(block_names.begin(), block_names.end(), [&](auto name) { return part.has(name); });
    if (kinds != 1)
        return part.refuse("a block has one of " + listed(block_names) + "; found " + std::to_string(kinds) + " of them.");
    if (part.has("title")) {
        TRY(part.know_only({"title", "when"}));
        block.what = TitleTemplate{TRY(part.wording("title"))};
    } else if (part.has("heading")) {
        TRY(part.know_only({"heading", "when"}));
        block.what = HeadingTemplate{TRY(part.wording("heading"))};
    } else if (part.has("text")) {
        block.what = TRY(text_in_part(part));
    } else if (part.has("facts")) {
        block.what = TRY(facts_in(part));
    } else if (part.has("form")) {
        block.what = TRY(form_in(part));
    } else if (part.has("table")) {
        block.what = TRY(table_in(part));
    } else if (part.has("approvals")) {
        TRY(part.know_only({"approvals", "empty", "when"}));
        TRY(part.flag("approvals"));
        block.what = ApprovalsTemplate{TRY(part.text("empty"))};
    } else if (part.has("seals")) {
        block.what = TRY(seals_in(part));
    } else if (part.has("space")) {
        TRY(part.know_only({"space", "when"}));
        block.what = Space{TRY(part.number("space", 5, 0, space_max))};
    } else if (part.has("newPage")) {
        TRY(part.know_only({"newPage", "when"}));
        TRY(part.flag("newPage"));
        block.what = NewPage{};
    } else {
        TRY(part.know_only({"sheet", "when"}));
        block.what = SheetTemplate{TRY(part.wording("sheet"))};
    }
    return block;
}

Result<DocumentTemplate> read_parts(const json::value& value) {
    if (!value.is_object()) return fail(Failure::Kind::Syntax, "an object with title and blocks is needed.");
    const Part whole(value.get_object(), "");
    TRY(whole.know_only({"title", "header", "paper", "years", "blocks"}));
    DocumentTemplate read;
    read.title = TRY(whole.wording("title"));
    if (read.title.empty()) return whole.refuse("'title' is missing; the document's name is needed.");
    read.header = TRY(whole.wording("header"));
    read.is_landscape = TRY(whole.one_of<bool>("paper", {{"portrait", false}, {"landscape", true}}));
    read.years = TRY(whole.one_of<worker::Years>("years", {{"era", worker::Years::Era}, {"western", worker::Years::Western}}));
    for (const auto& part : TRY(whole.parts("blocks", blocks_max))) read.blocks.push_back(TRY(block_in(part)));
    if (read.blocks.empty()) return whole.refuse("'blocks' is empty; at least one is needed.");
    return read;
}

}  // namespace

Result<DocumentTemplate> read_template(std::string id, std::string_view text) {
    const auto named = [&](const Failure& failure) {
        return fail(failure.kind, "Document template '" + id + "': " + failure.text);
    };
    if (text.size() > template_bytes_max) return named({Failure::Kind::Bounds, "it is larger than 256 KB."});
    boost::system::error_code error;
    const auto value = json::parse(text, error, {}, {.max_depth = 16});
    if (error) return named({Failure::Kind::Syntax, "it is no JSON: " + error.message() + "."});
    auto read = read_parts(value);
    if (!read) return named(read.error());
    read->id = std::move(id);
    return read;
}

}  // namespace dandori::documents
