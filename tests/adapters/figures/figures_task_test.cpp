#include "adapters/figures/figures_task.h"

#include "tests/adapters/figures/rows.h"

namespace dandori::figures {
namespace {

namespace json = boost::json;

class FiguresTask : public RowsOfFigures {
  protected:
    FiguresTask() {
        engine::Resource file;
        file.key = {1};
        file.name = "operation-report/figures/monthly.feel";
        file.content.value = "count(cases)";
        put(file);
        put_case(1, "INC-R08-00001", 1'500);
    }
    Result<Figures> figures(json::object headers) {
        engine::ActivatedJob job;
        job.job.custom_headers.text = json::serialize(headers);
        job.variables.text = R"({"month": "2026-04"})";
        return figures_of_job(job, store_, evaluate_);
    }
    std::string fault(json::object headers) {
        const auto made = figures(std::move(headers));
        return made ? "" : made.error().text;
    }
    /// In place of FEEL: `count(cases)`, `null`, and what can't be worked out.
    const worker::Evaluate evaluate_ = [](std::string_view text, const json::object& variables) -> Result<json::value> {
        if (text == "count(cases)") return json::value(variables.at("cases").as_array().size());
        if (text == "null") return json::value(nullptr);
        return fail(Failure::Kind::ExtractValue, "no such name");
    };
    const json::object good_{{"figures", "monthly"}, {"from", "1970-01-01T00:00:01Z"}, {"until", "1970-01-01T00:00:02Z"}};
    json::object but(std::string_view name, std::string_view value) {
        auto headers = good_;
        headers[name] = value;
        return headers;
    }
    void define(std::int64_t key, const std::string& text) {
        engine::Resource file;
        file.key = {key};
        file.name = "figures/monthly.feel";
        file.content.value = text;
        put(file);
    }
};

TEST_F(FiguresTask, CountsAsTheNewestFileSays) {
    EXPECT_EQ(figures(good_)->value, json::value(1));
    EXPECT_EQ(figures(good_)->variable, "figures");
    EXPECT_EQ(figures(but("variable", "april"))->variable, "april");
    define(2, "null");
    EXPECT_EQ(fault(good_), "figures/monthly.feel gave null; a context of figures is needed.");
    define(3, "nonsense");
    EXPECT_EQ(fault(good_), "figures/monthly.feel: no such name");
}

TEST_F(FiguresTask, SaysWhichHeaderCantBeUsed) {
    EXPECT_NE(fault(but("from", "yesterday")).find("'yesterday' is no time"), std::string::npos);
    EXPECT_NE(fault(but("until", "1970-01-01T00:00:01Z")).find("must be later than 'from'"), std::string::npos);
    EXPECT_NE(fault(but("figures", "../x")).find("is no id of a definition"), std::string::npos);
    EXPECT_NE(fault({}).find("the id of a definition of figures is needed"), std::string::npos);
    EXPECT_EQ(fault(but("figures", "weekly")), "The figures 'weekly' are not deployed; a file figures/weekly.feel is needed.");
}

TEST_F(FiguresTask, TakesCasesOfSomeKinds) {
    auto headers = good_;
    headers["kinds"] = "INC, MNT";
    EXPECT_EQ(figures(headers)->value, json::value(1));
    headers["kinds"] = "MNT";
    EXPECT_EQ(figures(headers)->value, json::value(0));
    headers["kinds"] = "INC-*";
    EXPECT_NE(fault(headers).find("'INC-*' is no kind of cases"), std::string::npos);
}

}  // namespace
}  // namespace dandori::figures
