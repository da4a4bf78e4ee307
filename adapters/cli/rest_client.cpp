#include "adapters/cli/rest_client.h"

#include <curl/curl.h>

#include <boost/json.hpp>
#include <memory>

namespace dandori::cli {
namespace {

namespace json = boost::json;

constexpr std::size_t answer_bytes_max = 256 << 20;
constexpr long connect_timeout_seconds = 10;
constexpr long timeout_seconds = 300;

struct FreeCurl {
    void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
};
struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
struct FreeMime {
    void operator()(curl_mime* mime) const { curl_mime_free(mime); }
};

std::size_t append_answer(char* data, std::size_t size, std::size_t count, void* text) {
    auto& answer = *static_cast<std::string*>(text);
    if (answer.size() + size * count > answer_bytes_max) return 0;
    answer.append(data, size * count);
    return size * count;
}

std::string member_text(const json::value& value, std::string_view name) {
    const auto* found = value.is_object() ? value.get_object().if_contains(name) : nullptr;
    return found && found->is_string() ? std::string(found->get_string()) : "";
}

/// One request on its way.
class Exchange {
  public:
    Exchange(const Connection& connection, const std::string& method, const std::string& path)
        : connection_(connection), curl_(curl_easy_init()) {
        if (!curl_) throw std::bad_alloc();
        add_header("Accept: application/json, application/problem+json");
        curl_easy_setopt(curl_.get(), CURLOPT_URL, (connection.server + path).c_str());
        curl_easy_setopt(curl_.get(), CURLOPT_CUSTOMREQUEST, method.c_str());
        curl_easy_setopt(curl_.get(), CURLOPT_PROTOCOLS_STR, "http,https");
        curl_easy_setopt(curl_.get(), CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(curl_.get(), CURLOPT_CONNECTTIMEOUT, connect_timeout_seconds);
        curl_easy_setopt(curl_.get(), CURLOPT_TIMEOUT, timeout_seconds);
        curl_easy_setopt(curl_.get(), CURLOPT_WRITEFUNCTION, append_answer);
        curl_easy_setopt(curl_.get(), CURLOPT_WRITEDATA, &answer_);
        if (!connection.username.empty()) {
            curl_easy_setopt(curl_.get(), CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
            curl_easy_setopt(curl_.get(), CURLOPT_USERNAME, connection.username.c_str());
            curl_easy_setopt(curl_.get(), CURLOPT_PASSWORD, connection.password.c_str());
        }
    }

    CURL* curl() { return curl_.get(); }

    void add_header(const char* line) {
        headers_.reset(curl_slist_append(headers_.release(), line));
        if (!headers_) throw std::bad_alloc();
    }

    Result<json::value> perform() {
        curl_easy_setopt(curl_.get(), CURLOPT_HTTPHEADER, headers_.get());
        if (const auto code = curl_easy_perform(curl_.get()); code != CURLE_OK) {
            return fail(Failure::Kind::Unspecified, "No answer from " + connection_.server + ": " +
                                                        curl_easy_strerror(code) +
                                                        ". Is 'dandori serve' running there?");
        }
        long status = 0;
        curl_easy_getinfo(curl_.get(), CURLINFO_RESPONSE_CODE, &status);
        boost::system::error_code error;
        auto body = answer_.empty() ? json::value(nullptr) : json::parse(answer_, error);
        if (status >= 200 && status < 300 && !error) return body;
        if (status >= 200 && status < 300) {
            return fail(Failure::Kind::Syntax, connection_.server + " answered something that is no JSON.");
        }
        auto detail = member_text(body, "detail");
        if (detail.empty() && status == 401) detail = "Give a user by --user and the password in DANDORI_PASSWORD.";
        return fail(Failure::Kind::Unspecified,
                    "The server refused (" + std::to_string(status) + ")" + (detail.empty() ? "." : ": " + detail));
    }

  private:
    const Connection& connection_;
    std::unique_ptr<CURL, FreeCurl> curl_;
    std::unique_ptr<curl_slist, FreeList> headers_;
    std::string answer_;
};

}  // namespace

Result<json::value> RestClient::send(const std::string& method, const std::string& path, const json::value& body) {
    Exchange exchange(connection_, method, "/v2" + path);
    const auto text = body.is_null() ? std::string() : json::serialize(body);
    if (!body.is_null()) {
        exchange.add_header("Content-Type: application/json");
        curl_easy_setopt(exchange.curl(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(text.size()));
        curl_easy_setopt(exchange.curl(), CURLOPT_POSTFIELDS, text.data());
    }
    return exchange.perform();
}

Result<json::value> RestClient::deploy(const std::vector<DeployableFile>& files) {
    std::vector<Field> fields;
    for (const auto& [name, content] : files) fields.push_back({"resources", content, name});
    return post_form("/v2/deployments", fields);
}

Result<json::value> RestClient::post_form(const std::string& path, const std::vector<Field>& fields) {
    Exchange exchange(connection_, "POST", path);
    const std::unique_ptr<curl_mime, FreeMime> mime(curl_mime_init(exchange.curl()));
    if (!mime) throw std::bad_alloc();
    for (const auto& [name, content, file_name] : fields) {
        auto* part = curl_mime_addpart(mime.get());
        curl_mime_name(part, name.c_str());
        if (!file_name.empty()) {
            curl_mime_filename(part, file_name.c_str());
            curl_mime_type(part, "application/octet-stream");
        }
        curl_mime_data(part, content.data(), content.size());
    }
    curl_easy_setopt(exchange.curl(), CURLOPT_MIMEPOST, mime.get());
    return exchange.perform();
}

}  // namespace dandori::cli
