#include "plan/journal.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/json.hpp"
#include "base/utf8.hpp"

namespace conformance {

namespace {

constexpr int journal_version = 3;

Json to_line(const JournalHeader& header) {
    Json notes = Json::object();
    for (const auto& note : header.run.notes) {
        notes[note.name] = note.value;
    }
    return {{"journal", journal_version},
            {"run_id", header.run.id},
            {"started", header.run.started},
            {"command_line", header.run.command_line},
            {"notes", std::move(notes)},
            {"calls", to_string(header.run.calls)},
            {"suite_version", header.suite.version},
            {"commit", header.suite.commit},
            {"catalogue_sha256", header.suite.catalogue_sha256},
            {"compiler", header.suite.compiler},
            {"architecture", header.suite.architecture},
            {"selectors", header.plan.selectors},
            {"excluded", header.plan.excluded},
            {"seed", header.plan.seed},
            {"repeat", header.plan.repeat},
            {"walks", header.plan.walks},
            {"nt_version", to_string(header.version)},
            {"provider", header.provider},
            {"wsk_driver", header.wsk_driver},
            {"wsk_provider", header.wsk_provider},
            {"report", header.report_path},
            {"booted", header.booted}};
}

JournalHeader header_from(const Json& line) {
    if (line.at("journal").get<int>() != journal_version) {
        throw InputError("expected a journal of version " + std::to_string(journal_version));
    }
    JournalHeader header;
    header.run.id = line.at("run_id").get<std::string>();
    header.run.started = line.at("started").get<std::string>();
    header.run.command_line = line.at("command_line").get<std::vector<std::string>>();
    for (const auto& [name, value] : line.at("notes").items()) {
        header.run.notes.push_back({name, value.get<std::string>()});
    }
    const auto calls = kept_calls_from(line.at("calls").get<std::string>());
    if (!calls) {
        throw InputError("expected which calls are kept");
    }
    header.run.calls = *calls;
    header.suite = {
        line.at("suite_version").get<std::string>(), line.at("commit").get<std::string>(),
        line.at("catalogue_sha256").get<std::string>(), line.at("compiler").get<std::string>(),
        line.at("architecture").get<std::string>()};
    header.plan = {line.at("selectors").get<std::vector<std::string>>(),
                   line.at("excluded").get<std::vector<std::string>>(),
                   line.at("seed").get<std::uint64_t>(), line.at("repeat").get<std::uint32_t>(),
                   line.at("walks").get<std::uint32_t>()};
    header.run.seed = header.plan.seed;
    const auto version = nt_version_from(line.at("nt_version").get<std::string>());
    if (!version) {
        throw InputError("expected an NT version");
    }
    header.version = *version;
    header.provider = line.at("provider").get<std::string>();
    header.wsk_driver = line.at("wsk_driver").get<std::string>();
    header.wsk_provider = line.at("wsk_provider").get<std::string>();
    header.report_path = line.at("report").get<std::string>();
    header.booted = line.at("booted").get<std::string>();
    return header;
}

void take_line(Journal& journal, const Json& line, bool first) {
    if (first) {
        journal.header = header_from(line);
    } else if (line.contains("environment")) {
        journal.environment = line.at("environment").get<Environment>();
        journal.capabilities = line.at("capabilities").get<std::vector<Capability>>();
    } else if (line.contains("begun")) {
        journal.in_flight.insert(
            {line.at("begun").get<std::string>(), line.at("repetition").get<std::uint32_t>()});
    } else if (line.contains("interrupted")) {
        journal.in_flight.clear();
    } else {
        journal.rows.push_back(line.at("row").get<RowResult>());
        journal.in_flight.erase({journal.rows.back().row, journal.rows.back().repetition});
    }
}

/// The lines that have their end.
std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    for (auto end = text.find('\n'); end != text.npos; end = text.find('\n')) {
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    return lines;
}

bool is_json(std::string_view line) {
    return Json::accept(line.begin(), line.end());
}

}  // namespace

Journal read_journal(const std::filesystem::path& path) {
    const auto name = utf8_from_path(path);
    std::ifstream file(path, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    if (!file.is_open() || file.bad()) {
        throw InputError(name + ": cannot be read");
    }
    Journal journal;
    std::size_t number = 0;
    const auto lines = lines_of(text);
    for (auto line = lines.begin(); line != lines.end(); ++line) {
        if (number != 0 && std::none_of(line, lines.end(), is_json)) {
            break;
        }
        const auto where = name + ": line " + std::to_string(++number);
        try {
            take_line(journal, Json::parse(line->begin(), line->end()), number == 1);
        } catch (const Json::exception&) {
            throw InputError(where + ": expected a line of a journal");
        } catch (const InputError& error) {
            throw InputError(where + ": " + error.what());
        }
        journal.whole_bytes += line->size() + 1;
    }
    if (number == 0) {
        throw InputError(name + ": line 1: expected a journal's first line");
    }
    return journal;
}

JournalWriter::JournalWriter(const std::filesystem::path& path, const JournalHeader& header)
    : file_(path, DurableFile::Mode::create) {
    if (!file_.good()) {
        throw InputError(utf8_from_path(path) + ": cannot be written");
    }
    write_line(to_line(header));
    sync();
}

JournalWriter::JournalWriter(const std::filesystem::path& path, const Journal& journal)
    : file_(path, DurableFile::Mode::append) {
    std::error_code error;
    std::filesystem::resize_file(path, journal.whole_bytes, error);
    if (error || !file_.good()) {
        throw InputError(utf8_from_path(path) + ": cannot be written");
    }
}

void JournalWriter::write(const Environment& environment,
                          const std::vector<Capability>& capabilities) {
    write_line({{"environment", environment}, {"capabilities", capabilities}});
}

void JournalWriter::write(const RowResult& result) {
    write_line({{"row", result}});
}

void JournalWriter::begin(const RowId& row) {
    write_line({{"begun", row.row}, {"repetition", row.repetition}});
}

void JournalWriter::interrupted() {
    write_line({{"interrupted", true}});
    sync();
}

void JournalWriter::write_line(const Json& line) {
    file_.write(line.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
}

}  // namespace conformance
