// The ward's processes as files: each can be read, has nothing to object to, and names only what its folder holds.
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "adapters/forms/template.h"
#include "adapters/documents/template.h"
#include "adapters/mail/template.h"
#include "bpmn/bpmn.h"
#include "engine/calendar/calendar_set.h"
#include "engine/dmn/dmn.h"

namespace dandori::test {
namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

std::vector<fs::path> process_folders() {
    std::vector<fs::path> folders;
    for (const auto& entry : fs::directory_iterator(DANDORI_SOURCE_DIR "/processes")) {
        if (fs::exists(entry.path() / (entry.path().filename().string() + ".bpmn"))) folders.push_back(entry.path());
    }
    return folders;
}

fs::path model_in(const fs::path& folder) { return folder / (folder.filename().string() + ".bpmn"); }

/// The values of an attribute, wherever it stands.
std::set<std::string> values_of(const bpmn::XmlNode& node, std::string_view element, std::string_view attribute) {
    std::set<std::string> values;
    if (node.local_name() == element) {
        if (const auto* value = node.attribute(attribute)) values.insert(*value);
    }
    for (const auto& child : node.children) values.merge(values_of(child, element, attribute));
    return values;
}

/// The values of headers `template`: templates of mails and documents that tasks name.
std::set<std::string> templates_of(const bpmn::XmlNode& node) {
    std::set<std::string> values;
    const auto* key = node.local_name() == "header" ? node.attribute("key") : nullptr;
    if (key && *key == "template") values.insert(*node.attribute("value"));
    for (const auto& child : node.children) values.merge(templates_of(child));
    return values;
}

/// Templates that FEEL chooses between: what stands in quotes behind `then` and `else`. Taken out of `templates`.
std::set<std::string> chosen_templates(std::set<std::string>& templates) {
    std::set<std::string> chosen;
    std::erase_if(templates, [&](const std::string& value) {
        if (!value.starts_with('=')) return false;
        for (const std::string_view before : {"then \"", "else \""}) {
            for (auto at = value.find(before); at != std::string::npos; at = value.find(before, at + 1)) {
                const auto begin = at + before.size();
                chosen.insert(value.substr(begin, value.find('"', begin) - begin));
            }
        }
        return true;
    });
    return chosen;
}

/// Every FEEL expression of a model: what begins with `=` in an attribute or a text.
void expressions_of(const bpmn::XmlNode& node, std::set<std::string>& into) {
    for (const auto& attribute : node.attributes) {
        if (attribute.value.starts_with('=')) into.insert(attribute.value.substr(1));
    }
    if (const auto text = node.inner_text(); node.children.size() == 1 && text.starts_with('='))
        into.insert(text.substr(1));
    for (const auto& child : node.children) expressions_of(child, into);
}

/// Every `{{= ... }}` of a text.
std::set<std::string> placeholders_of(const std::string& text) {
    std::set<std::string> found;
    for (auto at = text.find("{{="); at != std::string::npos; at = text.find("{{=", at + 3))
        found.insert(text.substr(at + 3, text.find("}}", at) - at - 3));
    return found;
}

void expect_readable(const std::string& expression, const std::string& where) {
    const auto parsed = feel::Expression::parse(expression);
    EXPECT_TRUE(parsed) << where << ": " << expression << "\n" << parsed.error().text;
}

std::set<std::string> names_in(const fs::path& folder, std::string_view suffix) {
    std::set<std::string> names;
    if (!fs::exists(folder)) return names;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const auto name = entry.path().filename().string();
        if (name.ends_with(suffix)) names.insert(name.substr(0, name.size() - suffix.size()));
    }
    return names;
}

TEST(ProcessFiles, HaveNothingToObjectTo) {
    ASSERT_GE(process_folders().size(), 2u);
    for (const auto& folder : process_folders()) {
        const auto read = bpmn::read(content_of(model_in(folder)), model_in(folder).filename().string());
        ASSERT_TRUE(read.definitions) << folder;
        for (const auto& problem : read.problems) ADD_FAILURE() << to_string(problem);
        for (const auto& problem : bpmn::check(*read.definitions)) ADD_FAILURE() << to_string(problem);
    }
}

TEST(ProcessFiles, NameOnlyFormsDecisionsMailsAndDocumentsOfTheirFolderAndAllOfThem) {
    for (const auto& folder : process_folders()) {
        const auto read = bpmn::read(content_of(model_in(folder)), model_in(folder).filename().string());
        ASSERT_TRUE(read.definitions) << folder;
        const auto& root = read.definitions->document;
        EXPECT_EQ(values_of(root, "formDefinition", "formId"), names_in(folder, ".form")) << folder;
        EXPECT_EQ(values_of(root, "calledDecision", "decisionId"), names_in(folder, ".dmn")) << folder;
        auto templates = names_in(folder / "mails", ".ja.txt");
        templates.merge(names_in(folder / "documents", ".ja.json"));
        auto named = templates_of(root);
        std::set<std::string> forms;
        for (const auto& name : names_in(folder / "request-forms", ".json")) forms.insert(name.substr(0, name.rfind('-')));
        EXPECT_EQ(chosen_templates(named), forms) << folder;
        EXPECT_EQ(named, templates) << folder;
    }
}

TEST(ProcessFiles, RequestFormsCanBeReadAndHaveTheirFileNameAsIdAndVersion) {
    for (const auto& folder : process_folders()) {
        for (const auto& name : names_in(folder / "request-forms", ".json")) {
            const auto form = forms::read_template(content_of(folder / "request-forms" / (name + ".json")));
            ASSERT_TRUE(form) << name << ": " << form.error().text;
            EXPECT_EQ(form->id + "-" + std::to_string(form->version), name);
            for (const auto& column : form->columns)
                if (!form->is_list()) expect_readable(column.from, name + ", " + column.key);
            for (const auto& rule : form->rules) expect_readable(rule.expression, name + ", " + rule.message);
        }
    }
}

TEST(ProcessFiles, FormsAreJsonWithTheirFileNameAsId) {
    for (const auto& folder : process_folders()) {
        for (const auto& name : names_in(folder, ".form")) {
            const auto form = boost::json::parse(content_of(folder / (name + ".form")));
            EXPECT_EQ(form.at("id").as_string(), name);
            EXPECT_FALSE(form.at("components").as_array().empty()) << name;
        }
    }
}

TEST(ProcessFiles, HoldExpressionsThatCanBeRead) {
    for (const auto& folder : process_folders()) {
        const auto read = bpmn::read(content_of(model_in(folder)), model_in(folder).filename().string());
        ASSERT_TRUE(read.definitions) << folder;
        std::set<std::string> expressions;
        expressions_of(read.definitions->document, expressions);
        EXPECT_GT(expressions.size(), 0u) << folder;
        for (const auto& expression : expressions) expect_readable(expression, model_in(folder).filename().string());
    }
}

TEST(ProcessFiles, DecisionTablesHaveNoFaultGapOrOverlap) {
    const fs::path data = DANDORI_SOURCE_DIR "/processes/reference-data";
    auto calendars =
        calendar::CalendarSet::read(content_of(data / "holidays.csv"), content_of(data / "service_hours.csv"));
    ASSERT_TRUE(calendars) << calendars.error().text;
    const auto functions =
        calendar::feel_functions(std::make_shared<const calendar::CalendarSet>(std::move(*calendars)));
    for (const auto& folder : process_folders()) {
        for (const auto& name : names_in(folder, ".dmn")) {
            const auto read = dmn::read(content_of(folder / (name + ".dmn")), name + ".dmn");
            for (const auto& problem : read.problems) ADD_FAILURE() << to_string(problem);
            ASSERT_TRUE(read.model) << name;
            EXPECT_TRUE(read.model->find_decision(name)) << name;
            for (const auto& problem : dmn::check(*read.model, &functions)) ADD_FAILURE() << to_string(problem);
        }
    }
}

TEST(ProcessFiles, MailTemplatesCanBeRead) {
    for (const auto& folder : process_folders()) {
        for (const auto& name : names_in(folder / "mails", ".ja.txt")) {
            const auto text = content_of(folder / "mails" / (name + ".ja.txt"));
            const auto wording = mail::read_template(name, text);
            EXPECT_TRUE(wording) << name << ": " << wording.error().text;
            for (const auto& expression : placeholders_of(text)) expect_readable(expression, name);
        }
    }
}

/// What begins with `=` in a document template, and its placeholders.
void expect_readable_texts(const boost::json::value& value, const std::string& where) {
    if (value.is_string()) {
        const std::string text(value.get_string());
        if (text.starts_with('=')) return expect_readable(text.substr(1), where);
        for (const auto& expression : placeholders_of(text)) expect_readable(expression, where);
    } else if (value.is_array()) {
        for (const auto& entry : value.get_array()) expect_readable_texts(entry, where);
    } else if (value.is_object()) {
        for (const auto& member : value.get_object()) expect_readable_texts(member.value(), where);
    }
}

TEST(ProcessFiles, DocumentTemplatesCanBeRead) {
    std::size_t count = 0;
    for (const auto& folder : process_folders()) {
        for (const auto& name : names_in(folder / "documents", ".ja.json")) {
            const auto text = content_of(folder / "documents" / (name + ".ja.json"));
            const auto read = documents::read_template(name, text);
            ASSERT_TRUE(read) << read.error().text;
            expect_readable_texts(boost::json::parse(text), name);
            ++count;
        }
    }
    EXPECT_GT(count, 0U);
}

}  // namespace
}  // namespace dandori::test
