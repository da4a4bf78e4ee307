// Every document template of the ward's processes, made from the sample beside this file and looked into with the tools
// that others read PDFs with. The files stay in build/.../documents to be looked at.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "adapters/documents/xlsx.h"
#include "tests/adapters/documents/reading.h"
#include "tests/adapters/documents/samples.h"

namespace dandori::documents {
namespace {

namespace fs = std::filesystem;
using test::kept;
using test::output_of;

std::map<std::string, fs::path> template_files() {
    std::map<std::string, fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(DANDORI_SOURCE_DIR "/processes")) {
        const auto name = entry.path().filename().string();
        if (entry.path().parent_path().filename() == "documents" && name.ends_with(".ja.json"))
            found.emplace(name.substr(0, name.size() - 8), entry.path());
    }
    return found;
}

std::string sample_of(const std::string& id) { return DANDORI_SOURCE_DIR "/tests/adapters/documents/samples/" + id + ".json"; }

Content content_of_sample(const std::string& id, const fs::path& file) {
    const auto read = read_template(id, test::content_of_file(file));
    EXPECT_TRUE(read) << read.error().text;
    auto matter = test::sample_matter(sample_of(id));
    for (const auto& entry : fs::directory_iterator(file.parent_path().parent_path())) {
        if (entry.path().extension() == ".form") matter.forms.emplace(entry.path().stem().string(), test::content_of_file(entry.path()));
    }
    auto content = fill(*read, matter, test::real_expressions());
    EXPECT_TRUE(content) << content.error().text;
    return content.value();
}

TEST(DocumentFiles, EachTemplateHasASample) {
    EXPECT_FALSE(template_files().empty());
    for (const auto& [id, file] : template_files()) EXPECT_TRUE(fs::exists(sample_of(id))) << id;
}

TEST(DocumentFiles, AreMadeAlikeEachTimeWithTheirFontsEmbedded) {
    for (const auto& [id, file] : template_files()) {
        const auto content = content_of_sample(id, file);
        const auto made = pdf_of(content);
        ASSERT_TRUE(made) << made.error().text;
        EXPECT_EQ(made->bytes, pdf_of(content)->bytes) << id;
        const auto path = kept(id + ".pdf", made->bytes);
        const auto fonts = output_of("pdffonts " + path);
        EXPECT_NE(fonts.find("IPAmjMincho"), std::string::npos) << fonts;
        for (const char* stranger : {"DejaVu", " no  "}) EXPECT_EQ(fonts.find(stranger), std::string::npos) << fonts;
        EXPECT_NE(output_of("pdftotext -layout " + path + " -").find(content.case_number), std::string::npos) << id;
    }
}

TEST(DocumentFiles, AreWorkbooksThatOtherProgramsOpen) {
    std::string paths;
    for (const auto& [id, file] : template_files()) {
        const auto made = xlsx_of(content_of_sample(id, file));
        ASSERT_TRUE(made) << id << ": " << made.error().text;
        paths += " " + kept(id + ".xlsx", made->bytes);
    }
    const auto read = output_of("/usr/bin/python3 -c \"import openpyxl,sys\nfor p in sys.argv[1:]:\n"
                                " for s in openpyxl.load_workbook(p): print(p.split('/')[-1], s.title, s.max_row)\"" + paths);
    for (const char* sheet : {"DOC-j-monthly.xlsx 障害（優先度ごと）", "DOC-j-monthly.xlsx 期限", "DOC-i-inspected.xlsx 検査記録", "DOC-a-report.xlsx 5　再発防止策", "DOC-j-monthly.xlsx 月次統合運用報告書 2026年4月"})
        EXPECT_NE(read.find(sheet), std::string::npos) << sheet << "\n" << read;
}

}  // namespace
}  // namespace dandori::documents
