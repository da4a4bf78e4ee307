#include "adapters/spreadsheet/package.h"

#include <algorithm>

namespace dandori::spreadsheet {
namespace {

/// The part that `target` means, said in a file of `folder`: "xl" + "worksheets/sheet1.xml", or from the root with a leading slash.
std::string part_of(std::string_view folder, std::string_view target) {
    if (target.starts_with('/')) return std::string(target.substr(1));
    std::string joined(folder);
    while (target.starts_with("../")) {
        target.remove_prefix(3);
        const auto slash = joined.rfind('/');
        joined.resize(slash == joined.npos ? 0 : slash);
    }
    if (target.starts_with("./")) target.remove_prefix(2);
    return joined.empty() ? std::string(target) : joined + "/" + std::string(target);
}

std::string_view folder_of(std::string_view part) {
    const auto slash = part.rfind('/');
    return slash == part.npos ? std::string_view{} : part.substr(0, slash);
}

/// Where a part's own relations are listed: "xl/workbook.xml" -> "xl/_rels/workbook.xml.rels".
std::string relations_part(std::string_view part) {
    const auto folder = folder_of(part);
    const auto name = folder.empty() ? part : part.substr(folder.size() + 1);
    return (folder.empty() ? std::string() : std::string(folder) + "/") + "_rels/" + std::string(name) + ".rels";
}

bool is_true(const pugi::xml_attribute& attribute) {
    const std::string_view text = attribute.value();
    return text == "1" || text == "true";
}

/// `_x000D_` stands for a character that XML can't hold.
std::string without_escapes(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        unsigned code = 0;
        bool is_escape = text.size() - at >= 7 && text[at] == '_' && text[at + 1] == 'x' && text[at + 6] == '_';
        for (std::size_t digit = at + 2; is_escape && digit < at + 6; ++digit) {
            const char c = text[digit];
            const int value = c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10 : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
            is_escape = value >= 0;
            code = code * 16 + static_cast<unsigned>(std::max(value, 0));
        }
        if (is_escape && code < 0x80) {
            out += static_cast<char>(code);
            at += 6;
        } else {
            out += text[at];
        }
    }
    return out;
}

}  // namespace

std::string_view local_name(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    const auto colon = name.find(':');
    return colon == name.npos ? name : name.substr(colon + 1);
}

pugi::xml_node child(const pugi::xml_node& parent, std::string_view name) {
    for (const auto& node : parent.children()) {
        if (local_name(node) == name) return node;
    }
    return {};
}

std::string_view relation_of(const pugi::xml_node& node) {
    for (const auto& attribute : node.attributes()) {
        const std::string_view name = attribute.name();
        if (name.ends_with(":id")) return attribute.value();
    }
    return {};
}

Result<ZipArchive> open_package(std::string_view bytes, const ArchiveLimits& limits) {
    if (bytes.starts_with("\xD0\xCF\x11\xE0"))
        return fail(Failure::Kind::Syntax, "The file is an old .xls workbook or has a password; save it as .xlsx without a password.");
    if (!bytes.starts_with("PK")) return fail(Failure::Kind::Syntax, "The file is no .xlsx workbook: it doesn't begin as one. Save it as .xlsx.");
    auto archive = TRY(ZipArchive::open(bytes, limits));
    for (const auto& name : archive.names()) {
        if (name.ends_with("vbaProject.bin"))
            return fail(Failure::Kind::Syntax, "The workbook has macros ('" + name + "'), which are not taken in; save it as .xlsx without macros.");
    }
    if (!archive.has("[Content_Types].xml")) return fail(Failure::Kind::Syntax, "The file is a zip archive but no .xlsx workbook. Save it as .xlsx.");
    const auto types = TRY(archive.read("[Content_Types].xml"));
    if (types.find("macroEnabled") != types.npos)
        return fail(Failure::Kind::Syntax, "The workbook is one for macros (.xlsm), which is not taken in; save it as .xlsx.");
    return archive;
}

Result<void> read_xml(ZipArchive& archive, const std::string& part, pugi::xml_document& into) {
    const auto text = TRY(archive.read(part));
    const unsigned how = pugi::parse_default | pugi::parse_ws_pcdata | pugi::parse_declaration | pugi::parse_comments | pugi::parse_pi;
    const auto read = into.load_buffer(text.data(), text.size(), how & ~pugi::parse_eol);
    if (read) return {};
    return fail(Failure::Kind::Syntax,
                "The part '" + part + "' is damaged: " + read.description() + " at byte " + std::to_string(read.offset) + ".");
}

Result<Package> read_package(ZipArchive& archive) {
    Package package;
    pugi::xml_document roots;
    TRY(read_xml(archive, "_rels/.rels", roots));
    for (const auto& relation : roots.document_element().children()) {
        if (std::string_view(relation.attribute("Type").value()).ends_with("/officeDocument"))
            package.workbook_part = part_of("", relation.attribute("Target").value());
    }
    if (package.workbook_part.empty()) return fail(Failure::Kind::Syntax, "The file names no workbook; save it as .xlsx again.");
    const auto folder = folder_of(package.workbook_part);
    struct Relation {
        std::string id, part;
    };
    std::vector<Relation> relations;
    pugi::xml_document listed;
    TRY(read_xml(archive, relations_part(package.workbook_part), listed));
    for (const auto& relation : listed.document_element().children()) {
        const std::string_view type = relation.attribute("Type").value();
        if (type.ends_with("/externalLink")) package.has_external_links = true;
        if (std::string_view(relation.attribute("TargetMode").value()) == "External") continue;
        const auto part = part_of(folder, relation.attribute("Target").value());
        if (type.ends_with("/styles")) package.styles_part = part;
        if (type.ends_with("/sharedStrings")) package.strings_part = part;
        if (type.ends_with("/worksheet")) relations.push_back({relation.attribute("Id").value(), part});
    }
    pugi::xml_document workbook;
    TRY(read_xml(archive, package.workbook_part, workbook));
    const auto root = workbook.document_element();
    package.is_1904 = is_true(child(root, "workbookPr").attribute("date1904"));
    for (const auto& sheet : child(root, "sheets").children()) {
        const auto id = relation_of(sheet);
        const auto found = std::ranges::find(relations, id, &Relation::id);
        if (id.empty() || found == relations.end()) continue;  // a chart has a tab, too
        const std::string_view state = sheet.attribute("state").value();
        package.sheets.push_back({sheet.attribute("name").value(), found->part, state == "hidden" || state == "veryHidden"});
    }
    if (package.sheets.empty()) return fail(Failure::Kind::Syntax, "The workbook has no sheet with cells.");
    return package;
}

Result<std::vector<NumberMeaning>> read_styles(ZipArchive& archive, const Package& package) {
    std::vector<NumberMeaning> meanings;
    if (package.styles_part.empty()) return meanings;
    pugi::xml_document document;
    TRY(read_xml(archive, package.styles_part, document));
    const auto root = document.document_element();
    std::vector<std::pair<unsigned, NumberMeaning>> own;
    for (const auto& format : child(root, "numFmts").children())
        own.emplace_back(format.attribute("numFmtId").as_uint(), meaning_of_format(format.attribute("formatCode").value()));
    std::ranges::sort(own);
    for (const auto& style : child(root, "cellXfs").children()) {
        if (local_name(style) != "xf") continue;
        const auto id = style.attribute("numFmtId").as_uint();
        const auto found = std::ranges::lower_bound(own, id, {}, &std::pair<unsigned, NumberMeaning>::first);
        meanings.push_back(found != own.end() && found->first == id ? found->second : meaning_of_format(id));
    }
    return meanings;
}

std::string rich_text(const pugi::xml_node& node) {
    std::string text;
    for (const auto& part : node.children()) {
        if (local_name(part) == "t") text += part.text().get();
        if (local_name(part) == "r") text += child(part, "t").text().get();
    }
    return without_escapes(text);
}

std::string with_escapes(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '_' && text.size() - at >= 7 && text[at + 1] == 'x' && text[at + 6] == '_') out += "_x005F";
        if (text[at] == '\r') out += "_x000D_";
        else out += text[at];
    }
    return out;
}

}  // namespace dandori::spreadsheet
