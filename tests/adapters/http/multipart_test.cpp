#include "adapters/http/multipart.h"

#include <gtest/gtest.h>

namespace dandori::http {
namespace {

constexpr std::string_view form = "multipart/form-data; boundary=\"b b\"";

std::string fault(std::string_view type, std::string_view body, const MultipartLimits& limits = {}) {
    const auto parts = read_multipart(type, body, limits);
    return parts ? "" : parts.error();
}

TEST(Multipart, GivesPartsInTheirOrder) {
    const std::string body =
        "preamble\r\n--b b \r\nContent-Disposition: form-data; name=\"resources\"; filename=\"C:\\x\\段取り.bpmn\"\r\n"
        "content-type: text/xml\r\n\r\n<a>\r\n--b</a>\r\n--b b\r\nContent-Disposition: form-data; "
        "name=tenantId\r\n\r\n\r\n"
        "--b b\r\nContent-Disposition: form-data; name=\"f\"; filename*=UTF-8''%E8%A8%98%20.txt\r\n\r\nx\r\n--b "
        "b--\r\nepilogue";
    const auto parts = read_multipart(form, body);
    ASSERT_TRUE(parts) << parts.error();
    ASSERT_EQ(parts->size(), 3u);
    EXPECT_EQ((*parts)[0].name, "resources");
    EXPECT_EQ((*parts)[0].file_name, "段取り.bpmn");
    EXPECT_EQ((*parts)[0].content_type, "text/xml");
    EXPECT_EQ((*parts)[0].content, "<a>\r\n--b</a>");
    EXPECT_EQ((*parts)[1].name, "tenantId");
    EXPECT_FALSE((*parts)[1].file_name);
    EXPECT_EQ((*parts)[1].content_type, "text/plain");
    EXPECT_EQ((*parts)[1].content, "");
    EXPECT_EQ((*parts)[2].file_name, "記 .txt");
}

TEST(Multipart, MayBeEmpty) { EXPECT_TRUE(read_multipart(form, "--b b--")->empty()); }

TEST(Multipart, UnderstandsAQuoteInAFileName) {
    const auto parts = read_multipart(
        form, "--b b\r\nContent-Disposition: form-data; name=\"a\"; filename=\"x\\\"y;z.bpmn\"\r\n\r\n1\r\n--b b--");
    ASSERT_TRUE(parts) << parts.error();
    EXPECT_EQ(parts->front().file_name, "x\"y;z.bpmn");
}

TEST(Multipart, SaysWhatIsWrong) {
    EXPECT_EQ(fault("text/plain", ""), "The body is 'text/plain'; 'multipart/form-data' is needed.");
    EXPECT_EQ(fault("multipart/form-data", ""),
              "The Content-Type 'multipart/form-data' needs a boundary of 1 to 70 characters.");
    EXPECT_EQ(fault("multipart/form-data; boundary=" + std::string(71, 'x'), ""),
              "The Content-Type 'multipart/form-data' needs a boundary of 1 to 70 characters.");
    EXPECT_EQ(fault(form, "x"), "The boundary named in the Content-Type does not come up in the body.");
    EXPECT_EQ(fault(form, "--b b\r\nContent-Disposition: form-data; name=a\r\n\r\nx"),
              "The body ends within a part: the closing boundary is missing.");
    EXPECT_EQ(fault(form, "--b b\r\nContent-Disposition: form-data; name=a\r\n"),
              "The body ends within the header of a part.");
    EXPECT_EQ(fault(form, "--b b"),
              "The body ends within a part, or a boundary is not followed by the end of its line.");
    EXPECT_EQ(fault(form, "--b b\r\n\r\nx\r\n--b b--"),
              "A part has no name: 'Content-Disposition: form-data; name=\"...\"' is needed.");
    EXPECT_EQ(fault(form, "--b b\r\nContent-Disposition: attachment; name=a\r\n\r\nx\r\n--b b--"),
              "A part's Content-Disposition is not 'form-data'.");
    EXPECT_EQ(fault(form, "--b b\r\nnonsense\r\n\r\nx\r\n--b b--"), "A line in a part's header has no colon.");
    EXPECT_EQ(fault(form, "--b b\r\nContent-Disposition: form-data; name=\"\xff\"\r\n\r\nx\r\n--b b--"),
              "The names in a part's header are not UTF-8.");
}

TEST(Multipart, IsBounded) {
    const std::string part = "--b b\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n";
    EXPECT_EQ(fault(form, part + part + "--b b--", {.parts_max = 2}), "");
    EXPECT_EQ(fault(form, part + part + part + "--b b--", {.parts_max = 2}), "The body has more than 2 parts.");
    EXPECT_EQ(fault(form, part + "--b b--", {.part_header_bytes_max = 10}),
              "The header of a part is longer than 10 bytes.");
}

}  // namespace
}  // namespace dandori::http
