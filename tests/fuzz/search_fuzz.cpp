// The body of a search, from anywhere: it is refused with words, or it becomes a query that a store can answer.
#include <boost/json.hpp>
#include <cstdint>
#include <cstdlib>
#include <stdexcept>

#include "adapters/memory/memory_store.h"
#include "adapters/rest/instance_search.h"
#include "adapters/rest/search.h"
#include "engine/port/store.h"

namespace {

using namespace dandori;

void require(bool holds) {
    if (!holds) std::abort();
}

engine::Reader& some_rows() {
    static memory::MemoryStore store;
    static const bool is_filled = [] {
        engine::ProcessInstance instance;
        instance.key = {1};
        instance.business_id = "INC-1";
        engine::Batch batch;
        batch.put(instance);
        store.commit(batch);
        return true;
    }();
    require(is_filled);
    return store.reader();
}

void search_by(const boost::json::value& body) {
    const auto query =
        rest::read_search(rest::shape_of<engine::ProcessInstance>(), rest::process_instance_search, body);
    if (!query) return require(!query.error().text.empty());
    require(query->limit >= 1 && query->limit <= rest::page_limit_max);
    const auto found = engine::find<engine::ProcessInstance>(some_rows(), *query);
    rest::JsonText json;
    json.begin_object();
    rest::write_page(json, found.total, found.start, found.end, query->sort);
    if (found.end)
        require(rest::cursor_from_text(rest::cursor_text(*found.end, query->sort), query->sort) == found.end);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    boost::system::error_code error;
    const auto body = boost::json::parse(input, error);
    if (!error) search_by(body);
    (void)rest::cursor_from_text(input, {});
    boost::json::object page;
    page["after"] = boost::json::string(input);
    boost::json::object search;
    search["page"] = page;
    if (boost::json::parse(boost::json::serialize(search), error).is_object() && !error) search_by(search);
    return 0;
}
