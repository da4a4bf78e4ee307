#include "adapters/documents/form_blocks.h"

#include <algorithm>
#include <boost/json.hpp>
#include <map>
#include <set>

#include "adapters/worker/placeholders.h"

namespace dandori::documents {
namespace {

namespace json = boost::json;

constexpr std::size_t fields_max = 300, depth_max = 10, form_rows_max = 1'000;

std::string member(const json::object& object, std::string_view name) {
    const auto* value = object.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : "";
}

/// One component that shows something of its own.
struct Field {
    const json::object* component;
    std::string type, key, label;
};

/// The value at `requester.name`; null where there is none.
json::value value_at(const json::object& variables, std::string_view path) {
    const auto* object = &variables;
    for (;;) {
        const auto dot = path.find('.');
        const auto* value = object->if_contains(path.substr(0, dot));
        if (!value) return nullptr;
        if (dot == std::string_view::npos) return *value;
        if (!value->is_object()) return nullptr;
        object = &value->get_object();
        path.remove_prefix(dot + 1);
    }
}

/// What the form offers for coded values, by their codes.
std::map<std::string, std::string> words_of(const json::object& component) {
    std::map<std::string, std::string> words;
    const auto* values = component.if_contains("values");
    if (!values || !values->is_array()) return words;
    for (const auto& one : values->get_array()) {
        const auto* code = one.is_object() ? one.get_object().if_contains("value") : nullptr;
        if (code) words.emplace(worker::written_for_people(*code), member(one.get_object(), "label"));
    }
    return words;
}

json::value in_words(const json::value& value, const std::map<std::string, std::string>& words) {
    if (words.empty()) return value;
    if (value.is_array()) {
        json::array all;
        for (const auto& one : value.get_array()) all.push_back(in_words(one, words));
        return all;
    }
    const auto found = words.find(worker::written_for_people(value));
    return found == words.end() ? value : json::value(found->second);
}

bool is_empty_value(const json::value& value) {
    return value.is_null() || (value.is_string() && value.get_string().empty()) || (value.is_array() && value.get_array().empty());
}

class Reading {
  public:
    Reading(const FormTemplate& wanted, const json::object& variables, worker::Years years)
        : wanted_(wanted), variables_(variables), years_(years) {}

    Result<std::vector<Block>> read(const json::object& form) {
        TRY(read_components(form, 0));
        for (const auto& name : wanted_.fields) {
            if (!seen_.contains(name))
                return fail(Failure::Kind::Syntax, "the form '" + wanted_.id + "' has no field '" + name + "'.");
        }
        flush();
        return std::move(blocks_);
    }

  private:
    Result<void> read_components(const json::object& parent, std::size_t depth) {
        const auto* components = parent.if_contains("components");
        if (depth > depth_max || !components || !components->is_array())
            return fail(Failure::Kind::Syntax, "the form '" + wanted_.id + "' can't be read; a list 'components' is needed.");
        for (const auto& one : components->get_array()) {
            if (!one.is_object()) continue;
            const auto& component = one.get_object();
            const auto type = member(component, "type");
            if (type == "group") {
                if (wanted_.fields.empty()) {
                    flush();
                    heading_ = member(component, "label");
                }
                TRY(read_components(component, depth + 1));
                if (wanted_.fields.empty()) flush();
                heading_.clear();
            } else {
                const auto path = member(component, "path");
                const Field field{&component, type, path.empty() ? member(component, "key") : path, member(component, "label")};
                if (!field.key.empty()) show(field);
            }
            if (seen_.size() > fields_max) return fail(Failure::Kind::Bounds, "the form '" + wanted_.id + "' has more than 300 fields.");
        }
        return {};
    }

    bool is_wanted(const std::string& key) const {
        const auto holds = [&](const std::vector<std::string>& names) { return std::find(names.begin(), names.end(), key) != names.end(); };
        return wanted_.fields.empty() ? !holds(wanted_.without) : holds(wanted_.fields);
    }

    void show(const Field& field) {
        if (!seen_.insert(field.key).second || !is_wanted(field.key)) return;
        const auto value = value_at(variables_, field.key);
        if (is_empty_value(value)) return;
        if (field.type == "dynamiclist") return show_list(field, value);
        const bool is_wide = field.type == "textarea" || field.type == "checklist" || field.type == "taglist" || field.key == "title";
        facts_.push_back({field.label, value_written(in_words(value, words_of(*field.component)), years_), is_wide});
    }

    void show_list(const Field& field, const json::value& value) {
        const auto* components = field.component->if_contains("components");
        if (!value.is_array() || !components || !components->is_array()) return;
        Table table;
        std::vector<const json::object*> columns;
        for (const auto& one : components->get_array()) {
            if (!one.is_object() || member(one.get_object(), "key").empty()) continue;
            columns.push_back(&one.get_object());
            const auto type = member(one.get_object(), "type");
            table.columns.push_back({member(one.get_object(), "label"), type == "textarea" ? 3.0 : type == "number" || type == "checkbox" ? 1.0 : 2.0,
                                     type == "number" ? Align::Right : Align::Left});
        }
        if (columns.empty()) return;
        for (const auto& row : value.get_array()) {
            if (!row.is_object() || table.rows.size() >= form_rows_max) continue;
            auto& cells = table.rows.emplace_back();
            for (const auto* column : columns)
                cells.push_back(value_written(in_words(value_at(row.get_object(), member(*column, "key")), words_of(*column)), years_));
        }
        flush();
        blocks_.emplace_back(Paragraph{field.label, Align::Left, TextSize::Small, true, false});
        blocks_.emplace_back(std::move(table));
    }

    /// What has gathered becomes a block.
    void flush() {
        if (facts_.empty()) return;
        if (!heading_.empty()) blocks_.emplace_back(Heading{std::exchange(heading_, {})});
        blocks_.emplace_back(Facts{std::exchange(facts_, {}), wanted_.columns});
    }

    const FormTemplate& wanted_;
    const json::object& variables_;
    worker::Years years_;
    std::vector<Block> blocks_;
    std::vector<Fact> facts_;
    std::string heading_;
    std::set<std::string> seen_;
};

}  // namespace

Value value_written(const json::value& value, worker::Years years) {
    Value written{worker::written_for_people(value, years), {}, {}};
    if (value.is_number()) written.number = value.to_number<double>();
    if (value.is_string()) written.time = worker::tokyo_time_in(value.get_string());
    return written;
}

Result<std::vector<Block>> blocks_of_form(const FormTemplate& wanted, std::string_view schema, const json::object& variables,
                                          worker::Years years) {
    boost::system::error_code error;
    const auto form = json::parse(schema, error);
    if (error || !form.is_object()) return fail(Failure::Kind::Syntax, "the form '" + wanted.id + "' is no JSON object.");
    return Reading(wanted, variables, years).read(form.get_object());
}

}  // namespace dandori::documents
