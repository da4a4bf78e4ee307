#include "adapters/rest/search.h"

#include <gtest/gtest.h>

#include <boost/json.hpp>

#include "adapters/memory/memory_store.h"
#include "adapters/rest/instance_search.h"
#include "engine/port/store.h"

namespace dandori::rest {
namespace {

using engine::UserTask;
using engine::Variable;

/// Six tasks, t1 to t6, each a day after the one before.
class SearchTest : public testing::Test {
  protected:
    SearchTest() {
        engine::Batch batch;
        for (int i = 1; i <= 6; ++i) {
            UserTask task;
            task.key = {i};
            task.name = "t" + std::to_string(i);
            task.state = i % 2 == 1 ? engine::UserTaskState::Created : engine::UserTaskState::Completed;
            if (i > 3) task.assignee = i == 4 ? "sato" : "ito";
            task.candidate_groups =
                i <= 2 ? std::vector<std::string>{"iom.operator", "ward"} : std::vector<std::string>{"ward"};
            task.creation_date = Instant{i * 86'400'000};
            task.priority = i * 10;
            tasks_.push_back(task);
        }
        for (const auto& task : tasks_) batch.put(task);
        store_.commit(batch);
    }

    static Result<engine::Query> read(std::string_view body, const SearchRules& rules = {}) {
        return read_search(shape_of<UserTask>(), rules, boost::json::parse(body));
    }

    std::string names(const engine::Found<UserTask>& found) {
        std::string text;
        for (const auto& task : found.rows) text += (text.empty() ? "" : " ") + *task.name;
        return text;
    }

    /// The names of what a search finds, or why it can't be made.
    std::string found(std::string_view body, const SearchRules& rules = {}) {
        const auto query = read(body, rules);
        return query ? names(engine::find<UserTask>(store_.reader(), *query)) : query.error().text;
    }

    memory::MemoryStore store_;

  private:
    std::vector<UserTask> tasks_;
};

TEST_F(SearchTest, FindsAllWithoutABodyOrAFilter) {
    EXPECT_EQ(found("null"), "t1 t2 t3 t4 t5 t6");
    EXPECT_EQ(found("{}"), "t1 t2 t3 t4 t5 t6");
    EXPECT_EQ(found(R"({"filter": {}, "sort": [], "page": {}})"), "t1 t2 t3 t4 t5 t6");
}

TEST_F(SearchTest, JoinsFiltersByAnd) {
    EXPECT_EQ(found(R"({"filter": {"state": "created"}})"), "t1 t3 t5");
    EXPECT_EQ(found(R"({"filter": {"state": "CREATED", "assignee": "ito"}})"), "t5");
    EXPECT_EQ(found(R"({"filter": {"userTaskKey": "3"}})"), "t3");
    EXPECT_EQ(found(R"({"filter": {"userTaskKey": 3}})"), "t3");
}

TEST_F(SearchTest, KnowsTheOperators) {
    EXPECT_EQ(found(R"({"filter": {"assignee": {"$exists": false}}})"), "t1 t2 t3");
    EXPECT_EQ(found(R"({"filter": {"assignee": {"$exists": true, "$neq": "ito"}}})"), "t4");
    EXPECT_EQ(found(R"({"filter": {"assignee": {"$in": ["sato", "ito"]}}})"), "t4 t5 t6");
    EXPECT_EQ(found(R"({"filter": {"assignee": {"$in": []}}})"), "");
    EXPECT_EQ(found(R"({"filter": {"name": {"$notIn": ["t1", "t2"]}}})"), "t3 t4 t5 t6");
    EXPECT_EQ(found(R"({"filter": {"name": {"$like": "?1"}}})"), "t1");
    EXPECT_EQ(found(R"({"filter": {"priority": {"$gt": 20, "$lte": 40}}})"), "t3 t4");
    EXPECT_EQ(found(R"({"filter": {"creationDate": {"$gte": "1970-01-06T00:00:00Z"}}})"), "t5 t6");
    EXPECT_EQ(found(R"({"filter": {"creationDate": {"$lt": "1970-01-03T09:00:00+09:00"}}})"), "t1");
    EXPECT_EQ(found(R"({"filter": {"state": {"$like": "comp*"}}})"), "t2 t4 t6");
    EXPECT_EQ(found(R"({"filter": {"state": {"$in": ["CREATED"], "$neq": "CREATED"}}})"), "");
    EXPECT_EQ(found(R"({"filter": {"candidateGroups": ["ward", "iom.operator"]}})"), "t1 t2");
}

TEST_F(SearchTest, LetsANameStandForAField) {
    static constexpr SearchRules::Alias aliases[]{{"candidateGroup", "candidateGroups"}};
    EXPECT_EQ(found(R"({"filter": {"candidateGroup": {"$in": ["iom.operator"]}}})", {.aliases = aliases}), "t1 t2");
}

TEST_F(SearchTest, Sorts) {
    EXPECT_EQ(found(R"({"sort": [{"field": "priority", "order": "desc"}]})"), "t6 t5 t4 t3 t2 t1");
    EXPECT_EQ(found(R"({"sort": [{"field": "state"}, {"field": "name", "order": "DESC"}]})"), "t6 t4 t2 t5 t3 t1");
}

TEST_F(SearchTest, GoesThroughPagesByNumberAndByCursor) {
    EXPECT_EQ(found(R"({"page": {"from": 4, "limit": 10}})"), "t5 t6");
    const std::string sort = R"("sort": [{"field": "state", "order": "DESC"}])";
    const auto page = [&](const std::string& more) {
        const auto query = read("{" + sort + R"(, "page": {"limit": 4)" + more + "}}");
        EXPECT_TRUE(query) << query.error().text;
        return std::pair{engine::find<UserTask>(store_.reader(), *query), query->sort};
    };
    const auto [first, its_sort] = page("");
    EXPECT_EQ(names(first), "t1 t3 t5 t2");
    EXPECT_EQ(first.total, 6);
    const auto [second, same_sort] = page(R"(, "after": ")" + cursor_text(*first.end, its_sort) + "\"");
    EXPECT_EQ(names(second), "t4 t6");
    const auto [back, still_same_sort] = page(R"(, "before": ")" + cursor_text(*second.start, its_sort) + "\"");
    EXPECT_EQ(names(back), "t1 t3 t5 t2");
}

TEST_F(SearchTest, RefusesACursorOfAnotherSortOrOfNoSearch) {
    const auto query = read(R"({"sort": [{"field": "name"}]})");
    const auto some = engine::find<UserTask>(store_.reader(), *query);
    const auto cursor = cursor_text(*some.end, query->sort);
    EXPECT_EQ(found(R"({"page": {"after": ")" + cursor + R"("}})"),
              "'page.after' is no cursor of a search with this sort.");
    for (const auto* text : {"", "x", "bnVsbA==", "WyIiXQ==", "WyIiLHt9XQ==", "W1tbW1td"})
        EXPECT_EQ(found(std::string(R"({"page": {"before": ")") + text + R"("}})"),
                  "'page.before' is no cursor of a search with this sort.")
            << text;
    // ["",true]: as long as it must be, but the primary key is a number.
    EXPECT_EQ(found(R"({"page": {"after": "WyIiLHRydWVd"}})"),
              "Search of 'user_task': field 'userTaskKey' does not fit the cursor.");
}

TEST_F(SearchTest, SaysWhatIsWrong) {
    EXPECT_NE(found(R"({"filter": {"asignee": "x"}})")
                  .find("'filter.asignee' is not known here; known are userTaskKey, name, state,"),
              std::string::npos);
    EXPECT_NE(found(R"({"filter": {"completedBy": "x"}})").find("'filter.completedBy' is not known here"),
              std::string::npos);
    EXPECT_EQ(found(R"({"filter": []})"), "'filter' must be an object, found a list.");
    EXPECT_EQ(found(R"({"filter": {"state": "NEW"}})"),
              "'filter.state' is 'NEW', but must be one of CREATING, CREATED, ASSIGNING, UPDATING, COMPLETING, "
              "COMPLETED, CANCELING, CANCELED, FAILED.");
    EXPECT_EQ(found(R"({"filter": {"assignee": null}})"), "'filter.assignee' must be a text, found null.");
    EXPECT_EQ(found(R"({"filter": {"priority": "1"}})"),
              "'filter.priority' must be a whole number, found the text \"1\".");
    EXPECT_EQ(found(R"({"filter": {"priority": {"$like": "1"}}})"),
              "'filter.priority' can't be compared by '$like'; known are $eq, $neq, $exists, $in, $notIn, $gt, $gte, "
              "$lt, $lte.");
    EXPECT_EQ(found(R"({"filter": {"priority": {"$in": 1}}})"),
              "'filter.priority.$in' must be a list, found the number 1.");
    EXPECT_EQ(found(R"({"filter": {"customHeaders": "x"}})"), "'filter.customHeaders' can't be searched by.");
    EXPECT_EQ(found(R"({"sort": [{"field": "priority", "order": "UP"}]})"),
              "'sort[0].order' is 'UP', but must be ASC or DESC.");
    EXPECT_NE(
        found(R"({"sort": [{"field": "tags"}]})").find("'sort[0].field' is 'tags', but must be one of userTaskKey"),
        std::string::npos);
    EXPECT_EQ(found(R"({"page": {"limit": 0}})"), "'page.limit' must be from 1 to 10000, found 0.");
    EXPECT_EQ(found(R"({"page": {"size": 1}})"),
              "'page.size' is not known here; known are after, before, from, limit.");
    EXPECT_EQ(found(R"({"page": {"from": 0, "after": "WyIiLDFd"}})"),
              "'page' has both 'from' and a cursor; only one can be followed.");
    EXPECT_EQ(found(R"({"page": {"before": "WyIiLDFd", "after": "WyIiLDFd"}})"),
              "'page' has both 'after' and 'before'; only one can be followed.");
    EXPECT_EQ(found(R"({"filters": {}})"), "'filters' is not known here; known are filter, page, sort.");
    EXPECT_EQ(found(R"([])"), "The body must be an object, found a list.");
}

TEST_F(SearchTest, BoundsTheValuesOfOneFilter) {
    std::string values = "\"x\"";
    for (std::size_t i = 0; i < filter_values_max; ++i) values += ",\"x\"";
    EXPECT_EQ(found(R"({"filter": {"name": {"$in": [)" + values + "]}}}"),
              "'filter.name.$in' has 1001 values; 1000 are the most.");
}

class InstanceSearchTest : public testing::Test {
  protected:
    InstanceSearchTest() {
        engine::Batch batch;
        for (int i = 1; i <= 3; ++i) {
            auto& instance = instances_[i - 1];
            instance.key = {i};
            instance.business_id = "INC-" + std::to_string(i);
            auto& element = elements_[i - 1];
            element.key = {10 + i};
            element.process_instance_key = instance.key;
            element.element_id = i < 3 ? "approve" : "work";
            element.state = i == 1 ? engine::InstanceState::Active : engine::InstanceState::Completed;
            auto& variable = variables_[i - 1];
            variable.key = {20 + i};
            variable.process_instance_key = instance.key;
            variable.name = i < 3 ? "x" : "y";
            variable.value = i == 1 ? "1" : "\"two\"";
            auto& incident = incidents_[i - 1];
            incident.key = {30 + i};
            incident.process_instance_key = instance.key;
            incident.error_message = "No such thing";
            incident.state = i == 2 ? engine::IncidentState::Active : engine::IncidentState::Resolved;
            batch.put(instance);
            batch.put(element);
            batch.put(variable);
            batch.put(incident);
        }
        store_.commit(batch);
    }

    std::string found(std::string_view filter) {
        const auto query = read_search(shape_of<engine::ProcessInstance>(), process_instance_search,
                                       boost::json::parse("{\"filter\": " + std::string(filter) + "}"));
        if (!query) return query.error().text;
        std::string text;
        for (const auto& instance : engine::find<engine::ProcessInstance>(store_.reader(), *query).rows)
            text += std::to_string(instance.key.value);
        return text;
    }

  private:
    memory::MemoryStore store_;
    engine::ProcessInstance instances_[3];
    engine::ElementInstance elements_[3];
    Variable variables_[3];
    engine::Incident incidents_[3];
};

TEST_F(InstanceSearchTest, AsksForVariablesByTheirJsonText) {
    EXPECT_EQ(found(R"({"variables": [{"name": "x", "value": "1"}]})"), "1");
    EXPECT_EQ(found(R"({"variables": [{"name": "x", "value": "\"two\""}]})"), "2");
    EXPECT_EQ(found(R"({"variables": [{"name": "x", "value": {"$exists": true}}]})"), "12");
    EXPECT_EQ(found(R"({"variables": [{"name": "x", "value": "1"}, {"name": "y", "value": "1"}]})"), "");
    EXPECT_EQ(found(R"({"variables": [{"name": "x"}]})"),
              "'filter.variables[0].value' is missing; the JSON text of a value is needed.");
    EXPECT_EQ(found(R"({"variables": {}})"),
              "'filter.variables' must be a list of objects with 'name' and 'value', found an object.");
}

TEST_F(InstanceSearchTest, AsksForOneElementThatIsAllOfIt) {
    EXPECT_EQ(found(R"({"elementId": "approve"})"), "12");
    EXPECT_EQ(found(R"({"elementInstanceState": "ACTIVE", "elementId": "approve"})"), "1");
    EXPECT_EQ(found(R"({"elementInstanceState": "ACTIVE", "elementId": "work"})"), "");
    EXPECT_EQ(found(R"({"errorMessage": {"$like": "No such*"}})"), "2");
}

TEST_F(InstanceSearchTest, KnowsAlternatives) {
    EXPECT_EQ(found(R"({"$or": [{"businessId": "INC-1"}, {"elementId": "work"}]})"), "13");
    EXPECT_EQ(found(R"({"$or": [{"businessId": "INC-1"}, {"elementId": "work"}], "businessId": "INC-3"})"), "3");
    EXPECT_EQ(found(R"({"$or": []})"), "123");
    EXPECT_EQ(found(R"({"$or": [{"$or": []}]})"), "'filter.$or[0].$or' is not known here.");
    EXPECT_NE(found(R"({"$or": [{"x": 1}]})").find("'filter.$or[0].x' is not known here"), std::string::npos);
    EXPECT_EQ(found(R"({"$or": 1})"), "'filter.$or' must be a list of filters, found the number 1.");
}

}  // namespace
}  // namespace dandori::rest
