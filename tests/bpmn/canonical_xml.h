#pragma once
// A document as comparable lines, made by another parser than the reader's, so that what both would lose shows.

#include <expat.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

namespace dandori::bpmn::test {

/// Begins, ends, texts, comments, processing instructions and namespace prefixes in document order, names with their
/// namespace resolved, attributes sorted. Space around the root element isn't content.
class CanonicalXml {
  public:
    explicit CanonicalXml(const std::string& text) {
        XML_Parser parser = XML_ParserCreateNS(nullptr, '|');
        XML_SetUserData(parser, this);
        XML_SetElementHandler(parser, &begin, &end);
        XML_SetCharacterDataHandler(parser, &characters);
        XML_SetCommentHandler(parser, &comment);
        XML_SetProcessingInstructionHandler(parser, &instruction);
        XML_SetStartNamespaceDeclHandler(parser, &prefix);
        const bool read = XML_Parse(parser, text.data(), static_cast<int>(text.size()), 1) == XML_STATUS_OK;
        const std::string fault = read ? "" : XML_ErrorString(XML_GetErrorCode(parser));
        XML_ParserFree(parser);
        if (!read) throw std::runtime_error("no XML: " + fault);
        flush();
    }

    const std::vector<std::string>& lines() const { return lines_; }
    std::size_t elements() const { return elements_; }
    std::size_t attributes() const { return attributes_; }

  private:
    static CanonicalXml& self(void* data) { return *static_cast<CanonicalXml*>(data); }

    void flush() {
        if (!text_.empty()) lines_.push_back("text " + text_);
        text_.clear();
    }
    void add(std::string line) {
        flush();
        lines_.push_back(std::move(line));
    }

    static void begin(void* data, const char* name, const char** attributes) {
        std::vector<std::string> sorted;
        for (; *attributes; attributes += 2) sorted.push_back(std::string(attributes[0]) + "=" + attributes[1]);
        std::sort(sorted.begin(), sorted.end());
        std::string line = "begin " + std::string(name);
        for (const std::string& each : sorted) line += "\n    " + each;
        self(data).add(std::move(line));
        ++self(data).elements_;
        self(data).attributes_ += sorted.size();
    }
    static void end(void* data, const char* name) { self(data).add("end " + std::string(name)); }
    static void characters(void* data, const char* text, int length) {
        self(data).text_.append(text, static_cast<std::size_t>(length));
    }
    static void comment(void* data, const char* text) { self(data).add("comment " + std::string(text)); }
    static void instruction(void* data, const char* target, const char* text) {
        self(data).add("instruction " + std::string(target) + " " + text);
    }
    static void prefix(void* data, const char* name, const char* uri) {
        self(data).add("prefix " + std::string(name ? name : "") + " " + (uri ? uri : ""));
    }

    std::vector<std::string> lines_;
    std::string text_;
    std::size_t elements_ = 0, attributes_ = 0;
};

/// Where two documents first differ; empty when they say the same.
inline std::string difference(const CanonicalXml& left, const CanonicalXml& right) {
    const std::size_t count = std::max(left.lines().size(), right.lines().size());
    for (std::size_t at = 0; at < count; ++at) {
        const std::string one = at < left.lines().size() ? left.lines()[at] : "(nothing)";
        const std::string other = at < right.lines().size() ? right.lines()[at] : "(nothing)";
        if (one != other) return "line " + std::to_string(at) + ":\n  " + one + "\nbecame\n  " + other;
    }
    return "";
}

}  // namespace dandori::bpmn::test
