#include "adapters/documents/archive.h"

#include <lcms2.h>

#include <array>
#include <cstdio>
#include <cstring>
#include <memory>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

namespace dandori::documents {
namespace {

constexpr std::string_view producer = "Dandori";

std::string sized(const char* form, const worker::TokyoTime& time) {
    std::array<char, 48> text{};
    const int minute = time.minute_of_day.value_or(0);
    std::snprintf(text.data(), text.size(), form, time.year, time.month, time.day, minute / 60, minute % 60, time.second);
    return text.data();
}

std::string escaped(std::string_view text) {
    std::string safe;
    for (const char letter : text) {
        if (letter == '&') safe += "&amp;";
        else if (letter == '<') safe += "&lt;";
        else if (letter == '>') safe += "&gt;";
        else if (static_cast<unsigned char>(letter) >= 0x20) safe += letter;
        else safe += ' ';
    }
    return safe;
}

/// Says the same as the information dictionary, as ISO 19005-2, 6.6.3 wants it.
std::string metadata_of(const Content& content) {
    const auto time = sized("%04d-%02u-%02uT%02d:%02d:%02d+09:00", worker::tokyo_time_of(content.made_at));
    std::string text = "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
           "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"><pdfaid:part>2</pdfaid:part>"
           "<pdfaid:conformance>B</pdfaid:conformance></rdf:Description>\n"
           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:format>application/pdf</dc:format>"
           "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(content.title) + "</rdf:li></rdf:Alt></dc:title>";
    if (!content.case_number.empty())
        text += "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(content.case_number) +
                "</rdf:li></rdf:Alt></dc:description>";
    text += "</rdf:Description>\n<rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"><xmp:CreateDate>" + time +
            "</xmp:CreateDate><xmp:ModifyDate>" + time + "</xmp:ModifyDate></rdf:Description>\n"
            "<rdf:Description rdf:about=\"\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"><pdf:Producer>" + std::string(producer) +
            "</pdf:Producer></rdf:Description>\n</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>";
    return text;
}

/// The profile of sRGB with a fixed date, so that it is the same each time.
std::string make_colour_profile() {
    const std::unique_ptr<void, decltype(&cmsCloseProfile)> profile(cmsCreate_sRGBProfile(), cmsCloseProfile);
    if (!profile) return {};
    cmsSetProfileVersion(profile.get(), 2.1);
    cmsUInt32Number size = 0;
    if (!cmsSaveProfileToMem(profile.get(), nullptr, &size)) return {};
    std::string bytes(size, '\0');
    if (!cmsSaveProfileToMem(profile.get(), bytes.data(), &size)) return {};
    constexpr std::array<unsigned char, 12> date{0x07, 0xD0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0};  // ICC.1, 7.2.8: 2000-01-01
    constexpr std::size_t date_at = 24;
    std::memcpy(bytes.data() + date_at, date.data(), date.size());
    return bytes;
}

/// Made once for all documents.
const std::string& colour_profile() {
    static const std::string made = make_colour_profile();
    return made;
}

QPDFObjectHandle stream_of(QPDF& pdf, const std::string& bytes) { return QPDFObjectHandle::newStream(&pdf, bytes); }

void put_information(QPDF& pdf, const Content& content) {
    auto information = QPDFObjectHandle::newDictionary();
    const auto date = QPDFObjectHandle::newString(sized("D:%04d%02u%02u%02d%02d%02d+09'00'", worker::tokyo_time_of(content.made_at)));
    information.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(content.title));
    if (!content.case_number.empty()) information.replaceKey("/Subject", QPDFObjectHandle::newUnicodeString(content.case_number));
    information.replaceKey("/Producer", QPDFObjectHandle::newString(std::string(producer)));
    information.replaceKey("/CreationDate", date);
    information.replaceKey("/ModDate", date);
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(information));
}

void put_catalogue(QPDF& pdf, const Content& content, const std::string& profile_bytes) {
    auto root = pdf.getRoot();
    auto metadata = stream_of(pdf, metadata_of(content));
    metadata.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
    metadata.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
    root.replaceKey("/Metadata", metadata);
    auto profile = stream_of(pdf, profile_bytes);
    profile.getDict().replaceKey("/N", QPDFObjectHandle::newInteger(3));
    auto intent = QPDFObjectHandle::parse(
        "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) /Info (sRGB IEC61966-2.1) "
        "/RegistryName (http://www.color.org) >>");
    intent.replaceKey("/DestOutputProfile", profile);
    auto intents = QPDFObjectHandle::newArray();
    intents.appendItem(intent);
    root.replaceKey("/OutputIntents", intents);
    root.replaceKey("/Lang", QPDFObjectHandle::newString("ja-JP"));
    root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
}

}  // namespace

Result<std::string> archived(const std::string& drawn, const Content& content) {
    const auto profile = colour_profile();
    if (profile.empty()) return fail(Failure::Kind::Unspecified, "The colour profile sRGB could not be made.");
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("drawn", drawn.data(), drawn.size());
        put_information(pdf, content);
        put_catalogue(pdf, content, profile);
        QPDFWriter writer(pdf);
        writer.setOutputMemory();
        writer.forcePDFVersion("1.7");
        writer.setStreamDataMode(qpdf_s_compress);
        writer.setObjectStreamMode(qpdf_o_disable);
        writer.setNewlineBeforeEndstream(true);
        writer.setDeterministicID(true);
        writer.write();
        const auto buffer = writer.getBufferSharedPointer();
        return std::string(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
    } catch (const std::exception& fault) {  // qpdf's way to say that a file is broken
        return fail(Failure::Kind::Unspecified, std::string("The PDF could not be made fit for the archive: ") + fault.what());
    }
}

}  // namespace dandori::documents
