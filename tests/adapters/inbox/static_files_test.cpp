#include "adapters/inbox/static_files.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/adapters/inbox/wire.h"
#include "tests/support/temporary_folder.h"

namespace dandori::inbox {
namespace {

using test::Wire;

class ThePage : public testing::Test {
  protected:
    ThePage() {
        std::filesystem::create_directory(folder_ / "assets");
        write("index.html", "<html>");
        write("favicon.svg", "<svg>");
        write("assets/inbox-ABC.js", "go()");
        write("secret.key", "not of the page");
        std::filesystem::create_symlink("/etc/hostname", folder_ / "assets/link.txt");
        files_ = std::make_unique<StaticFiles>(folder_ / ".");
    }
    void write(const std::string& name, const std::string& text) { std::ofstream(folder_ / name) << text; }
    http::Response get(const std::string& path) { return files_->answer(Wire::request_of("GET", path)); }
    dandori::test::TemporaryFolder folder_;
    std::unique_ptr<StaticFiles> files_;
};

TEST_F(ThePage, IsAtEveryAddressOfItsOwn) {
    for (const auto* path : {"/", "/inbox", "/cases/INC-R08-00001", "/index.html"}) {
        const auto response = get(path);
        EXPECT_EQ(response.status, 200) << path;
        EXPECT_EQ(response.body, "<html>") << path;
        EXPECT_EQ(Wire::header_of(response, "Cache-Control"), "no-cache");
        EXPECT_EQ(Wire::header_of(response, "Content-Type"), "text/html; charset=utf-8");
        EXPECT_TRUE(
            Wire::header_of(response, "Content-Security-Policy").starts_with("default-src 'none'; script-src 'self';"));
        EXPECT_EQ(Wire::header_of(response, "X-Content-Type-Options"), "nosniff");
        EXPECT_EQ(Wire::header_of(response, "Referrer-Policy"), "same-origin");
    }
    EXPECT_EQ(get("/favicon.svg").body, "<svg>");
}

TEST_F(ThePage, HasPartsThatNeverChange) {
    const auto response = get("/assets/inbox-ABC.js");
    EXPECT_EQ(response.body, "go()");
    EXPECT_EQ(Wire::header_of(response, "Cache-Control"), "public, max-age=31536000, immutable");
    EXPECT_EQ(Wire::header_of(response, "Content-Type"), "text/javascript; charset=utf-8");
    EXPECT_EQ(get("/assets/inbox-OLD.js").status, 404);
}

TEST_F(ThePage, ServesNothingElse) {
    for (const auto* path :
         {"/assets/../secret.key", "/assets/link.txt", "/assets/", "/api/nothing", "/v2/nothing", "/api"})
        EXPECT_EQ(get(path).status, 404) << path;
    EXPECT_EQ(get("/secret.key").body, "<html>");
    EXPECT_EQ(get("/../../etc/passwd").body, "<html>");
    EXPECT_EQ(files_->answer(Wire::request_of("POST", "/inbox")).status, 405);
}

TEST_F(ThePage, IsNotSentAgainWhenItIsTheSame) {
    const auto tag = Wire::header_of(get("/"), "ETag");
    auto request = Wire::request_of("GET", "/inbox");
    request.headers.emplace_back("If-None-Match", "\"other\", W/" + tag);
    const auto response = files_->answer(request);
    EXPECT_EQ(response.status, 304);
    EXPECT_EQ(response.body, "");
    request.headers.back().second = "\"other\"";
    EXPECT_EQ(files_->answer(request).status, 200);
}

TEST(NoPage, SaysSo) {
    const StaticFiles files("/nowhere/at/all");
    EXPECT_FALSE(files.has_page());
    EXPECT_EQ(files.answer(Wire::request_of("GET", "/")).status, 404);
}

}  // namespace
}  // namespace dandori::inbox
