#include "adapters/documents/fill.h"

#include "adapters/documents/form_blocks.h"
#include "adapters/worker/placeholders.h"

namespace dandori::documents {
namespace {

namespace json = boost::json;

constexpr std::size_t table_rows_max = 5'000;
constexpr std::size_t values_bytes_max = 1024 * 1024;

bool is_empty(const Block& block) {
    if (const auto* facts = std::get_if<Facts>(&block)) return facts->facts.empty();
    if (const auto* seals = std::get_if<Seals>(&block)) return seals->boxes.empty();
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) return paragraph->text.empty() && !paragraph->is_boxed;
    return false;
}

class Writing {
  public:
    Writing(const DocumentTemplate& read, const Matter& matter, const worker::Evaluate& evaluate)
        : template_(read), matter_(matter), evaluate_(evaluate) {}

    Result<Value> value(const Wording& wording, const json::object& variables) {
        Value written;
        if (wording.starts_with('=')) {
            written = value_written(TRY(worked_out(wording.substr(1), variables)), template_.years);
        } else {
            worker::Filling filling(variables, evaluate_, template_.years);
            written.text = TRY(filling.fill(wording));
        }
        written_ += written.text.size();
        if (written_ > values_bytes_max)
            return fail(Failure::Kind::Bounds, "The values of the document are longer than 1 MB.");
        return written;
    }

    Result<std::string> text(const Wording& wording) {
        auto written = TRY(value(wording, matter_.variables));
        return std::move(written.text);
    }

    Result<bool> is_wanted(const std::string& when) {
        if (when.empty()) return true;
        const auto truth = TRY(worked_out(when, matter_.variables));
        if (!truth.is_bool() && !truth.is_null())
            return fail(Failure::Kind::Condition,
                        "'when' gave " + json::serialize(truth).substr(0, 100) + "; true or false is needed.");
        return truth.is_bool() && truth.get_bool();
    }

    /// Adds what a block comes to; a form may come to several.
    Result<void> add(const BlockTemplate& one) {
        return std::visit([this](const auto& what) { return this->add_what(what); }, one.what);
    }

    std::vector<Block> take() { return std::move(blocks_); }

  private:
    Result<json::value> worked_out(const std::string& expression, const json::object& variables) {
        auto value = evaluate_(expression, variables);
        if (!value) return fail(value.error().kind, "'=" + expression.substr(0, 200) + "': " + value.error().text);
        return value;
    }

    Result<void> put(Block block) {
        if (!is_empty(block)) blocks_.push_back(std::move(block));
        return {};
    }

    Result<void> add_what(const FormTemplate& one) {
        const auto form = matter_.forms.find(one.id);
        if (form == matter_.forms.end())
            return fail(Failure::Kind::FormNotFound, "the form '" + one.id + "' is not deployed.");
        for (auto& block : TRY(blocks_of_form(one, form->second, matter_.variables, template_.years))) TRY(put(std::move(block)));
        return {};
    }

    Result<void> add_what(const TitleTemplate& one) { return put(Title{TRY(text(one.text))}); }
    Result<void> add_what(const HeadingTemplate& one) { return put(Heading{TRY(text(one.text))}); }
    Result<void> add_what(const SheetTemplate& one) { return put(Sheet{TRY(text(one.name))}); }
    Result<void> add_what(const Space& one) { return put(one); }
    Result<void> add_what(const NewPage& one) { return put(one); }

    Result<void> add_what(const TextTemplate& one) {
        auto paragraph = one.as;
        paragraph.text = TRY(text(one.text));
        return put(std::move(paragraph));
    }

    Result<void> add_what(const FactsTemplate& one) {
        Facts facts{{}, one.columns};
        for (const auto& fact : one.facts) {
            if (!TRY(is_wanted(fact.when))) continue;
            facts.facts.push_back({fact.label, TRY(value(fact.value, matter_.variables)), fact.is_wide});
        }
        return put(std::move(facts));
    }

    Result<void> add_what(const TableTemplate& one) {
        Table table{{}, {}, one.empty, one.is_small};
        for (const auto& column : one.columns) table.columns.push_back(column.column);
        const auto list = one.rows.empty() ? json::value(nullptr) : TRY(worked_out(one.rows, matter_.variables));
        if (!list.is_array() && !list.is_null())
            return fail(Failure::Kind::ExtractValue,
                        "'table' gave " + json::serialize(list).substr(0, 100) + "; a list is needed.");
        if (list.is_array()) TRY(add_rows(one, list.get_array(), table));
        while (table.rows.size() < one.rows_min) table.rows.emplace_back(one.columns.size());
        return put(std::move(table));
    }

    Result<void> add_rows(const TableTemplate& one, const json::array& list, Table& table) {
        if (list.size() > table_rows_max)
            return fail(Failure::Kind::Bounds, "'table' gave " + std::to_string(list.size()) + " rows; " +
                                                   std::to_string(table_rows_max) + " are the most.");
        for (const auto& row : list) {
            const json::object scope{{"row", row}, {"index", table.rows.size() + 1}};
            auto& cells = table.rows.emplace_back();
            for (const auto& column : one.columns) {
                auto cell = value(column.value, scope);
                if (!cell)
                    return fail(cell.error().kind, "column '" + column.column.title + "', row " +
                                                       std::to_string(table.rows.size()) + ": " + cell.error().text);
                cells.push_back(*std::move(cell));
            }
        }
        return {};
    }

    Result<void> add_what(const ApprovalsTemplate& one) {
        return put(approval_history(matter_.approvals, one.empty, template_.years));
    }

    Result<void> add_what(const SealsTemplate& one) { return put(seals_of(one, matter_.approvals)); }

    const DocumentTemplate& template_;
    const Matter& matter_;
    const worker::Evaluate& evaluate_;
    std::vector<Block> blocks_;
    std::size_t written_ = 0;
};

}  // namespace

Result<Content> fill(const DocumentTemplate& read, const Matter& matter, const worker::Evaluate& evaluate) {
    Writing writing(read, matter, evaluate);
    const auto placed = [&](const std::string& place, const Failure& failure) {
        return fail(failure.kind, "Document template '" + read.id + "', " + place + ": " + failure.text);
    };
    Content content;
    content.is_landscape = read.is_landscape;
    content.case_number = matter.case_number;
    content.made_at = matter.made_at;
    auto title = writing.text(read.title);
    if (!title) return placed("title", title.error());
    content.title = *std::move(title);
    auto header = writing.text(read.header);
    if (!header) return placed("header", header.error());
    content.header = *std::move(header);
    for (const auto& one : read.blocks) {
        const auto wanted = writing.is_wanted(one.when);
        if (!wanted) return placed(one.place, wanted.error());
        if (!*wanted) continue;
        if (const auto added = writing.add(one); !added) return placed(one.place, added.error());
    }
    content.blocks = writing.take();
    return content;
}

Result<std::string> filled_text(const Wording& wording, const json::object& variables, const worker::Evaluate& evaluate) {
    if (wording.starts_with('=')) {
        auto value = evaluate(std::string_view(wording).substr(1), variables);
        if (!value) return fail(value.error());
        return worker::written_for_people(*value);
    }
    worker::Filling filling(variables, evaluate);
    return filling.fill(wording);
}

}  // namespace dandori::documents
